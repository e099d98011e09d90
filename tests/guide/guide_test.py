"""Runs or compiles every block of code of the READMEs and the guide, and holds it to what they say comes out.

usage: guide_test.py BINARY [--build FOLDER --compiler CXX] [--python] [PAGE...]

    ```console          Lines behind "$ " are commands of bash; what stands below each is its output, standard error included.
    $ zhibiao x.txt     A line ... stands for any lines.
    ```
    ```sh               Commands of bash that succeed.
    ```python  cpp      A program; a block ```text behind it is its output.
    ```sql              A query of DuckDB, the same.
    ```cmake            The end of a CMakeLists.txt for the first C++ program of the page.
    ```json             Is JSON; behind a block ```text it is part of what is read in that text (... is what is left out).
    ```json x.json      A file: that of the page's folder, or one for the blocks behind it.

Blocks of a page run one after the other in a copy of the examples, in the page's folder there, with zhibiao found; a page whose
blocks are all those of another, as of its twin in Chinese, is not run again. One that cannot run has
`<!-- not run: REASON -->` before it. C++ needs a build to install; Python and SQL need --python and the packages of
tests/python, and are left to a run with it, which takes only the pages that have some. A page with tests of its own names them,
`<!-- run by: TEST, TEST -->`.

In tables, a row whose last cell is JSON and whose cell before it is code is a text and part of what is read in it. The tables of
fields and values are held to the schema, see FieldsAndValues.
"""

import argparse
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

from blocks import blocks_of, code_of, commands_of, fits, run_by, tables_of

ROOT = pathlib.Path(__file__).resolve().parents[2]
GUIDE = ROOT / "examples/guide"
PAGES = [ROOT / "README.md", ROOT / "README.zh-CN.md", *sorted(GUIDE.glob("*.md")), ROOT / "examples/cli/evaluate.md",
         ROOT / "examples/recipes/README.md", ROOT / "src/python/README.md"]
RUN = ("console", "sh", "python", "cpp", "sql", "cmake", "json", "text", "csv")
WITH_PYTHON = ("python", "sql")
SQL = "import duckdb, sys; print(*('\\t'.join(map(str, row)) for row in duckdb.sql(sys.argv[1]).fetchall()), sep='\\n')"

arguments = argparse.ArgumentParser()
arguments.add_argument("binary", type=pathlib.Path)
arguments.add_argument("--build", type=pathlib.Path)
arguments.add_argument("--compiler", default="c++")
arguments.add_argument("--python", action="store_true")
arguments.add_argument("pages", nargs="*", type=pathlib.Path)
options = arguments.parse_intermixed_args()
PAGES = [page.resolve() for page in options.pages] or PAGES
BINARY = options.binary.resolve()


def name_of(page):
    return str(page.relative_to(ROOT)) if page.is_relative_to(ROOT) else str(page)


def contains(whole, part):
    """Whether `whole` has all that `part` says, itself or somewhere below."""
    if holds(whole, part):
        return True
    below = whole.values() if isinstance(whole, dict) else whole if isinstance(whole, list) else ()
    return any(contains(one, part) for one in below)


def holds(whole, part):
    if isinstance(part, dict):
        return isinstance(whole, dict) and all(key in whole and holds(whole[key], value) for key, value in part.items())
    return type(whole) in (int, float) and type(part) in (int, float) and whole == part or type(whole) is type(part) and whole == part


def reading(text):
    done = subprocess.run([BINARY, "--format", "json", "-"], input=text.encode(), stdout=subprocess.PIPE, check=False)
    return json.loads(done.stdout)


class Place:
    """Where the blocks of a page run."""

    def __init__(self, folder, page, prefix, flags):
        self.root = pathlib.Path(folder) / "zhibiao"
        of_readers = shutil.ignore_patterns("app", "new", "*.html", "*.jsonl*")  # who tried the guide in place
        shutil.copytree(ROOT / "examples", self.root / "examples", ignore=of_readers)
        for name in ("src", "tests"):
            (self.root / name).symlink_to(ROOT / name)
        programs = self.root / "build/bin"
        programs.mkdir(parents=True)
        (programs / "zhibiao").symlink_to(BINARY)
        self.folder = self.root / "examples/guide" if page.parent == GUIDE else self.root
        self.page = page
        self.flags = flags.split()
        self.environment = dict(os.environ, LC_ALL="C.UTF-8", NO_COLOR="1", HOME=folder, CXX=options.compiler, CXXFLAGS=flags,
                                PATH=f"{programs}:{os.environ['PATH']}", PYTHONDONTWRITEBYTECODE="1")
        if "PYTHONPATH" in os.environ:
            self.environment["PYTHONPATH"] = str(pathlib.Path(os.environ["PYTHONPATH"]).resolve())
        if prefix:
            pc = next(prefix.rglob("zhibiao.pc")).parent
            self.environment.update(CMAKE_PREFIX_PATH=str(prefix), PKG_CONFIG_PATH=str(pc), LD_LIBRARY_PATH=str(pc.parent))

    def run(self, *command, folder=None):
        done = subprocess.run(command, cwd=folder or self.folder, env=self.environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, timeout=300, check=False)
        return done.returncode, done.stdout.decode("utf-8", "replace").replace("\r\n", "\n")


