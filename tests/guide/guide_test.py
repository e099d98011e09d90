"""Runs what the pages of the guide show, and holds it to what they say comes out. usage: guide_test.py BINARY [PAGE...]

    ```console          Lines behind "$ " are commands of bash, run in a copy of the page's folder, with zhibiao found; what
    $ zhibiao x.txt     stands below each is its output, standard error included. A line ... stands for any lines.
    ```
    ```json x.json      The content of that file of the page's folder.
    ```
"""

import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

BINARY = pathlib.Path(sys.argv[1]).resolve()
GUIDE = pathlib.Path(__file__).resolve().parents[2] / "examples" / "guide"
PAGES = [pathlib.Path(word).resolve() for word in sys.argv[2:]] or sorted(GUIDE.glob("*.md"))
BLOCK = re.compile(r"^```([^\n`]+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def blocks(page):
    """(line, words of the first line, content) of each block that says what it is."""
    text = page.read_text("utf-8")
    for found in BLOCK.finditer(text):
        yield text.count("\n", 0, found.start()) + 1, found[1].split(), found[2]


def commands(content):
    """(command, output) of a console block; a command goes on behind a backslash."""
    out = []
    goes_on = False
    for line in content.splitlines():
        if goes_on:
            out[-1][0] += "\n" + line
        elif line.startswith("$ "):
            out.append([line[2:], []])
        elif out:
            out[-1][1].append(line)
        else:
            raise ValueError(f"output before the first command: {line}")
        goes_on = line.endswith("\\") and (goes_on or line.startswith("$ "))
    return out


def fits(expected, lines):
    """Whether the lines are those expected, where ... is any number of them."""
    if not expected:
        return not lines
    if expected[0] == "...":
        return any(fits(expected[1:], lines[i:]) for i in range(len(lines) + 1))
    return bool(lines) and lines[0] == expected[0] and fits(expected[1:], lines[1:])


class Guide(unittest.TestCase):
    def test_there_are_pages(self):
        self.assertTrue(PAGES)

    def test_what_fits(self):
        for expected, lines, right in ((["a"], ["a"], True), (["a"], ["b"], False), (["a"], ["a", "b"], False), ([], [], True),
                                       (["a", "..."], ["a", "b", "c"], True), (["...", "c"], ["a", "b", "c"], True),
                                       (["a", "...", "c"], ["a", "c"], True), (["a", "...", "d"], ["a", "c"], False)):
            self.assertEqual(fits(expected, lines), right, (expected, lines))

    def test_pages(self):
        for page in PAGES:
            with self.subTest(page.name), tempfile.TemporaryDirectory() as folder:
                place = pathlib.Path(folder) / "guide"
                shutil.copytree(page.parent, place)
                programs = pathlib.Path(folder) / "bin"
                programs.mkdir()
                (programs / "zhibiao").symlink_to(BINARY)
                environment = dict(os.environ, PATH=f"{programs}:{os.environ['PATH']}", LC_ALL="C.UTF-8", NO_COLOR="1")
                self.run_page(page, place, environment)

    def run_page(self, page, place, environment):
        ran = 0
        for line, words, content in blocks(page):
            if len(words) == 2 and words[0] in ("json", "text", "csv"):
                self.assertEqual(content, (page.parent / words[1]).read_text("utf-8"), f"{page.name}:{line}: not {words[1]}")
            if words != ["console"]:
                continue
            for command, expected in commands(content):
                done = subprocess.run(["bash", "-c", command], cwd=place, env=environment, stdin=subprocess.DEVNULL,
                                      stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=120)
                lines = done.stdout.decode("utf-8", "replace").replace("\r\n", "\n").splitlines()
                if not fits(expected, lines):
                    self.assertEqual(lines, expected, f"{page.name}:{line}: $ {command}")
                ran += 1
        self.assertGreater(ran, 0, f"{page.name} shows no command")


if __name__ == "__main__":
    unittest.main(argv=["guide_test.py"])
