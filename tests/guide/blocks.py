"""The blocks, tables and marks of a page in Markdown."""

import re
from dataclasses import dataclass, field

FENCE = re.compile(r"^```(.*)$")
RUN_BY = re.compile(r"^<!-- run by: (\S.*) -->$", re.MULTILINE)
MARK = re.compile(r"^<!-- not run: (\S.*) -->$")
CODE = re.compile(r"`([^`]+)`")


@dataclass
class Block:
    page: str
    line: int  # of its fence
    words: list  # of its first line: the language, a file name
    content: str
    reason: str = ""  # why it is not run

    def __str__(self):
        return f"{self.page}:{self.line}"


@dataclass
class Table:
    page: str
    line: int
    heading: str  # the one above
    rows: list = field(default_factory=list)  # of cells, the first row the names of the columns

    def __str__(self):
        return f"{self.page}:{self.line}"


def blocks_of(page, text):
    """The fenced blocks; a ValueError where code is only indented, or a mark stands before no block."""
    out, lines = [], text.splitlines()
    begun, reason, blank = None, "", True
    for number, line in enumerate(lines, 1):
        fence = FENCE.match(line)
        if begun is not None:
            if line == "```":
                begun.content = "".join(one + "\n" for one in lines[begun.line:number - 1])
                out.append(begun)
                begun = None
        elif fence:
            begun = Block(page, number, fence[1].split(), "", reason)
            reason = ""
        elif mark := MARK.match(line):
            reason = mark[1]
        elif blank and re.match(r"(    |\t)\S", line):
            raise ValueError(f"{page}:{number}: code that is only indented: {line.strip()}")
        elif line and reason or "not run:" in line:
            raise ValueError(f"{page}:{number}: a mark `<!-- not run: REASON -->` stands right before a block")
        blank = not line
    if begun is not None:
        raise ValueError(f"{page}:{begun.line}: a block without end")
    return out


def run_by(text):
    """The tests that run the blocks of a page, where it names such."""
    found = RUN_BY.search(text)
    return found[1].split(", ") if found else []


def commands_of(content):
    """[command, lines of output] of a console block; a command goes on behind a backslash."""
    out, goes_on = [], False
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


def tables_of(page, text):
    out, heading, fenced = [], "", False
    for number, line in enumerate(text.splitlines(), 1):
        fenced ^= line.startswith("```")
        if fenced:
            continue
        if line.startswith("#"):
            heading = line.lstrip("# ")
        if not line.startswith("|"):
            if out and out[-1] is not None:
                out.append(None)
            continue
        if not out or out[-1] is None:
            out.append(Table(page, number, heading))
        cells = [cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]]
        if not all(re.fullmatch(r":?-+:?", cell) for cell in cells):
            out[-1].rows.append(cells)
    return [table for table in out if table is not None]


def code_of(cell):
    """What the cell says in code, nothing where it says none."""
    return CODE.findall(cell)
