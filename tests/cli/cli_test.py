"""The command line, from outside: exit codes, messages, formats, order. usage: cli_test.py BINARY SCHEMA"""

import csv
import io
import json
import os
import signal
import subprocess
import sys
import unittest

from command import BINARY, REPORT, Command

PAGE = "<!DOCTYPE html><html><head><title>公开</title></head><body><div class=nav><a href=/>首页</a></div>" + "".join(
    f"<p>　　{line}</p>\n" for line in REPORT.splitlines()) + "<div class=footer>版权所有</div></body></html>"
PLAIN = "今天天气很好。\n"


class CommandLine(Command):
    def setUp(self):
        super().setUp()
        self.report = self.file("report.txt", REPORT.format(6.4))
        self.plain = self.file("plain.txt", PLAIN)

    def run_it(self, *words, code=0, **more):
        done = super().run_it(*words, code=code, **more)
        if code == 0:
            self.assertEqual(done.stderr, b"")
        return done

    # --- exit codes and messages

    def test_nothing_found_is_one(self):
        empty = self.file("empty.txt", "")
        for name in (self.plain, empty):
            done = self.run_it(name, code=1)
            self.assertEqual(self.read_json(done.stdout)["observations"], [])
            self.assertEqual(done.stderr, b"")

    def test_folder_without_texts_is_one(self):
        (self.path / "none").mkdir()
        self.assertEqual(self.read_json(self.run_it("none", code=1).stdout), [])
        self.assertEqual(self.run_it("--format", "jsonl", "none", code=1).stdout, b"")

    def test_each_failure_has_its_own_line_and_the_others_are_written(self):
        self.file("random.txt", bytes((i * 89 + i // 7) % 256 for i in range(3000)))
        good = (REPORT.format(6.4) * 5).encode()
        middle = good.index("全市".encode())
        self.file("broken.txt", good[:middle] + b"\xff" + good[middle:])
        self.file("page.txt", b"%PDF-1.7\n...")
        done = self.run_it("--format", "jsonl", "missing.txt", "random.txt", "broken.txt", "page.txt", "report.txt", code=2)
        said = done.stderr.decode().splitlines()
        self.assertEqual(len(said), 4)
        self.assertEqual(said[0], "zhibiao: missing.txt: No such file or directory")
        self.assertTrue(said[1].startswith("zhibiao: random.txt: "))
        self.assertEqual(said[2], f"zhibiao: broken.txt: invalid UTF-8 at byte {middle}")
        self.assertIn("pdftotext", said[3])
        lines = self.lines(done.stdout)
        self.assertEqual([line["source"]["path"] for line in lines],
                         ["missing.txt", "random.txt", "broken.txt", "page.txt", "report.txt"])
        self.assertEqual([line.get("error", {}).get("code") for line in lines],
                         ["io", "unknown_encoding", "invalid_utf8", "unsupported_input", None])
        self.assertEqual(len({line["error"]["message"] for line in lines[:4]}), 4)

    def test_one_bad_input_leaves_nothing_on_standard_output_under_json(self):
        self.assertEqual(self.run_it("missing.txt", code=2).stdout, b"")
        self.assertEqual(len(self.read_json(self.run_it("missing.txt", "report.txt", code=2).stdout)), 1)

    def test_misuse_is_two_and_names_the_word(self):
        for words, culprit in ((["--frobnicate"], "--frobnicate"), (["--format", "xml", "report.txt"], "xml"),
                               (["--jobs", "0", "report.txt"], "'--jobs' cannot be '0' (read N inputs"), (["--jobs", "many", "report.txt"], "many"),
                               (["report.txt", "--format"], "--format"), (["--help=x"], "--help"), (["-x"], "-x"),
                               (["--dump-text", "report.txt", "plain.txt"], "--dump-text"),
                               (["--quantities", "--format", "csv", "report.txt"], "--quantities"), ([""], "empty")):
            done = self.run_it(*words, code=2)
            self.assertEqual(done.stdout, b"")
            self.assertEqual(len(done.stderr.splitlines()), 1)
            self.assertIn(culprit, done.stderr.decode())

    def test_help_and_version(self):
        text = self.run_it("--help").stdout.decode()
        for flag in ("--format", "--output", "--jobs", "--input", "--lexicon", "--quantities", "--explain", "--dump-text",
                     "--evaluate", "--texts", "--list-indicators", "--version", "--resume", "--max-bytes"):
            self.assertIn(flag, text)
        self.assertLessEqual(max(map(len, text.splitlines())), 80)
        self.assertLessEqual(len(text.splitlines()), 24)
        version = self.run_it("--version").stdout.decode()
        for name in ("zhibiao ", "lexicon ", "ICU ", "RE2 "):
            self.assertIn(name, version)

    def test_closed_pipe_is_quiet(self):
        for i in range(60):
            self.file(f"many/{i:02}.txt", REPORT.format(i) * 40)
        for jobs in ("1", "4"):
            child = subprocess.Popen([BINARY, "--format", "jsonl", "--jobs", jobs, "many"], cwd=self.path,
                                     stdout=subprocess.PIPE, stderr=subprocess.PIPE)
            child.stdout.readline()
            child.stdout.close()
            self.assertEqual(child.stderr.read(), b"")
            child.stderr.close()
            self.assertEqual(child.wait(), 0)

    def test_output_that_cannot_be_written_is_two(self):
        if os.path.exists("/dev/full"):
            with open("/dev/full", "wb") as full:
                done = subprocess.run([BINARY, self.report], stdout=full, stderr=subprocess.PIPE)
            self.assertEqual(done.returncode, 2)
            self.assertEqual(done.stderr, b"zhibiao: standard output: No space left on device\n")
        self.assertIn(b"no/such/x.json", self.run_it("-o", "no/such/x.json", "report.txt", code=2).stderr)

    # --- inputs

    def test_standard_input(self):
        text = REPORT.format(6.4).encode()
        for words in (["-"], []):
            report = self.read_json(self.run_it(*words, stdin=text).stdout)
            self.assertEqual(report["source"]["path"], "-")
            self.assertEqual(report["source"]["bytes"], len(text))

    def test_folders_are_walked_in_order(self):
        tree = self.path / "tree"
        for name in ("b.txt", "a/z.md", "a/y.text", "c.html", "c.htm", "a.txt", "z.TXT"):
            self.file("tree/" + name, PLAIN)
        for name in ("skip.pdf", ".hidden.txt", "notes", ".git/x.txt"):
            self.file("tree/" + name, PLAIN)
        (tree / "loop").symlink_to(tree)
        (tree / "linked.txt").symlink_to(tree / "b.txt")
        os.mkfifo(tree / "pipe.txt")
        found = [line["source"]["path"] for line in self.lines(self.run_it("--format", "jsonl", "tree", code=1).stdout)]
        self.assertEqual(found, ["tree/" + name for name in
                                 ("a.txt", "a/y.text", "a/z.md", "b.txt", "c.htm", "c.html", "linked.txt", "z.TXT")])

    def test_any_name_is_read_when_named(self):
        self.file("notes", REPORT.format(5))
        self.assertEqual(self.read_json(self.run_it("notes").stdout)["source"]["path"], "notes")
        self.file("-odd", REPORT.format(5))
        self.assertEqual(self.read_json(self.run_it("--", "-odd").stdout)["source"]["path"], "-odd")

    def test_a_name_that_is_no_utf8_still_gives_json(self):
        name = os.fsencode(self.path) + b"/\xff.txt"
        with open(name, "wb") as file:
            file.write(REPORT.format(5).encode())
        done = subprocess.run([os.fsencode(BINARY), b"--format", b"jsonl", name, name + b"x"], capture_output=True)
        self.assertEqual(done.returncode, 2)
        self.assertEqual(len(self.lines(done.stdout)), 2)

    def test_lines_of_json(self):
        text = REPORT.format(6.4)
        lines = [json.dumps({"id": "甲", "text": text}, ensure_ascii=False), json.dumps({"text": text, "id": 7, "more": []}), "",
                 "{", json.dumps({"id": "no text"}), json.dumps({"id": "plain", "text": PLAIN}), "[1]", '"\\ud800"']
        done = self.run_it("--input", "jsonl", "--format", "jsonl", stdin="\n".join(lines).encode(), code=2)
        out = self.lines(done.stdout)
        self.assertEqual([line["source"]["id"] for line in out], ["甲", "7", None, "no text", "plain", None, None])
        self.assertEqual({line["source"]["path"] for line in out}, {None})
        self.assertEqual(["error" in line for line in out], [False, False, True, True, False, True, True])
        self.assertEqual(out[0]["source"]["bytes"], len(text.encode()))
        self.assertEqual(out[0]["source"]["offsets"], "text")
        self.assertEqual(done.stderr.decode().splitlines()[0], "zhibiao: -:4: the line is no JSON")

    def test_lines_of_json_read_as_a_text_are_hinted_at(self):
        hint = "is read as one plain text; for a text a line say --input jsonl"
        text = REPORT.format(6.4)
        self.file("texts.jsonl", json.dumps({"id": "a", "text": text}, ensure_ascii=False) + "\n")
        self.assertEqual(Command.run_it(self, "texts.jsonl").stderr.decode(), f"zhibiao: texts.jsonl {hint}\n")
        self.run_it("--quiet", "texts.jsonl")
        for content in (text, "{注:本报告数字为快报数}\n" + text, "[1]\n" + text):
            self.run_it(stdin=content.encode())

    def test_a_line_of_json_does_not_end_at_a_nul(self):
        lines = b'{"id": "a", "text": "x"}\0{"id": "b", "text": "y"}\n{"id": "c", "text": "z"}\n'
        done = self.run_it("--input", "jsonl", "--format", "jsonl", stdin=lines, code=2)
        self.assertEqual(["error" in line for line in self.lines(done.stdout)], [True, False])
        self.assertEqual(done.stderr.decode().splitlines()[0], "zhibiao: -:1: a NUL at byte 24 of the line")

    def test_a_line_is_answered_before_the_next_is_sent(self):
        child = subprocess.Popen([BINARY, "--input", "jsonl", "--format", "jsonl"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        for name in ("a", "b"):
            child.stdin.write(json.dumps({"id": name, "text": REPORT.format(5)}).encode() + b"\n")
            child.stdin.flush()
            self.assertEqual(json.loads(child.stdout.readline())["source"]["id"], name)
        child.stdin.close()
        child.stdout.close()
        self.assertEqual(child.wait(), 0)

    def test_jobs_do_not_change_a_byte(self):
        for i in range(40):
            self.file(f"many/{i:02}.txt", REPORT.format(i) * (40 - i))
        self.file("many/05.txt", b"\xff\xfe\xff")
        for form in ("jsonl", "json", "csv", "table"):
            one, eight = (self.run_it("--format", form, "--jobs", jobs, "many", code=2) for jobs in ("1", "8"))
            self.assertEqual(one.stdout, eight.stdout)
            self.assertEqual(one.stderr, eight.stderr)

    # --- formats

    def test_evidence_is_the_bytes_it_names(self):
        for content in (REPORT.format(6.4).encode(), b"\xef\xbb\xbf" + REPORT.format(6.4).encode(),
                        REPORT.format(6.4).replace("\n", "\r\n").encode(), REPORT.format(6.4).encode("gb18030"),
                        REPORT.format(6.4).encode("utf-16"), PAGE.format(6.4).encode(), PAGE.format(6.4).encode("gb18030")):
            path = self.file("x.txt", content)
            report = self.read_json(self.run_it(path).stdout)
            self.assertEqual(report["source"]["bytes"], len(content))
            text = content if report["source"]["offsets"] == "file" else self.run_it("--dump-text", path).stdout
            self.assertGreater(len(report["observations"]), 0)
            for seen in report["observations"] + report["relative_targets"]:
                evidence = seen["evidence"]
                self.assertEqual(text[evidence["start"]:evidence["end"]].decode(), evidence["text"])

    def test_a_page_reads_like_its_text(self):
        self.file("page.html", PAGE.format(6.4).replace("<head>", "<head><meta charset=gb2312>").encode("gb18030"))
        text = self.run_it("--dump-text", "page.html").stdout.decode()
        self.assertEqual(text, REPORT.format(6.4))
        page, plain = (self.read_json(self.run_it(name).stdout) for name in ("page.html", "report.txt"))
        self.assertEqual(page["source"]["encoding"], "GB18030")
        self.assertEqual(page["source"]["offsets"], "text")
        self.assertEqual([page[key] for key in ("document", "observations", "notes")],
                         [plain[key] for key in ("document", "observations", "notes")])

    def test_json_gives_an_object_or_an_array(self):
        self.assertIsInstance(self.read_json(self.run_it(self.report).stdout), dict)
        self.assertEqual(len(self.read_json(self.run_it(self.report, self.report).stdout)), 2)
        self.file("one/a.txt", REPORT.format(3))
        self.assertEqual(len(self.read_json(self.run_it("one").stdout)), 1)

    def test_json_and_jsonl_say_the_same(self):
        whole = self.run_it("--format", "json", self.report).stdout
        line = self.run_it("--format", "jsonl", self.report).stdout
        self.assertEqual(json.loads(whole, parse_float=str), json.loads(line, parse_float=str))
        self.assertEqual(len(line.splitlines()), 1)

    def test_csv_says_the_same_as_json(self):
        done = self.run_it("--format", "csv", self.report, self.plain)
        self.assertEqual(done.stdout.count(b"\r\n"), done.stdout.count(b"\n"))
        rows = list(csv.DictReader(io.StringIO(done.stdout.decode(), newline="")))
        report = json.loads(self.run_it(self.report).stdout, parse_float=str, parse_int=str)

        def flat(value, key=""):
            if not isinstance(value, dict):
                return {key: "" if value is None else {True: "true", False: "false"}[value] if isinstance(value, bool) else value}
            return {k: v for name, part in value.items() for k, v in flat(part, f"{key}_{name}" if key else name).items()}

        head = {**flat(report["source"], "source"), **flat(report["document"], "document"),
                "generator_lexicon": report["generator"]["lexicon"]}
        self.assertEqual(rows, [{**head, **flat(seen)} for seen in report["observations"]])

    def test_table_is_aligned(self):
        text = self.run_it("--format", "table", self.report).stdout.decode()
        self.assertNotIn("\x1b", text)
        self.assertIn("云川市人民政府工作报告", text)
        self.assertIn("7%以上", text)
        start = text.index("2025年主要目标")
        rows = [line for line in text[start:text.index("2024年完成情况")].splitlines() if "增速" in line or "水平" in line]
        self.assertGreaterEqual(len(rows), 2)
        width = lambda s: sum(2 if ord(c) > 0x2E80 else 1 for c in s)
        self.assertEqual(len({width(row[:row.index("预期")]) for row in rows}), 1)

    def test_table_on_a_terminal_has_colours_unless_told_otherwise(self):
        import pty
        for environment, colours in (({}, True), ({"NO_COLOR": "1"}, False)):
            master, slave = pty.openpty()
            clean = {k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "TERM")} | {"LC_ALL": "zh_CN.UTF-8"}
            child = subprocess.Popen([BINARY, self.report], stdout=slave, env={**clean, **environment})
            os.close(slave)
            text = self.all_of(master)
            self.assertEqual(child.wait(), 0)
            self.assertIn("主要目标".encode(), text)
            self.assertEqual(b"\x1b[" in text, colours)

    def test_a_text_cannot_steer_the_terminal(self):
        path = self.file("evil.txt", REPORT.format(5).replace("云川市人民政府", "云川\x1b[31m\u202e市人民政府"))
        text = self.run_it("--format", "table", path).stdout.decode()
        self.assertNotIn("\x1b", text)
        self.assertNotIn("\u202e", text)

    def test_output_file_appears_whole(self):
        out = self.path / "out.json"
        self.assertEqual(self.run_it("-o", out, self.report).stdout, b"")
        self.assertEqual(out.read_bytes(), self.run_it(self.report).stdout)
        self.run_it("--output=" + str(out), "--format", "jsonl", self.plain, self.report, "missing.txt", code=2)
        self.assertEqual(len(out.read_bytes().splitlines()), 3)
        out.chmod(0o640)
        link = self.path / "link.json"
        link.symlink_to(out)
        self.run_it("-o", link, self.report)
        self.assertTrue(link.is_symlink())
        self.assertEqual(out.stat().st_mode & 0o777, 0o640)
        self.assertEqual(sorted(p.name for p in self.path.iterdir()), ["link.json", "out.json", "plain.txt", "report.txt"])
        self.assertEqual(self.run_it("-o", "/dev/stdout", self.report).stdout, out.read_bytes())

    def test_quantities(self):
        line, = self.lines(self.run_it("--quantities", self.report).stdout)
        text = self.report.read_bytes()
        self.assertIn("7%以上", [seen["text"] for seen in line["quantities"]])
        for seen in line["quantities"]:
            self.assertEqual(text[seen["start"]:seen["end"]].decode(), seen["text"])
        self.assertEqual(self.lines(self.run_it("--quantities", "missing.txt", code=2).stdout)[0]["error"]["code"], "io")

    def test_dump_text_and_explain(self):
        self.file("gb.txt", REPORT.format(6.4).encode("gb18030"))
        self.assertEqual(self.run_it("--dump-text", "gb.txt").stdout.decode(), REPORT.format(6.4))
        self.assertIn("地区生产总值", self.run_it("--explain", self.report).stdout.decode())

    def test_list_indicators(self):
        self.assertIn("地区生产总值", self.run_it("--list-indicators").stdout.decode())
        listed = json.loads(self.run_it("--list-indicators", "--format", "json").stdout)
        lines = self.run_it("--list-indicators", "--format", "jsonl").stdout.splitlines()
        rows = list(csv.DictReader(io.StringIO(self.run_it("--list-indicators", "--format", "csv").stdout.decode())))
        self.assertEqual(listed, [json.loads(line) for line in lines])
        self.assertEqual([one["indicator"] for one in listed], [row["indicator"] for row in rows])
        self.assertIn("gdp", [one["indicator"] for one in listed])

    def test_broken_lexicon_is_two(self):
        bad = self.file("bad.json", '{\n "indicators": [\n  {"id": 5}\n ]\n}\n')
        done = self.run_it("--lexicon", bad, self.report, code=2)
        self.assertEqual(done.stdout, b"")
        self.assertTrue(done.stderr.decode().startswith(f"zhibiao: {bad}:3: "), done.stderr.decode())
        self.assertIn(b"nowhere.json: No such file", self.run_it("--lexicon", "nowhere.json", self.report, code=2).stderr)


if __name__ == "__main__":
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    unittest.main(argv=sys.argv[:1])
