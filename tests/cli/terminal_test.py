"""What people at a terminal meet: the table, progress, help, manual page, completion, habits. usage: terminal_test.py BINARY SCHEMA"""

import fcntl
import os
import pty
import re
import shutil
import struct
import subprocess
import sys
import termios
import unicodedata
import unittest

from command import BINARY, REPORT, Command

LONG = REPORT.format(6.4).replace("7%以上，", "7%以上，力争8%，单位地区生产总值能耗降低2.6%左右，粮食产量90.5万吨以上，居民收入增长与经济增长基本同步，"
                                  "澜北新区固定资产投资95亿元以上，").replace("增长6.4%。", "3155亿元、增长6.4%，货物进出口总额下降2.43%，造林3.6万亩。")


def width(text):
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def environment(**more):
    return {**{k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "TERM", "COLUMNS", "LC_ALL", "LC_MESSAGES", "LANG")}, **more}


class Terminal(Command):
    def setUp(self):
        super().setUp()
        self.report = self.file("report.txt", LONG)

    def table(self, *words, **more):
        return self.run_it("--format", "table", *words, self.report, env=environment(**more)).stdout.decode()

    def on_terminal(self, *words, columns=80, **more):
        """Standard output and error in one terminal: what it was sent, the exit code, and standard output where that is a pipe."""
        master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
        more.setdefault("stdout", slave)
        child = subprocess.Popen([BINARY, *map(str, words)], cwd=self.path, stdin=subprocess.DEVNULL, stderr=slave, env=environment(), **more)
        os.close(slave)
        return self.all_of(master).decode(), child.wait()

    # --- the table

    def test_headline_targets_then_results_then_the_rest(self):
        text = self.table()
        places = [text.index(words) for words in ("云川市人民政府工作报告", "2025年主要目标", "2024年完成情况", "其他")]
        self.assertEqual(places, sorted(places))
        targets, results, rest = text[places[1]:places[2]], text[places[2]:places[3]], text[places[3]:]
        for words in (r"地区生产总值 +Gross Regional Product \(GRP\) +增速 +7%以上 +预期", r"8% +力争", r"90\.5万吨以上", r"下降2\.6%左右",
                      "与经济增长同步", r"2\.3万人左右"):
            self.assertRegex(targets, words)
        for words in ("3155亿元", r"6\.4%", r"下降2\.43%", r"3\.6万亩"):
            self.assertRegex(results, words)
        self.assertRegex(rest, r"固定资产投资 +水平 +95亿元以上 +目标 +2025 +澜北新区")
        self.assertNotIn("澜北", targets + results)

    def test_english_words(self):
        text = self.table("--lang", "en")
        for words in ("2025 headline targets", "2024 results", "at least 7%", "strive", "315.5 billion CNY", "at least 905,000 tonnes",
                      "down about 2.6%", "down 2.43%", "in step with economic growth"):
            self.assertIn(words, text)

    def test_the_language_is_that_of_the_locale_then_of_the_report(self):
        for more, chinese in (({}, True), ({"LANG": "C.UTF-8"}, True), ({"LANG": "en_GB.UTF-8"}, False), ({"LANG": "zh_TW.UTF-8"}, True),
                              ({"LC_ALL": "zh_CN.UTF-8", "LANG": "en_US"}, True), ({"LC_ALL": "", "LC_MESSAGES": "de_DE", "LANG": "zh_CN"}, False)):
            self.assertEqual("主要目标" in self.table(**more), chinese, more)
        self.assertIn("主要目标", self.table("--lang=zh", LANG="en_US"))

    def test_it_fits_the_terminal_and_cuts_no_number_and_no_scope(self):
        for language in ("zh", "en"):
            whole = self.table("--lang", language)
            for columns in (60 if language == "zh" else 72, 80, 100, 200):
                text = self.table("--lang", language, COLUMNS=str(columns))
                self.assertLessEqual(max(map(width, text.splitlines())), columns)
                for words in ("90.5万吨以上", "95亿元以上") if language == "zh" else ("at least 905,000 tonnes", "9.5 billion CNY"):
                    self.assertIn(words, text)
                self.assertRegex(text, "澜北新(区|…)|澜北…" if columns < 80 else "澜北新区")
            self.assertNotIn("…", whole)
        sent, code = self.on_terminal(self.report, columns=66)
        self.assertEqual(code, 0)
        self.assertLessEqual(max(width(re.sub(r"\x1b\[[0-9]*m", "", line)) for line in sent.splitlines()), 66)

    def test_columns_stand_below_one_another(self):
        lines = self.table().splitlines()
        for word in ("行:列", "口径"):
            at = None
            for line in lines:
                if word in line:
                    at = width(line[:line.index(word)])
                elif line.startswith("  ") and at is not None and len(line.split("  ")) > 3:
                    before = "".join(c for c in line)
                    cells, used = 0, 0
                    while cells < at - 2:
                        cells += width(before[used])
                        used += 1
                    self.assertEqual(before[used:used + 2], "  ", line)

    def test_reports_are_parted_by_a_title_line(self):
        self.file("other.txt", REPORT.format(5).replace("云川", "云泽"))
        text = self.run_it("--format", "table", "report.txt", "other.txt", env=environment()).stdout.decode()
        self.assertEqual(len(re.findall(r"^== .*政府工作报告 =+$", text, re.M)), 2)

    def test_colour_when_asked_for(self):
        self.assertNotIn("\x1b", self.table())
        self.assertIn("\x1b[32m", self.table("--color", "always", NO_COLOR="1"))
        self.assertIn("\x1b[", self.on_terminal(self.report)[0])
        self.assertNotIn("\x1b[", self.on_terminal("--color=never", self.report)[0])

    # --- what is said

    def test_verbose_tells_of_each_file_and_the_totals(self):
        self.file("bad.txt", b"%PDF-1.7\n")
        self.file("gb.txt", REPORT.format(5).encode("gb18030"))
        done = self.run_it("-v", "-f", "jsonl", "report.txt", "bad.txt", "gb.txt", code=2)
        said = done.stderr.decode().splitlines()
        self.assertRegex(said[0], r"^zhibiao: report\.txt: UTF-8, \d+ bytes, \d+ observations, 1 goals? without a number, \d+ notes$")
        self.assertTrue(said[1].startswith("zhibiao: bad.txt: "))
        self.assertIn("gb.txt: GB18030", said[2])
        self.assertRegex(said[3], r"^zhibiao: 3 inputs, 1 failed, \d+ records, \d+ bytes, \d+\.\d\d s$")
        self.assertEqual(len(said), 4)
        self.assertEqual(len(self.run_it("-v", "-q", "-f", "jsonl", "bad.txt", code=2).stderr.splitlines()), 1)

    # --- progress

    def slow_work(self):
        for i in range(60):
            self.file(f"many/{i:03}.txt", "\n".join(LONG for _ in range(400)))

    def test_progress_on_a_terminal_and_nowhere_else(self):
        self.slow_work()
        out = self.path / "out.jsonl"
        with open(out, "wb") as file:
            sent, code = self.on_terminal("-f", "jsonl", "many", "missing.txt", stdout=file)
        self.assertEqual(code, 2)
        self.assertRegex(sent, r"\d+(/60)? reports  .*reports/s  .*MB/s")
        self.assertRegex(sent, r"\d+%  .*/61 reports")
        self.assertRegex(sent, r"\d:\d\d left")
        self.assertEqual(len(out.read_bytes().splitlines()), 61)
        left = ""  # what stands on the last line of the terminal in the end
        for piece in re.split(r"(\r\n|\r\x1b\[K)", sent):
            left = "" if piece in ("\r\n", "\r\x1b[K") else left + piece
        self.assertEqual(left, "")
        message = next(line for line in re.split(r"\r\n|\r\x1b\[K", sent) if "missing" in line)
        self.assertEqual(message, "zhibiao: missing.txt: No such file or directory")
        for line in re.split(r"\r\n|\r\x1b\[K", sent):
            self.assertLess(len(line), 80)
        with open(out, "wb") as file:
            self.assertEqual(self.on_terminal("--quiet", "-f", "jsonl", "many", stdout=file), ("", 0))
        self.assertEqual(self.run_it("-f", "jsonl", "many").stderr, b"")

    def test_progress_of_a_long_evaluation(self):
        self.slow_work()
        for text in sorted((self.path / "many").iterdir()):
            text.with_suffix(".gold.jsonl").write_bytes(b"")
        with open(os.devnull, "wb") as file:
            sent, code = self.on_terminal("--evaluate", "many", "-f", "json", stdout=file)
        self.assertEqual(code, 0)
        self.assertRegex(sent, r"\d+%  \d+/60 reports  .*reports/s  \d:\d\d left")
        self.assertTrue(sent.endswith("\r\x1b[K"))

    def test_no_progress_for_short_work(self):
        with open(os.devnull, "wb") as file:
            self.assertEqual(self.on_terminal("-f", "jsonl", self.report, stdout=file), ("", 0))

    # --- pages

    COMMANDS = ("panel", "diff", "lexicon check")

    def flags(self, command=None):
        """Of one command ("" is zhibiao itself), or of all, one after the other."""
        parts = re.split(r"^Usage: zhibiao ", self.run_it("--help", "all").stdout.decode(), flags=re.M)[1:]
        self.assertEqual(len(parts), 1 + len(self.COMMANDS))
        named = dict(zip(("", *self.COMMANDS), parts))
        for name, part in named.items():
            self.assertTrue(part.startswith(name))
        text = "".join(parts) if command is None else named[command]
        return re.findall(r"^  (?:-\w, |    )(--[\w-]*)", text, re.M)

    def test_help_fits_one_screen_and_names_every_option(self):
        text = self.run_it("--help").stdout.decode()
        self.assertLessEqual(len(text.splitlines()), 24)
        self.assertLessEqual(max(map(len, text.splitlines())), 80)
        self.assertGreater(len(self.flags("")), 15)
        for flag in (*self.flags(""), *self.COMMANDS):
            self.assertIn(flag, text)
        for command in self.COMMANDS:
            own = self.run_it(*command.split(), "--help").stdout.decode()
            self.assertLessEqual(max(map(len, own.splitlines())), 80)
            for flag in self.flags(command):
                self.assertIn(flag, own)
        self.assertLessEqual(max(map(len, self.run_it("--help", "all").stdout.decode().splitlines())), 80)
        self.assertEqual(self.run_it("-h", "report.txt").stdout.decode(), text)

    def test_the_manual_describes_every_option_with_an_example(self):
        page = self.run_it("--help", "man").stdout.decode()
        entries = [entry for entry in page.split(".TP\n.B ")[1:] if entry.startswith("\\-")]
        self.assertEqual([re.search(r"\\-\\-[\w\\-]*", entry)[0].replace("\\", "") for entry in entries], self.flags())
        for entry in entries:
            self.assertIn("(CWzhibiao", entry.replace("source <(", "").replace("\\f(CW", "(CW"))
        self.assertTrue(page.isascii())
        checked = 0
        if shutil.which("mandoc"):
            done = subprocess.run(["mandoc", "-Tlint", "-W", "warning"], input=page.encode(), capture_output=True)
            self.assertEqual(done.stdout + done.stderr, b"")
            checked += 1
        if shutil.which("groff"):
            done = subprocess.run(["groff", "-man", "-Tutf8", "-ww", "-z"], input=page.encode(), capture_output=True)
            self.assertEqual(done.stdout + done.stderr, b"")
            checked += 1
        if checked == 0:
            self.skipTest("neither mandoc nor groff")

    def test_completion_in_bash(self):
        script = self.file("completion", self.run_it("--help", "bash").stdout)
        (self.path / "a folder").mkdir()

        def completed(*words):
            words = list(words)
            line = " ".join("'" + word + "'" for word in words)
            done = subprocess.run(["bash", "--norc", "-c", f'. "{script}"; COMP_WORDS=({line}); COMP_CWORD={len(words) - 1}; _zhibiao; '
                                   'printf "%s\\n" "${COMPREPLY[@]}"'], capture_output=True, cwd=self.path)
            self.assertEqual(done.stderr, b"")
            return sorted(done.stdout.decode().split("\n")[:-1])

        self.assertEqual(completed("zhibiao", "--fo"), ["--format"])
        self.assertEqual(completed("zhibiao", "--format", "j"), ["json", "jsonl"])
        self.assertEqual(completed("zhibiao", "--format", "=", "c"), ["csv"])
        self.assertEqual(completed("zhibiao", "--lang", "="), ["en", "zh"])
        self.assertEqual(completed("zhibiao", "--evaluate", "a"), ["a folder"])
        self.assertEqual(completed("zhibiao", "re"), ["report.txt"])
        self.assertEqual(completed("zhibiao", "--", "--f"), [""])
        self.assertEqual(completed("zhibiao", "--jobs", "r"), [""])
        self.assertEqual(sorted(set(completed("zhibiao", "--")) | {"--"}), sorted(self.flags("")))
        self.assertEqual(completed("zhibiao", "pan"), ["panel"])
        self.assertEqual(completed("zhibiao", "panel", "--wi"), ["--wide"])
        self.assertEqual(completed("zhibiao", "panel", "--input", "r"), ["reports"])
        self.assertEqual(completed("zhibiao", "diff", "--format", "c"), ["csv"])
        self.assertEqual(completed("zhibiao", "lexicon", "ch"), ["check"])
        self.assertEqual(completed("zhibiao", "lexicon", "check", "--fo"), ["--format"])

    def test_a_tab_in_an_interactive_bash(self):
        script = self.file("completion", self.run_it("--help", "bash").stdout)
        master, slave = pty.openpty()
        child = subprocess.Popen(["bash", "--norc", "-i"], stdin=slave, stdout=slave, stderr=slave, cwd=self.path, start_new_session=True,
                                 env=environment(PS1="$ ", TERM="dumb", INPUTRC="/dev/null", PATH=f"{BINARY.parent}:{os.environ['PATH']}"))
        os.close(slave)
        os.write(master, f". '{script}'\nzhibiao --dump-t\trep\t > out; echo done:$?\n".encode())
        os.write(master, b"exit\n")
        self.all_of(master)
        child.wait()
        self.assertEqual((self.path / "out").read_text("utf-8"), LONG)

    def test_completion_of_other_shells_is_well_formed(self):
        for shell in ("zsh", "fish"):
            text = self.run_it("--help", shell).stdout.decode()
            for flag in self.flags():
                if flag != "--":
                    self.assertIn(flag if shell == "zsh" else "-l " + flag[2:], text)
            if shutil.which(shell):
                done = subprocess.run([shell, "-n", self.file("x", text)], capture_output=True)
                self.assertEqual((done.returncode, done.stderr), (0, b""))

    # --- habits

    def shell(self, line):
        done = subprocess.run(["bash", "-o", "pipefail", "-c", line], cwd=self.path, capture_output=True, env=environment(Z=str(BINARY)))
        return done.stdout.decode(), done.stderr.decode(), done.returncode

    def test_habits_of_the_shell(self):
        self.file("texts/a b.txt", LONG)
        self.file("texts/换\n行.txt", LONG)
        out, said, code = self.shell('find texts -name "*.txt" -print0 | sort -z | xargs -0 "$Z" -f jsonl')
        self.assertEqual((len(self.lines(out)), said, code), (2, "", 0))
        out, said, code = self.shell('"$Z" --format=jsonl --jobs=2 texts/*.txt | head -n 1')
        self.assertEqual((len(self.lines(out)), said, code), (1, "", 0))
        out, said, code = self.shell('cat report.txt | "$Z" -fjsonl - report.txt')
        self.assertEqual(([line["source"]["path"] for line in self.lines(out)], said, code), (["-", "report.txt"], "", 0))

    def test_a_slip_is_answered_with_what_was_meant(self):
        for word, meant in (("--fromat", "--format"), ("--formt=csv", "--format"), ("--list", "--list-indicators"), ("--colour", "--color"),
                            ("--verbos", "--verbose"), ("--explian", "--explain")):
            self.assertIn(f"did you mean '{meant}'?", self.run_it(word, "report.txt", code=2).stderr.decode())
        self.assertIn("did you mean 'jsonl'?", self.run_it("-f", "jsnl", "report.txt", code=2).stderr.decode())
        self.assertIn("did you mean 'csv'?", self.run_it("-f", "CSV", "report.txt", code=2).stderr.decode())
        self.assertIn("did you mean 'panel'?", self.run_it("panle", "report.txt", code=2).stderr.decode())
        self.assertIn("1 to 256", self.run_it("--jobs", "300", "report.txt", code=2).stderr.decode())
        for word in ("--frobnicate", "-V", "nowhere.txt"):
            self.assertNotIn("did you mean", self.run_it(word, "report.txt", code=2).stderr.decode())

    def test_silence_is_explained(self):
        self.file("scans/a.pdf", "%PDF-1.7")
        self.assertIn("nothing to read: no *.txt", self.run_it("-f", "csv", "scans", code=1).stderr.decode())
        self.assertEqual(self.run_it("-q", "-f", "csv", "scans", code=1).stderr, b"")
        self.assertIn("say --format csv", self.run_it("-o", str(self.path / "a.csv"), "report.txt").stderr.decode())


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
