"""What a program writes to a terminal, as an SVG picture. usage: terminal.py COMMAND < coloured text > picture.svg

    build/bin/zhibiao --color always --lang zh report.txt | python3 examples/pictures/terminal.py 'zhibiao report.txt' > table.svg
    rsvg-convert table.svg > table.png        # Debian: librsvg2-bin, fonts-noto-cjk
"""

import html
import re
import sys
import unicodedata

CELL, LINE, SIZE, EDGE = 7, 20, 14, 16  # Latin letters of the font are half as wide as Chinese ones
COLOURS = {"1": 'fill="#ffffff" font-weight="bold"', "2": 'fill="#8a94a3"', "32": 'fill="#7fd88f"', "33": 'fill="#e5c07b"',
           "36": 'fill="#6cc7e8"'}


def cells(character):
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def main():
    lines = [f"\x1b[2m$\x1b[0m {sys.argv[1]}", *sys.stdin.read().splitlines()]
    out, widest = [], 0
    for row, line in enumerate(lines):
        column, style = 0, 'fill="#d6dbe3"'
        for piece in re.split(r"(\x1b\[\d+m)", line):
            if code := re.fullmatch(r"\x1b\[(\d+)m", piece):
                style = COLOURS.get(code[1], 'fill="#d6dbe3"')
                continue
            # Each run of characters of one width has its own place, so that columns hold whatever font is there.
            for run in re.findall(r" +|[^ \u2e80-\uffef]+|[\u2e80-\uffef]+", piece):
                length = sum(map(cells, run))
                if run.strip():
                    out.append(f'<text x="{EDGE + column * CELL:.1f}" y="{EDGE + row * LINE + SIZE}" '
                               f'{style} xml:space="preserve">{html.escape(run)}</text>')
                column += length
        widest = max(widest, column)
    width, height = widest * CELL + 2 * EDGE, len(lines) * LINE + 2 * EDGE
    print(f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:.0f}" height="{height}" font-size="{SIZE}" '
          f'font-family="Noto Sans Mono CJK SC, monospace"><rect width="100%" height="100%" rx="8" fill="#1d2330"/>')
    print("\n".join(out) + "\n</svg>")


main()
