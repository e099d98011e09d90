"""Two regular expressions, as a user might write them: the nearest name before each number of a sentence.

    python3 baseline.py NAMES TEXT

Prints bytes a second (reading the files and starting Python not counted) and the pairs found.
"""

import re
import sys
import time
from pathlib import Path

NUMBER = re.compile(r"(\d+(?:\.\d+)?)(%|个百分点|万亿元|亿元|万元|元|亿人次|万人次|万人|万吨|万亩|万户|公里|户|家|个|项|人)")


def pairs(text, names):
    found = []
    for sentence in re.split(r"[。\n]", text):
        numbers = list(NUMBER.finditer(sentence))
        if not numbers:
            continue
        heads = list(names.finditer(sentence))
        for number in numbers:
            before = [head for head in heads if head.end() <= number.start()]
            if before:
                found.append((before[-1].group(), float(number.group(1)), number.group(2)))
    return found


def main():
    words = Path(sys.argv[1]).read_text(encoding="utf-8").split()
    data = Path(sys.argv[2]).read_bytes()
    names = re.compile("|".join(sorted(words, key=len, reverse=True)))
    start = time.perf_counter()
    found = pairs(data.decode("utf-8"), names)
    seconds = time.perf_counter() - start
    print(f"{len(data) / seconds:.0f} {len(found)}")


if __name__ == "__main__":
    main()