class Pages(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.work = pathlib.Path(tempfile.mkdtemp())
        cls.compiled = {}
        cls.prefix, cls.flags = None, ""
        cls.ran, cls.left, cls.marked, cls.elsewhere = {}, 0, [], []
        if options.build:
            cls.prefix = cls.work / "prefix"
            subprocess.run(["cmake", "--install", options.build, "--prefix", cls.prefix], stdout=subprocess.DEVNULL, check=True)
            found = re.search(r"^CMAKE_CXX_FLAGS:\w+=(.*)$", (options.build / "CMakeCache.txt").read_text("utf-8"), re.MULTILINE)
            cls.flags = found[1] if found else ""

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.work)
        print("blocks run:", ", ".join(f"{number} {kind}" for kind, number in sorted(cls.ran.items())) or "none")
        if cls.left:
            print(f"left to a run with --python, or with --build: {cls.left}")
        for page, tests in cls.elsewhere:
            print(f"run by {', '.join(tests)}: {name_of(page)}")
        print(f"marked as not run: {len(cls.marked)}")
        for block in cls.marked:
            print(f"  {block}: {block.reason}")

    def test_pages(self):
        self.assertTrue(PAGES)
        seen = set()
        for page in PAGES:
            text = page.read_text("utf-8")
            if tests := run_by(text):
                for test in tests:
                    self.assertTrue((ROOT / test).exists(), f"{name_of(page)}: {test}")
                self.elsewhere.append((page, tests))
                continue
            blocks = blocks_of(name_of(page), text)
            if options.python and not any(block.words[:1] and block.words[0] in WITH_PYTHON for block in blocks):
                continue
            same = (page.parent, *((*block.words, block.content, block.reason) for block in blocks))
            if same in seen:  # the page in another language
                continue
            seen.add(same)
            with self.subTest(name_of(page)), tempfile.TemporaryDirectory(dir=self.work) as folder:
                self.run_page(blocks, Place(folder, page, self.prefix, self.flags))

    def run_page(self, blocks, place):
        before = None
        for block, after in zip(blocks, [*blocks[1:], None]):
            if block.reason:
                self.marked.append(block)
                continue
            self.assertTrue(block.words and block.words[0] in RUN,
                            f"{block}: the test cannot run it; if nothing can, say why: <!-- not run: REASON -->")
            self.assertLessEqual(len(block.words), 2, f"{block}: {block.words}")
            kind = block.words[0]
            said = after.content if after and after.words == ["text"] else None
            if len(block.words) == 2:
                self.keep_file(block, place)
            elif kind == "text":
                self.assertTrue(before and before.words[0] in ("python", "cpp", "sql") or after and after.words == ["json"],
                                f"{block}: neither an output nor a text that is read")
                before = block
                continue
            elif kind in WITH_PYTHON and not options.python or self.compiles(block) and not self.prefix:
                type(self).left += 1
                before = block
                continue
            elif kind == "csv":
                self.fail(f"{block}: of which file?")
            elif kind == "json":
                self.check_json(block, before)
            elif kind == "console":
                self.run_console(block, place)
            else:
                code, out = getattr(self, f"run_{kind}")(block, place, blocks)
                self.assertEqual(code, 0, f"{block}: {out}")
                if said is not None:
                    self.assertTrue(fits(said.splitlines(), out.splitlines()), f"{block}: gives\n{out}")
            self.ran[kind] = self.ran.get(kind, 0) + 1
            before = block

    def compiles(self, block):
        return block.words[0] in ("cpp", "cmake") or block.words[0] == "console" and "\n$ cmake -S" in "\n" + block.content

    def keep_file(self, block, place):
        file = place.page.parent / block.words[1]
        if file.exists():
            self.assertEqual(block.content, file.read_text("utf-8"), f"{block}: not {block.words[1]}")
        else:
            (place.folder / block.words[1]).write_text(block.content, "utf-8")

    def check_json(self, block, before):
        parts = json.loads("[" + re.sub(r",\s*\.\.\.", "", block.content).strip().rstrip(",") + "]")
        if before and before.words == ["text"]:
            report = reading(before.content)
            for part in parts:
                self.assertTrue(contains(report, part), f"{block}: {part} is not in {json.dumps(report, ensure_ascii=False)}")

    def run_console(self, block, place):
        for command, expected in commands_of(block.content):
            _, out = place.run("bash", "-c", command)
            lines = out.splitlines()
            if not fits(expected, lines):
                self.assertEqual(lines, expected, f"{block}: $ {command}")

    def run_sh(self, block, place, _):
        return place.run("bash", "-eu", "-o", "pipefail", "-c", block.content)

    def run_python(self, block, place, _):
        return place.run(sys.executable, "-c", block.content)

    def run_sql(self, block, place, _):
        return place.run(sys.executable, "-c", SQL, block.content)

    def run_cpp(self, block, place, _):
        if block.content not in self.compiled:  # the same in two languages: once
            place_of_it = self.work / f"program{len(self.compiled)}"
            place_of_it.mkdir()
            (place_of_it / "main.cpp").write_text(block.content, "utf-8")
            _, words = place.run("pkg-config", "--cflags", "--libs", "zhibiao")
            code, out = place.run(options.compiler, "-std=c++20", "-Wall", "-Wextra", *place.flags, "main.cpp", "-o", "app", *words.split(),
                                  "-pthread", folder=place_of_it)
            self.assertEqual((code, out), (0, ""), str(block))
            self.compiled[block.content] = place_of_it / "app"
        return place.run(self.compiled[block.content])

    def run_cmake(self, block, place, blocks):
        key = "cmake" + block.content
        if key not in self.compiled:
            folder = self.work / f"project{len(self.compiled)}"
            folder.mkdir()
            program = next(one.content for one in blocks if one.words[:1] == ["cpp"])
            (folder / "main.cpp").write_text(program, "utf-8")
            (folder / "CMakeLists.txt").write_text(
                "cmake_minimum_required(VERSION 3.18)\nproject(app CXX)\nset(CMAKE_CXX_STANDARD 20)\nadd_executable(app main.cpp)\n"
                + block.content, "utf-8")
            self.compiled[key] = place.run("bash", "-c", "cmake -S . -B build && cmake --build build && build/app", folder=folder)
        return self.compiled[key]

    def test_texts_in_tables(self):
        rows = []
        for page in PAGES:
            for table in tables_of(name_of(page), page.read_text("utf-8")):
                for row in table.rows[1:]:
                    if len(row) > 2 and len(code_of(row[-1])) == 1 and code_of(row[-1])[0].startswith("{") and code_of(row[-2]):
                        rows.append((f"{table}: {row[0]}", code_of(row[-2])[0], code_of(row[-1])[0]))
        lines = "".join(json.dumps({"id": str(i), "text": text}) + "\n" for i, (_, text, _) in enumerate(rows))
        done = subprocess.run([BINARY, "--format", "jsonl", "--input", "jsonl", "-"], input=lines.encode(), stdout=subprocess.PIPE,
                              check=False)
        reports = [json.loads(line) for line in done.stdout.splitlines()]
        self.assertEqual(len(reports), len(rows))
        for (where, text, part), report in zip(rows, reports):
            with self.subTest(where):
                self.assertTrue(contains(report, json.loads(part)), f"{text}: {part} is not in {json.dumps(report, ensure_ascii=False)}")
        print(f"texts in tables read: {len(rows)}")


