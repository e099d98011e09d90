"""--evaluate from outside: exit codes, messages, formats, and the figures of another scorer where one stands in SHARED.

usage: evaluate_test.py BINARY SHARED
"""

import csv
import io
import json
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

BINARY, SHARED = (pathlib.Path(word).resolve() for word in sys.argv[1:3])
GOLD, SAMPLES = pathlib.Path("tests/evaluate").resolve(), pathlib.Path("examples/samples").resolve()
NAMES = ("core", "full", "headline", "relative")
RECORD = ("indicator", "measure", "status", "commitment", "bound", "lower", "upper", "unit", "period", "base_period", "scope",
          "quote", "start", "end")


def evaluate(folder, *words, code=0, **more):
    done = subprocess.run([BINARY, "--evaluate", folder, *map(str, words)], capture_output=True, **more)
    assert done.returncode == code, (done.returncode, done.stderr.decode())
    assert code != 0 or done.stderr == b"", done.stderr.decode()
    return done


def scores(folder, *words, **more):
    return json.loads(evaluate(folder, "--format", "json", *words, **more).stdout)


class Evaluate(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.path = pathlib.Path(folder.name) / "gold"
        shutil.copytree(GOLD, self.path)

    def change(self, name, work):
        """Rewrites the records of one gold file, a list of objects."""
        path = self.path / name
        lines = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
        path.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in work(lines)), "utf-8")

    def test_what_the_samples_score(self):
        read = scores(GOLD, "--texts", SAMPLES)
        self.assertEqual([read["totals"][name]["matched"] for name in NAMES], [25, 25, 25, 1])
        self.assertEqual({read["totals"][name]["f1"] for name in NAMES}, {1.0})
        self.assertEqual(read["differences"], [])
        self.assertEqual(read["fields"]["commitment"], {"right": 11, "compared": 11, "accuracy": 1.0})
        self.assertEqual([one["id"] for one in read["documents"]], ["haiyan-2013-en", "linwan-2026"])
        self.assertEqual(read["misquoted_gold"], 0)

    def test_each_difference_is_listed(self):
        def work(lines):
            lines[0]["status"], lines[0]["bound"] = "estimate", "exact"
            lines[1]["lower"] = lines[1]["upper"] = "5.9"
            return lines[:-1]
        self.change("linwan-2026.gold.jsonl", work)
        self.change("haiyan-2013-en.relative.jsonl", lambda lines: [])
        documents = json.loads((self.path / "documents.json").read_text("utf-8"))
        documents["linwan-2026"]["plan_year"] = 2027
        (self.path / "documents.json").write_text(json.dumps(documents), "utf-8")
        read = scores(self.path, "--texts", SAMPLES)
        told = [(one["document"], one["line"], one["record"], one["kind"], one["fields"]) for one in read["differences"]]
        self.assertEqual(told, [
            ("haiyan-2013-en", 11, "relative_target", "spurious", []),
            ("linwan-2026", 5, "observation", "missed", []),
            ("linwan-2026", 5, "observation", "spurious", []),
            ("linwan-2026", 5, "observation", "different", ["status", "bound"]),
            ("linwan-2026", 10, "observation", "spurious", []),
            ("linwan-2026", None, "document", "different", ["plan_year"])])
        text = (SAMPLES / "linwan-2026.txt").read_bytes()
        for one in read["differences"]:
            for side in (one["gold"], one["output"]):
                if one["record"] == "observation" and side is not None:
                    self.assertEqual(tuple(side), RECORD)
                    self.assertEqual(text[side["start"]:side["end"]].decode(), side["quote"])
        self.assertEqual((read["differences"][-1]["gold"], read["differences"][-1]["output"]), (2027, 2026))
        self.assertEqual(read["differences"][1]["gold"]["lower"], "5.9")
        # The spurious records, put into the gold, are right there: both have one shape.
        extra = [one["output"] for one in read["differences"] if one["record"] == "observation" and one["kind"] == "spurious"]
        self.change("linwan-2026.gold.jsonl", lambda lines: lines + extra)
        self.assertEqual(scores(self.path, "--texts", SAMPLES)["totals"]["core"]["matched"], 25)

    def test_differences_add_up(self):
        rng = random.Random(7)
        self.change("haiyan-2013-en.gold.jsonl", lambda lines: [perturbed(line, rng) for line in lines])
        read = scores(self.path, "--texts", SAMPLES)
        core, kinds = read["totals"]["core"], [one["kind"] for one in read["differences"] if one["record"] == "observation"]
        self.assertEqual(kinds.count("missed"), core["gold"] - core["matched"])
        self.assertEqual(kinds.count("spurious"), core["output"] - core["matched"])
        self.assertEqual(sum(len(one["fields"]) for one in read["differences"] if one["record"] == "observation"),
                         sum(f["compared"] - f["right"] for n, f in read["fields"].items() if not n.startswith("document.")))
        for group in ("indicators", "measures"):
            for name in ("core", "full"):
                for count in ("matched", "gold", "output"):
                    self.assertEqual(sum(one[name][count] for one in read[group]), read["totals"][name][count])
        for name in NAMES:
            self.assertEqual(sum(one[name]["gold"] for one in read["documents"]), read["totals"][name]["gold"])

    def test_formats(self):
        self.change("linwan-2026.gold.jsonl", lambda lines: [{**lines[0], "status": "target"}, *lines[1:]])
        read = scores(self.path, "--texts", SAMPLES)
        self.assertEqual(json.loads(evaluate(self.path, "--texts", SAMPLES, "--format", "jsonl").stdout), read)
        table = evaluate(self.path, "--texts", SAMPLES, "--format", "table").stdout.decode()
        for words in (r"full +0\.9600 +0\.9600 +0\.9600 +24 +25 +25", r"status +24 +25 +0\.9600",
                      r"linwan-2026:5 +status +gdp +target +actual +地区生产总值突破2000亿元"):
            self.assertRegex(table, words)
        self.assertNotIn("\x1b", table)
        rows = list(csv.DictReader(io.StringIO(evaluate(self.path, "--texts", SAMPLES, "--format", "csv").stdout.decode())))
        for row in rows:
            if row["part"] == "total":
                for key in ("matched", "gold", "output"):
                    self.assertEqual(int(row[key]), read["totals"][row["which"]][key])
                for key in ("precision", "recall", "f1"):
                    self.assertEqual(float(row[key]), read["totals"][row["which"]][key])
        self.assertEqual({row["part"] for row in rows}, {"total", "field", "document", "indicator", "measure"})

    def test_jobs_do_not_change_a_byte(self):
        for form in ("table", "json", "csv"):
            one, four = (evaluate(GOLD, "--texts", SAMPLES, "--format", form, "--jobs", jobs).stdout for jobs in (1, 4))
            self.assertEqual(one, four)

    def test_texts_stand_beside_their_gold_by_default(self):
        for name in ("linwan-2026", "haiyan-2013-en"):
            shutil.copy(SAMPLES / f"{name}.txt", self.path)
        self.assertEqual(scores(self.path), scores(GOLD, "--texts", SAMPLES))

    def test_an_encoding_that_is_not_utf8_is_read_by_the_offsets_of_its_text(self):
        text = (SAMPLES / "linwan-2026.txt").read_text("utf-8")
        (self.path / "linwan-2026.txt").write_bytes(text.encode("gb18030"))
        shutil.copy(SAMPLES / "haiyan-2013-en.txt", self.path)
        self.assertEqual(scores(self.path)["totals"]["full"]["f1"], 1)

    def test_a_broken_gold_file_is_named_and_the_rest_goes_on(self):
        good = (self.path / "linwan-2026.gold.jsonl").read_text("utf-8")
        (self.path / "linwan-2026.gold.jsonl").write_text(good.replace('"level"', '"amount"', 2), "utf-8")
        done = evaluate(self.path, "--texts", SAMPLES, "--format", "json", code=2)
        self.assertEqual(done.stderr.decode(), f"zhibiao: {self.path}/linwan-2026.gold.jsonl:1: measure: no such name: 'amount'\n")
        read = json.loads(done.stdout)
        self.assertEqual(read["totals"]["full"]["matched"], 16)
        self.assertEqual([one["full"] is None for one in read["documents"]], [False, True])  # its fields still count
        self.assertEqual(read["fields"]["document.region"]["right"], 1)
        (self.path / "haiyan-2013-en.relative.jsonl").write_text("{\n")
        (self.path / "documents.json").write_text("{\n\n,}")
        done = evaluate(self.path, "--texts", SAMPLES, "--format", "json", code=2)
        self.assertEqual(done.stderr.decode().splitlines()[0],
                         f"zhibiao: {self.path}/haiyan-2013-en.relative.jsonl:1: the line is no JSON")
        self.assertEqual(done.stderr.decode().splitlines()[2], f"zhibiao: {self.path}/documents.json:3: is no JSON")
        self.assertEqual(done.stdout, b"")

    def test_goals_without_their_gold_are_named(self):
        (self.path / "haiyan-2013-en.gold.jsonl").rename(self.path / "other.gold.jsonl")
        said = evaluate(self.path, "--texts", SAMPLES, code=2).stderr.decode()
        self.assertIn("haiyan-2013-en.relative.jsonl: there is no haiyan-2013-en.gold.jsonl beside it", said)
        self.assertIn("other.txt: No such file", said)

    def test_a_missing_text_misses_all_of_its_gold(self):
        shutil.copy(SAMPLES / "linwan-2026.txt", self.path)
        done = evaluate(self.path, "--format", "json", code=2)
        self.assertEqual(done.stderr.decode(), f"zhibiao: {self.path}/haiyan-2013-en.txt: No such file or directory (--texts DIR names the folder of the texts)\n")
        read = json.loads(done.stdout)
        self.assertEqual((read["totals"]["full"]["matched"], read["totals"]["full"]["gold"]), (9, 25))
        self.assertIn("No such file", read["documents"][0]["error"])
        self.assertIsNone(read["documents"][1]["error"])
        self.assertEqual({one["line"] for one in read["differences"]}, {None})

    def test_wrong_offsets_are_pointed_out(self):
        self.change("linwan-2026.gold.jsonl", lambda lines: [{**line, "start": line["start"] // 3, "end": line["end"] // 3} for line in lines])
        self.assertEqual(scores(self.path, "--texts", SAMPLES)["misquoted_gold"], 9)
        self.assertIn("gold records whose quote is not the text from start to end: 9",
                      evaluate(self.path, "--texts", SAMPLES, "--format", "table").stdout.decode())

    def test_indicators_of_an_own_lexicon_count_where_the_gold_names_them(self):
        own = {"indicators": [{"id": "lantern_output", "label_zh": "灯笼产量", "label_en": "Output of lanterns", "nature": "count",
                               "units": ["item"], "names": ["灯笼产量"]}]}
        lexicon = self.path / "own.json"
        lexicon.write_text(json.dumps(own, ensure_ascii=False), "utf-8")
        text = "2025年，灯笼产量500个。"
        (self.path / "own.txt").write_text(text, "utf-8")
        done = subprocess.run([BINARY, "--lexicon", lexicon, "--format", "json", self.path / "own.txt"], capture_output=True)
        if done.returncode != 0:
            self.fail(done.stderr.decode())
        only = self.path / "only"
        only.mkdir()
        shutil.copy(self.path / "own.txt", only)
        (only / "own.gold.jsonl").write_text("")
        read = scores(only, "--lexicon", lexicon)
        self.assertEqual((read["totals"]["core"]["output"], read["extensions_left_aside"]), (0, 1))
        seen = json.loads(done.stdout)["observations"][0]
        gold = {**seen, **seen["value"], **seen["evidence"], "quote": seen["evidence"]["text"]}
        (only / "own.gold.jsonl").write_text(json.dumps(gold, ensure_ascii=False), "utf-8")
        read = scores(only, "--lexicon", lexicon)
        self.assertEqual((read["totals"]["core"]["matched"], read["extensions_left_aside"]), (1, 0))

    def test_misuse(self):
        empty = self.path / "empty"
        empty.mkdir()
        done = evaluate(empty, code=1)
        self.assertEqual((done.stdout, done.stderr.decode()), (b"", f"zhibiao: {empty}: no *.gold.jsonl there\n"))
        self.assertIn(b"nowhere: No such file", evaluate("nowhere", code=2).stderr)
        self.assertIn(b"Not a directory", evaluate(self.path / "documents.json", code=2).stderr)
        self.assertIn(b"--evaluate reads", evaluate(GOLD, "report.txt", code=2).stderr)
        self.assertIn(b"--evaluate reads", evaluate(GOLD, "--input", "jsonl", code=2).stderr)
        done = subprocess.run([BINARY, "--texts", SAMPLES, "x.txt"], capture_output=True)
        self.assertEqual((done.returncode, done.stderr), (2, b"zhibiao: --texts belongs to --evaluate; see zhibiao --help\n"))


def perturbed(line, rng):
    """The record with some of its fields changed, now and then."""
    line = dict(line)
    changes = {"indicator": "exports", "measure": "level", "status": "estimate", "bound": "about", "period": "2011", "unit": "item",
               "scope": "x", "commitment": "strive", "base_period": "2010", "lower": "1.50", "optional": True, "scope_open": True,
               "start": line["start"] + 5, "end": line["end"] + 9}
    for key in changes:
        if rng.random() < .08:
            line[key] = changes[key]
    return line


@unittest.skipUnless((SHARED / "score.py").exists(), f"there is no scorer at {SHARED}")
class SameFiguresAsTheOtherScorer(unittest.TestCase):
    """Counts, figures and fields, to the last digit that is printed."""

    def compare(self, gold, texts):
        with tempfile.TemporaryDirectory() as folder:
            output = pathlib.Path(folder) / "out.jsonl"
            subprocess.run([BINARY, "--format", "jsonl", "--jobs", "2", "-o", output, texts], check=True)
            said = subprocess.run([sys.executable, SHARED / "score.py", gold, output, "--texts", texts, "--indicators",
                                   SHARED / "indicators.json"], text=True, capture_output=True, check=True).stdout
        read = scores(gold, "--texts", texts, "--jobs", "2")
        pattern = r"^(\w+) +(\S+) / (\S+) / (\S+)   \(matched (\d+), gold (\d+), output (\d+)\)"
        theirs = {name: figures for name, *figures in re.findall(pattern, said, re.M)}
        ours = {name: [*(f"{t[k]:.4f}" for k in ("precision", "recall", "f1")), *(str(t[k]) for k in ("matched", "gold", "output"))]
                for name, t in read["totals"].items() if t and any(t[k] for k in ("matched", "gold", "output"))}
        self.assertEqual(ours, theirs)
        fields = said[said.rindex(":", 0, said.rindex(": ") + 1) + 2:].strip()
        self.assertEqual({n: f"{f['right']}/{f['compared']}" for n, f in read["fields"].items()},
                         dict(part.split(" ") for part in fields.split(", ") if part))
        aside = re.search(r"extensions: (\d+); evidence that is not the text: (\d+)", said)
        self.assertEqual((read["extensions_left_aside"], read["false_evidence"]), tuple(map(int, aside.groups())) if aside else (0, 0))
        row = re.compile(r"^(\S+)  core (\S+)  full (\S+)  headline (\S+)  gold (\d+) out (\d+)$", re.M)
        figures = lambda t: "/".join(f"{t[k]:.3f}" for k in ("precision", "recall", "f1"))
        self.assertEqual(sorted((d["id"], *(figures(d[n]) for n in NAMES[:3]), str(d["core"]["gold"]), str(d["core"]["output"]))
                          for d in read["documents"] if d["core"]), sorted(row.findall(said)))
        return read

    def test_samples(self):
        self.compare(GOLD, SAMPLES)

    def test_samples_with_flaws(self):
        seen = set()
        for seed in range(12):
            rng = random.Random(seed)
            with tempfile.TemporaryDirectory() as folder:
                gold = pathlib.Path(folder) / "gold"
                shutil.copytree(GOLD, gold)
                for path in gold.glob("*.gold.jsonl"):
                    lines = [perturbed(json.loads(line), rng) for line in path.read_text("utf-8").splitlines()]
                    lines = [line for line in lines if rng.random() > .1 for line in [line] * rng.choice((1, 1, 1, 2))]
                    if rng.random() < .3:
                        lines.insert(0, {"windows": [[0, rng.randrange(400, 1200)]]})
                    path.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), "utf-8")
                if rng.random() < .3:
                    (gold / "haiyan-2013-en.relative.jsonl").unlink()
                seen.add(self.compare(gold, SAMPLES)["totals"]["full"]["f1"])
        self.assertGreater(len(seen), 6)  # the flaws do differ

    def test_annotated_reports(self):
        folders = sorted(path for path in (SHARED / "corpus").glob("*") if list(path.glob("*.gold.jsonl")))
        for folder in folders:
            with self.subTest(folder.name):
                self.compare(folder, folder)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
