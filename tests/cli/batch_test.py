"""Many inputs, and what may go wrong among them: bad files, limits, signals, full disks. usage: batch_test.py BINARY SCHEMA [FAULTS.so]"""

import json
import os
import resource
import signal
import subprocess
import sys
import time
import unittest

from command import BINARY, REPORT, Command

FAULTS = sys.argv[3] if len(sys.argv) > 3 else ""


class Batch(Command):
    def many(self, count=40, copies=1):
        for i in range(count):
            self.file(f"many/{i:04}.txt", REPORT.format(i % 30) * copies)

    def run_it(self, *words, faults=None, **more):
        if faults:
            more["env"] = {**os.environ, "LD_PRELOAD": FAULTS, "ZHIBIAO_FAULTS": faults}
        return super().run_it(*words, **more)

    def names(self):
        return sorted(path.name for path in self.path.iterdir())

    # --- bad neighbours

    def test_a_bad_file_costs_itself_only(self):
        bad = {"0003.txt": b"\xff\xfe\xff", "0007.txt": b"%PDF-1.4", "0011.txt": b"a\0b", "0013.html": b"<html>" + b"<div>" * 3000,
               "0017.txt": REPORT.format(3).encode() + b"\xe5", "0019.txt": b"\xff" * 4000, "0023.txt": b"\xed\xa0\x80" + REPORT.encode()}
        self.many()
        for name, content in bad.items():
            self.file("many/" + name, content)
        (self.path / "many/0029.txt").unlink()
        (self.path / "many/0029.txt").symlink_to("nowhere")
        for jobs in ("1", "4"):
            done = self.run_it("--format", "jsonl", "--jobs", jobs, "many", code=2)
            lines = self.lines(done.stdout)
            paths = [line["source"]["path"] for line in lines]
            self.assertEqual(paths, sorted(paths))
            self.assertEqual(len(lines), 41)  # 0013.html stands beside 0013.txt
            failed = {path.split("/")[1] for line, path in zip(lines, paths) if "error" in line}
            self.assertEqual(failed, {*bad, "0029.txt"})
            said = done.stderr.decode().splitlines()
            self.assertEqual(len(said), len(failed))
            for line in said:
                self.assertRegex(line, r"^zhibiao: many/\S+: .")

    def test_bytes_that_do_not_decode_are_named(self):
        text = REPORT.format(5).encode()
        for content, words in ((text + b"\xed\xa0\x80" + text, f"invalid UTF-8 at byte {len(text)}"),
                               (text + b"\0" + text, f"NUL at byte {len(text)}"),
                               (b"\xff\xfe" + "增长".encode("utf-16-le") + b"\x00\xd8" + "5%".encode("utf-16-le"),
                                "lone surrogate at byte 6")):
            self.file("x.txt", content)
            self.assertIn(words, self.run_it("x.txt", code=2).stderr.decode())

    def test_one_text_too_many_for_the_memory(self):
        self.many(3)
        self.file("many/0001.txt", "地区生产总值增长5%，" * 1500000)
        room = 1 << 28
        narrow = {"cwd": self.path, "capture_output": True,
                  "preexec_fn": lambda: resource.setrlimit(resource.RLIMIT_AS, (room, room))}
        if subprocess.run([BINARY, "--version"], **narrow).returncode < 0:
            self.skipTest("the binary does not start in so little memory: a sanitizer's takes terabytes of addresses")
        done = subprocess.run([BINARY, "--format", "jsonl", "many"], **narrow)
        self.assertEqual(done.returncode, 2, done.stderr)
        lines = self.lines(done.stdout)
        self.assertEqual(["error" in line for line in lines], [False, True, False])
        self.assertEqual(done.stderr, b"zhibiao: many/0001.txt: not enough memory for it\n")

    # --- limits

    def test_size_of_an_input(self):
        self.file("a.txt", REPORT.format(5) + " " * 5000)
        for words in (["a.txt"], ["-"]):
            done = self.run_it("--max-bytes", "4K", *words, code=2, stdin=(self.path / "a.txt").read_bytes())
            self.assertIn(b"larger than the limit of 4096 bytes", done.stderr)
        self.run_it("--max-bytes=1M", "a.txt")
        lines = "".join(json.dumps({"id": i, "text": REPORT.format(5) + " " * size}) + "\n" for i, size in enumerate((0, 9000, 0)))
        done = self.run_it("--max-bytes", "4K", "--input", "jsonl", "--format", "jsonl", code=2, stdin=lines.encode())
        self.assertEqual(["error" in line for line in self.lines(done.stdout)], [False, True, False])
        for value in ("0", "2G", "many", "", "-1", "1X", "99999999999999999999", "K"):
            self.assertIn(b"--max-bytes", self.run_it("--max-bytes", value, "a.txt", code=2).stderr)
        with open(self.path / "huge.txt", "wb") as file:  # a hole: takes no room, and no memory either
            file.truncate(1 << 32)
        self.assertIn(b"larger than the limit of 268435456 bytes", self.run_it("huge.txt", code=2).stderr)

    def test_number_of_records(self):
        self.file("a.txt", REPORT.format(5) + "地区生产总值增长5%。\n" * 100200)
        report = json.loads(self.run_it("--format", "jsonl", "a.txt").stdout)  # the validator would take minutes
        self.assertEqual(len(report["observations"]), 100000)
        note = report["notes"][-1]
        self.assertEqual(note["reason"], "too_many_records")
        self.assertEqual(note["start"], report["observations"][-1]["evidence"]["end"] + len("。\n".encode()))

    def test_numbers_beyond_what_is_exact(self):
        for number in ("1234567890123456789", "0.1234567890123456789", "9" * 400, "1" + "0" * 30 + "1"):
            self.file("a.txt", REPORT.format(5) + f"地区生产总值{number}亿元，地区生产总值增长{number}%。")
            report, = self.lines(self.run_it("--format", "jsonl", "a.txt").stdout)
            self.assertEqual(len(report["observations"]), 3)
            self.assertIn("too_many_digits", {note["reason"] for note in report["notes"]})

    def test_nesting_of_json(self):
        line = '{"id": "deep", "x": ' + '[{"a":' * 200000 + "1" + "}]" * 200000 + ', "text": "甲"}\n'
        done = self.run_it("--input", "jsonl", "--format", "jsonl", code=2, stdin=(line + "[" * 1000000 + "\n").encode())
        self.assertEqual(["error" in one for one in self.lines(done.stdout)], [False, True])
        self.file("deep.json", '{"indicators":' + "[" * 500000 + "]" * 500000 + "}")
        self.assertIn(b"deep.json:1: nested too deeply", self.run_it("--lexicon", "deep.json", code=2).stderr)

    def test_a_lexicon_of_ten_thousand_patterns(self):
        entry = lambda i, name: {"id": f"own_{i}", "label_zh": name, "label_en": f"own {i}", "nature": "amount", "units": ["CNY"], "names": [name]}
        letters = [chr(0x4E00 + 37 * i % 6000) for i in range(6000)]
        entries = [entry(i, letters[i % 3000] + letters[i * 7 % 5987] + letters[i // 3000 + 100] + "云台{总|}产{量|值}") for i in range(10000)]
        self.file("large.json", json.dumps({"indicators": entries}, ensure_ascii=False))
        name = entries[9999]["names"][0].split("{")[0] + "产值"
        self.file("a.txt", REPORT.format(5) + f"全市{name}达到12亿元。")
        report, = self.lines(self.run_it("--lexicon", "large.json", "--format", "jsonl", "a.txt").stdout)
        self.assertEqual([one["indicator"] for one in report["observations"] if one["extension"]], ["own_9999"])
        self.file("more.json", json.dumps({"indicators": [entry(1, "甲" + "{乙|丙}" * 40)]}, ensure_ascii=False, indent=1))
        said = self.run_it("--lexicon", "more.json", "a.txt", code=2).stderr.decode()
        self.assertIn("too many spellings", said)

    # --- going on

    def complete(self, *words, code=0):
        return self.run_it("--format", "jsonl", *words, code=code).stdout

    def test_resume_from_every_kind_of_stop(self):
        self.many(12)
        self.file("many/0005.txt", b"%PDF-")
        whole = self.complete("many", code=2)
        ends = [i + 1 for i, byte in enumerate(whole) if byte == 10]
        for stop in (0, 1, ends[0] - 1, ends[0], ends[0] + 1, ends[3] + 40, ends[5], ends[10] + 3, len(whole) - 1, len(whole)):
            for name in ("out.jsonl", "out.jsonl.part"):
                self.file(name, whole[:stop])
                done = self.run_it("--resume", "--format", "jsonl", "-o", "out.jsonl", "--jobs", "3", "many", code=2)
                self.assertEqual((self.path / "out.jsonl").read_bytes(), whole, (stop, name))
                self.assertEqual(self.names(), ["many", "out.jsonl"])
                (self.path / "out.jsonl").unlink()
                if stop >= ends[5]:
                    self.assertEqual(done.stderr, b"")  # what failed before is not tried again

    def test_resume_of_lines_and_of_inputs_that_came_since(self):
        lines = [json.dumps({"id": name, "text": REPORT.format(5)}).encode() + b"\n" for name in "abcab"] + [b"{\n", b"[\n"]
        whole = self.run_it("--input", "jsonl", "--format", "jsonl", stdin=b"".join(lines), code=2).stdout
        self.file("out.jsonl", b"".join(whole.splitlines(keepends=True)[:4]))
        self.run_it("--resume", "--input", "jsonl", "--format", "jsonl", "-o", "out.jsonl", stdin=b"".join(lines), code=2)
        self.assertEqual((self.path / "out.jsonl").read_bytes(), whole)

        self.many(3)
        self.run_it("--format", "jsonl", "-o", "new.jsonl", "many")
        self.file("many/0000a.txt", REPORT.format(3))
        self.run_it("--resume", "--format", "jsonl", "-o", "new.jsonl", "many")
        paths = [line["source"]["path"] for line in self.lines((self.path / "new.jsonl").read_bytes())]
        self.assertEqual(paths, [f"many/{name}.txt" for name in ("0000", "0001", "0002", "0000a")])

    def test_resume_refuses_what_it_does_not_know(self):
        self.many(2)
        good = self.complete("many")
        other = good.replace(b'"lexicon":"', b'"lexicon":"x')
        for content, words in ((b"a,b\n1,2\n" + good, b"out.jsonl.part:1: no line of a report"), (other, b"another version or lexicon")):
            self.file("out.jsonl", content)
            self.assertIn(words, self.run_it("--resume", "--format", "jsonl", "-o", "out.jsonl", "many", code=2).stderr)
            self.assertEqual((self.path / "out.jsonl").read_bytes(), content)
            for part in self.path.glob("*.part"):
                part.unlink()
        for words in (["--resume", "many"], ["--resume", "--format", "csv", "-o", "x", "many"], ["--resume", "--format", "jsonl", "many"]):
            self.assertIn(b"--resume", self.run_it(*words, code=2).stderr)
        self.assertIn(b"--resume", self.run_it("--resume", "--format", "jsonl", "-o", "/dev/null", "many", code=2).stderr)

    def test_a_new_run_begins_anew(self):
        self.many(3)
        whole = self.complete("many")
        self.file("out.jsonl.part", b"{half")
        self.run_it("--format", "jsonl", "-o", "out.jsonl", "many")
        self.assertEqual((self.path / "out.jsonl").read_bytes(), whole)
        self.assertEqual(self.names(), ["many", "out.jsonl"])

    def test_two_runs_do_not_share_a_file(self):
        self.many(1)
        child = subprocess.Popen([BINARY, "--format", "jsonl", "-o", "out.jsonl", "-"], cwd=self.path, stdin=subprocess.PIPE)
        while not (self.path / "out.jsonl.part").exists():
            time.sleep(0.01)
        time.sleep(0.05)
        self.assertIn(b"another run", self.run_it("--format", "jsonl", "-o", "out.jsonl", "many", code=2).stderr)
        child.communicate(REPORT.format(5).encode())
        self.assertEqual(child.returncode, 0)
        self.assertEqual(len((self.path / "out.jsonl").read_bytes().splitlines()), 1)

    # --- signals

    def interrupted(self, number, *words):
        """Starts on lines that keep coming, sends the signal behind the third answer."""
        child = subprocess.Popen([BINARY, "--input", "jsonl", *words], cwd=self.path, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                 stderr=subprocess.PIPE)
        for i in range(3):
            child.stdin.write(json.dumps({"id": str(i), "text": REPORT.format(5)}).encode() + b"\n")
        child.stdin.flush()
        time.sleep(1.5 if "-o" in words else 0)
        answers = b"" if "-o" in words else b"".join(child.stdout.readline() for _ in range(3))
        child.send_signal(number)
        answers += child.stdout.read()
        said = child.stderr.read()
        child.stdin.close()
        child.stdout.close()
        child.stderr.close()
        return child.wait(), answers, said

    def test_signals_end_behind_the_report(self):
        for number, code in ((signal.SIGINT, 130), (signal.SIGTERM, 143)):
            for jobs in ("1", "4"):
                got, answers, said = self.interrupted(number, "--format", "jsonl", "--jobs", jobs)
                self.assertEqual(got, code, said)
                self.assertEqual([line["source"]["id"] for line in self.lines(answers)], ["0", "1", "2"])
                self.assertEqual(said, b"zhibiao: interrupted\n")

    def test_an_interrupted_run_leaves_no_half_file(self):
        got, _, said = self.interrupted(signal.SIGINT, "--format", "csv", "-o", "out.csv")
        self.assertEqual((got, self.names()), (130, []))
        got, _, said = self.interrupted(signal.SIGTERM, "--format", "jsonl", "-o", "out.jsonl")
        self.assertEqual((got, self.names()), (143, ["out.jsonl.part"]))
        self.assertIn(b"--resume", said)
        self.assertEqual(len(self.lines((self.path / "out.jsonl.part").read_bytes())), 3)
        lines = b"".join(json.dumps({"id": str(i), "text": REPORT.format(5)}).encode() + b"\n" for i in range(5))
        self.run_it("--resume", "--input", "jsonl", "--format", "jsonl", "-o", "out.jsonl", stdin=lines)
        self.assertEqual([line["source"]["id"] for line in self.lines((self.path / "out.jsonl").read_bytes())], list("01234"))
        self.assertEqual(self.names(), ["out.jsonl"])

    def test_killed_and_resumed(self):
        self.many(60, copies=30)
        whole = self.complete("many")
        child = subprocess.Popen([BINARY, "--format", "jsonl", "-o", "out.jsonl", "many"], cwd=self.path)
        while child.poll() is None and not ((self.path / "out.jsonl.part").exists() and (self.path / "out.jsonl.part").stat().st_size > 100000):
            time.sleep(0.001)
        child.kill()
        child.wait()
        self.run_it("--resume", "--format", "jsonl", "-o", "out.jsonl", "many")
        self.assertEqual((self.path / "out.jsonl").read_bytes(), whole)

    # --- disks and pipes

    def test_a_file_that_may_not_grow(self):
        self.many(30)
        limit = lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (20000, 20000))
        for form in ("json", "jsonl"):
            done = self.run_it("--format", form, "-o", "out", "many", code=2, preexec_fn=limit)
            self.assertEqual(done.stderr.decode(), "zhibiao: out: File too large\n")
            self.assertEqual(self.names(), ["many"] if form == "json" else ["many", "out.part"])
        self.run_it("--resume", "--format", "jsonl", "-o", "out", "many")
        self.assertEqual((self.path / "out").read_bytes(), self.complete("many"))

    @unittest.skipUnless(os.path.exists("/dev/full"), "no /dev/full here")
    def test_a_full_disk(self):
        self.many(5)
        for form in ("json", "jsonl", "csv", "table"):
            done = self.run_it("--format", form, "-o", "/dev/full", "many", code=2)
            self.assertEqual(done.stderr.decode(), "zhibiao: /dev/full: No space left on device\n")

    @unittest.skipUnless(FAULTS, "no faults can be made here")
    def test_faults_of_read_and_write(self):
        self.many(6)
        whole = self.complete("many")
        for fault in ("short", "eintr"):
            self.assertEqual(self.run_it("--format", "jsonl", "many", faults=fault).stdout, whole)
            self.run_it("--format", "jsonl", "-o", "out.jsonl", "many", faults=fault)
            self.assertEqual((self.path / "out.jsonl").read_bytes(), whole)
            lines = json.dumps({"id": "a", "text": REPORT.format(5)}).encode()
            self.assertEqual(len(self.run_it("--input", "jsonl", "--format", "jsonl", faults=fault, stdin=lines).stdout.splitlines()), 1)
        done = self.run_it("--format", "jsonl", "many", faults="eio:/0002.txt", code=2)
        self.assertEqual(done.stderr, b"zhibiao: many/0002.txt: Input/output error\n")
        self.assertEqual([i for i, line in enumerate(self.lines(done.stdout)) if "error" in line], [2])
        (self.path / "out.jsonl").unlink()
        for room in (0, 100, 5000, len(whole) - 1):
            done = self.run_it("--format", "jsonl", "-o", "out.jsonl", "many", faults=f"enospc:{room}", code=2)
            self.assertEqual(done.stderr, b"zhibiao: out.jsonl: No space left on device\n")
            self.assertFalse((self.path / "out.jsonl").exists())
            self.run_it("--resume", "--format", "jsonl", "-o", "out.jsonl", "many")
            self.assertEqual((self.path / "out.jsonl").read_bytes(), whole)
            (self.path / "out.jsonl").unlink()

    @unittest.skipUnless(FAULTS, "no faults can be made here")
    def test_fewer_threads_than_asked_for(self):
        self.many(20)
        whole = self.complete("many")
        for threads in (0, 1, 3):
            done = self.run_it("--format", "jsonl", "--jobs", "4", "many", faults=f"threads:{threads}")
            self.assertEqual(done.stdout, whole)


if __name__ == "__main__":
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    unittest.main(argv=sys.argv[:1])