class FieldsAndValues(unittest.TestCase):
    """fields.md has a row for each field of the schema, below a heading that names the object in code (`observations[]`) and in a
    table whose first column is `field` or 字段; and a table for each list of values, whose first column is named as the field."""

    schema = json.loads((ROOT / "src/json/report.schema.json").read_text("utf-8"))
    pages = [GUIDE / "fields.md", GUIDE / "fields.zh-CN.md"]

    def resolve(self, part):
        return self.schema["$defs"][part["$ref"].rsplit("/", 1)[1]] if "$ref" in part else part

    def fields_of(self, part, path=""):
        """path: its part of the schema, for all that is no object."""
        part = self.resolve(part)
        if "properties" in part and "additionalProperties" in part:
            return {name: seen for key, below in part["properties"].items()
                    for name, seen in self.fields_of(below, f"{path}.{key}" if path else key).items()}
        if "items" in part:
            return self.fields_of(part["items"], path + "[]")
        return {path: part}

    def all_fields(self):
        report, failure, quantities = (self.schema["$defs"][name] for name in ("report", "failure", "quantities"))
        return self.fields_of(report) | {name: part for other in (failure, quantities) for name, part in self.fields_of(other).items()
                                         if not name.startswith("source.")}

    def values_of(self, part):
        part = self.resolve(part)
        return set(part.get("enum", ())) - {None} | {one for below in part.get("oneOf", ()) for one in self.values_of(below)}

    def tables(self, page):
        return tables_of(name_of(page), page.read_text("utf-8"))

    def test_every_field_has_its_row(self):
        for page in self.pages:
            rows = []
            for table in self.tables(page):
                if table.rows[0][0] in ("field", "字段"):
                    prefix = code_of(table.heading)
                    rows += [f"{prefix[0]}.{name}" if prefix else name for row in table.rows[1:] for name in code_of(row[0])]
            self.assertEqual(sorted(rows), sorted(self.all_fields()), page.name)

    def listed(self, page, name):
        """The values that the tables of a field list."""
        return [value for table in self.tables(page) if code_of(table.rows[0][0]) == [name] for row in table.rows[1:]
                for value in code_of(row[0])]

    def test_every_value_has_its_row(self):
        lists = {name.rsplit(".", 1)[1]: self.values_of(part) for name, part in self.all_fields().items() if self.values_of(part)}
        del lists["code"]  # on the page of the errors
        lists["reason"] = set(self.reasons())
        lists["unit"] = {unit["id"] for unit in json.loads((ROOT / "src/lexicon/units.json").read_text("utf-8"))["units"]} - {
            "none", "short", "ordinal"}
        self.assertGreater(len(lists), 9)
        for page in self.pages:
            for name, values in lists.items():
                free = {"other:"} if name == "reference" else set()  # what the schema has as a pattern
                self.assertEqual(sorted(self.listed(page, name)), sorted(values | free), f"{page.name}: {name}")

    def reasons(self):
        """Those of the table beside the sources, and none there that no source knows."""
        table = (ROOT / "src/README.md").read_text("utf-8").split("## Reasons of notes")[1]
        reasons = [name for line in table.splitlines() if line.startswith("|") for name in code_of(line.split("|")[1])]
        sources = "".join(path.read_text("utf-8") for path in (ROOT / "src").rglob("*") if path.suffix in (".cpp", ".hpp", ".json"))
        for name in reasons:
            self.assertIn(f'"{name}"', sources)
        return reasons

    def test_every_error_code_has_its_row(self):
        codes = self.schema["$defs"]["failure"]["properties"]["error"]["properties"]["code"]["enum"]
        for page in ("threads-errors-limits.md", "threads-errors-limits.zh-CN.md"):
            self.assertEqual(self.listed(GUIDE / page, "code"), codes, page)


class Languages(unittest.TestCase):
    def test_every_page_has_its_twin(self):
        pages = {page.name for page in GUIDE.glob("*.md")}
        for page in pages:
            self.assertIn(page.replace(".zh-CN", "") if ".zh-CN" in page else page.replace(".md", ".zh-CN.md"), pages)

    def test_both_run_the_same(self):
        """Commands and programs; of files and texts the words may differ."""
        for page in GUIDE.glob("*.zh-CN.md"):
            twin = page.with_name(page.name.replace(".zh-CN", ""))
            both = [[block.words for block in blocks_of(one.name, one.read_text("utf-8"))] for one in (twin, page)]
            self.assertEqual(*both, page.name)

    def test_links(self):
        for page in PAGES:
            for link in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text("utf-8")):
                self.assertTrue((page.parent / link).exists(), f"{name_of(page)}: {link}")


class Tools(unittest.TestCase):
    def test_what_fits(self):
        for expected, lines, right in ((["a"], ["a"], True), (["a"], ["b"], False), (["a"], ["a", "b"], False), ([], [], True),
                                       (["a", "..."], ["a", "b", "c"], True), (["...", "c"], ["a", "b", "c"], True),
                                       (["a", "...", "c"], ["a", "c"], True), (["a", "...", "d"], ["a", "c"], False)):
            self.assertEqual(fits(expected, lines), right, (expected, lines))

    def test_what_contains(self):
        whole = {"a": [{"b": {"c": 1, "d": None}}]}
        for part, right in (({"b": {"c": 1}}, True), ({"d": None}, True), ({"c": 1.0}, True), ({"c": 2}, False), ({"e": None}, False),
                            ({"c": True}, False), ({"b": {"c": 1, "e": 1}}, False)):
            self.assertEqual(contains(whole, part), right, part)

    def test_what_is_refused(self):
        for text in ("words\n\n    code\n", "```sh\nls\n", "<!-- not run: why -->\nwords\n", "<!-- not run: -->\n```sh\nls\n```\n"):
            with self.assertRaises(ValueError, msg=text):
                blocks_of("page", text)
        self.assertEqual([block.reason for block in blocks_of("page", "<!-- not run: why -->\n\n```sh\nls\n```\n```sh\n```\n")], ["why", ""])


if __name__ == "__main__":
    unittest.main(argv=["guide_test.py"], defaultTest="Pages" if options.python else None)
