"""Corrections, the comparison of two runs, and the check of own lexicons. usage: review_test.py BINARY SCHEMA"""

import csv
import io
import json
import pathlib
import subprocess
import unittest

from command import BINARY, REPORT, Command

HEADER = "document,start,end,text,indicator,measure,field,from,to,note\n"
GROWTH = "地区生产总值增长6.4%"
TARGET = "地区生产总值增长7%以上"


class Review(Command):
    def setUp(self):
        super().setUp()
        self.report = self.file("a/report.txt", REPORT.format(6.4))
        self.before = self.file("before.jsonl", self.run_it("-f", "jsonl", "a/report.txt").stdout)

    def corrections(self, *rows, name="c.csv"):
        return self.file(name, HEADER + "".join(row + "\n" for row in rows))

    def corrected(self, *rows, applied, code=0, words=(), document="a/report.txt"):
        self.corrections(*rows)
        done = self.run_it("-f", "jsonl", "--corrections", "c.csv", *words, document, code=code)
        said = done.stderr.decode()
        self.assertIn(f"corrections: {applied} applied, {len(rows) - applied} not", said.splitlines()[-1])
        return self.lines(done.stdout)[0], said

    def seen(self, report, text):
        return [one for one in report["observations"] if one["evidence"]["text"] == text]


class Corrections(Review):
    def test_a_correction_is_applied_and_can_be_seen_in_every_format(self):
        row = f"a/report.txt,,,{GROWTH},gdp,growth_rate,period,2024,2023,misread"
        report, _ = self.corrected(row, applied=1)
        (one,) = self.seen(report, GROWTH)
        self.assertEqual(one["period"], "2023")
        self.assertTrue(one["rule"].endswith("+corrected:2"))
        self.assertEqual([(note["start"], note["end"]) for note in report["notes"] if note["reason"] == "corrected"],
                         [(one["evidence"]["start"], one["evidence"]["end"])])
        for form in ("json", "csv", "table"):
            done = self.run_it("-f", form, "--corrections", "c.csv", "a/report.txt")
            self.assertIn("2023", done.stdout.decode())

    def test_several_fields_of_a_record_a_row_each(self):
        rows = [f"report.txt,,,{GROWTH},gdp,growth_rate,value.{end},6.40,6.5," for end in ("lower", "upper")]
        report, _ = self.corrected(*rows, applied=2)
        self.assertEqual([(one["value"]["lower"], one["value"]["upper"]) for one in self.seen(report, GROWTH)], [(6.5, 6.5)])

    def test_half_a_correction_would_break_the_record_and_is_left_out(self):
        report, said = self.corrected(f"report.txt,,,{GROWTH},gdp,growth_rate,value.lower,6.4,6.5,", applied=0)
        self.assertEqual(self.seen(report, GROWTH)[0]["value"]["lower"], 6.4)
        self.assertIn("c.csv:2: no longer applies: would leave exact with lower 6.5 and upper 6.4", said)
        _, said = self.corrected(f"report.txt,,,{TARGET},gdp,growth_rate,status,target,actual,", applied=0)
        self.assertIn("commitment", said)

    def test_a_record_is_dropped(self):
        report, _ = self.corrected(f"report.txt,,,{GROWTH},gdp,growth_rate,record,,drop,", applied=1)
        self.assertEqual(self.seen(report, GROWTH), [])
        self.assertIn("dropped", [note["reason"] for note in report["notes"]])

    def test_the_indicator_brings_its_labels(self):
        report, _ = self.corrected(f"report.txt,,,{GROWTH},gdp,growth_rate,indicator,gdp,retail_sales_of_consumer_goods,",
                                   applied=1)
        self.assertEqual(self.seen(report, GROWTH)[0]["label"]["zh"], "社会消费品零售总额")

    def test_empty_is_null(self):
        report, _ = self.corrected(f"report.txt,,,{GROWTH},gdp,growth_rate,scope,,城东区,", applied=1)
        self.assertEqual(self.seen(report, GROWTH)[0]["scope"], "城东区")
        report, _ = self.corrected(f"report.txt,,,{GROWTH},gdp,growth_rate,period,2024,,", applied=1)
        self.assertIsNone(self.seen(report, GROWTH)[0]["period"])

    def test_what_no_longer_applies_is_said_with_line_and_reason(self):
        rows = (f"report.txt,,,{GROWTH},gdp,growth_rate,period,2022,2023,",
                "report.txt,,,地区生产总值增长9%,gdp,growth_rate,period,2024,2023,",
                f"report.txt,,,{GROWTH},gdp,level,period,2024,2023,",
                f"other.txt,,,{GROWTH},gdp,growth_rate,period,2024,2023,")
        report, said = self.corrected(*rows, applied=0)
        for line, reason in ((2, "period is now '2024', not '2022'"), (3, "no record has this evidence"),
                             (4, "is now gdp growth_rate"), (5, "document 'other.txt' was not read")):
            self.assertRegex(said, f"c.csv:{line}: no longer applies: .*{reason}")
        self.assertEqual(report["observations"], json.loads(self.before.read_text())["observations"])
        self.corrected(*rows, applied=0, code=2, words=["--strict-corrections"])

    def test_the_place_tells_repeats_apart(self):
        self.file("a/report.txt", REPORT.format(6.4).replace("二、", "全市地区生产总值增长6.4%。\n二、", 1))
        first, second = (one["evidence"]["start"] for one in self.seen(
            json.loads(self.run_it("a/report.txt").stdout), GROWTH))
        row = "report.txt,{},,%s,gdp,growth_rate,period,2024,2023," % GROWTH
        report, _ = self.corrected(row.format(second), applied=1)
        self.assertEqual([one["period"] for one in self.seen(report, GROWTH)], ["2024", "2023"])
        for stale in ("", first + 1):
            _, said = self.corrected(row.format(stale), applied=0)
            self.assertIn("2 times", said)

    def test_where_it_stands_once_the_place_may_be_stale(self):
        self.corrected(f"report.txt,1,2,{GROWTH},gdp,growth_rate,period,2024,2023,", applied=1)

    def test_broken_rows_are_refused_before_any_work(self):
        good = f"report.txt,,,{GROWTH},gdp,growth_rate,"
        for row, culprit in ((good + "colour,1,2,", "column 7 (field): 'colour'"), (good + "period,2024,Mar-25,", "column 9 (to): 'Mar-25'"),
                             (good + "value.lower,6.4,6.5%,", "column 9 (to): '6.5%'"),
                             (good + "value.lower,6.4,1234567890123456,", "column 9 (to)"),
                             (good + "value.lower,1.23457E+11,5,", "column 8 (from): '1.23457E+11' is no value.lower; a spreadsheet"),
                             (good + "status,actual,,", "column 9 (to): status cannot be empty"),
                             (good + "indicator,gdp,gdpp,", "unknown indicator 'gdpp'"),
                             (good + "value.unit,percent,ordinal,", "unknown unit 'ordinal'"),
                             (good + "record,,delete,", "column 9 (to)"), (good + "period,2024,2024,", "column 9 (to)"),
                             (good.replace("growth_rate", "growth") + "period,2024,2023,", "column 6 (measure): 'growth'"),
                             (good.replace(",,,", ",x,,") + "period,2024,2023,", "column 2 (start): 'x'"),
                             (good + 'scope,,a"b,', "column 9: a quote"), (good + 'scope,,"ab,', "never closed"),
                             (good + "period,2024,2023,\n" + good + "period,2024,2022,", ":3: corrects what line 2")):
            self.corrections(row)
            done = self.run_it("-o", "out.json", "--corrections", "c.csv", "a/report.txt", code=2)
            self.assertEqual(len(done.stderr.splitlines()), 1, done.stderr)
            self.assertRegex(done.stderr.decode(), "^zhibiao: c.csv:[23]: ")
            self.assertIn(culprit, done.stderr.decode())
            self.assertFalse((self.path / "out.json").exists())

    def test_headers(self):
        row = f"report.txt,,,{GROWTH},gdp,growth_rate,period,2024,2023,"
        for text, culprit in (("", ":1: no header"), ("document;start;end\n", "parted by commas"),
                              (HEADER.replace("from", "was") + row, "no column 'from'")):
            self.file("c.csv", text)
            done = self.run_it("--corrections", "c.csv", "a/report.txt", code=2)
            self.assertIn(culprit, done.stderr.decode())
        self.assertIn("No such file", self.run_it("--corrections", "none.csv", "a/report.txt", code=2).stderr.decode())

    def test_as_spreadsheets_write_it(self):
        columns = "note,reviewer,to,from,field,measure,indicator,text,end,start,document"
        row = f'"two\r\nlines",li,2023,2024,period,growth_rate,gdp,"{GROWTH}",,,report.txt'
        for encoding in ("utf-8-sig", "gb18030"):
            self.file("c.csv", f"{columns}\r\n{row}\r\n,,,,,,,,,,\r\n\r\n".encode(encoding))
            done = self.run_it("--corrections", "c.csv", "a/report.txt")
            self.assertIn("1 applied, 0 not", done.stderr.decode())
        self.file("c.csv", f"{columns}\n\n{row}\n{row.replace('2024', 'x')}\n")  # lines are those of the file
        self.assertIn("c.csv:5: column 4 (from)", self.run_it("--corrections", "c.csv", "a/report.txt", code=2).stderr.decode())

    def test_a_name_that_two_inputs_have_is_refused(self):
        self.file("b/report.txt", REPORT.format(6.4))
        self.corrections(f"report.txt,,,{GROWTH},gdp,growth_rate,period,2024,2023,")
        said = self.run_it("--corrections", "c.csv", "a", "b", code=2).stderr.decode()
        self.assertIn("c.csv:2: document 'report.txt' could be a/report.txt or b/report.txt", said)
        self.corrections(f"./b//report.txt,,,{GROWTH},gdp,growth_rate,period,2024,2023,")
        done = self.run_it("-f", "jsonl", "-j", "2", "--corrections", "c.csv", "a", "b")
        self.assertEqual([self.seen(one, GROWTH)[0]["period"] for one in self.lines(done.stdout)], ["2024", "2023"])

    def test_lines_are_known_by_their_ids_and_corrections_may_come_by_standard_input(self):
        self.file("in.jsonl", json.dumps({"id": "r1", "text": REPORT.format(6.4)}) + "\n")
        row = HEADER + f"r1,,,{GROWTH},gdp,growth_rate,period,2024,2023,\n"
        done = self.run_it("-f", "jsonl", "--input", "jsonl", "--corrections", "-", "in.jsonl", stdin=row.encode())
        self.assertEqual(self.seen(self.lines(done.stdout)[0], GROWTH)[0]["period"], "2023")
        self.run_it("--corrections", "-", code=2)

    def test_a_report_without_records_left_found_nothing(self):
        self.file("a/report.txt", "2024年政府工作报告\n全市地区生产总值增长6.4%。\n")
        self.corrected(f"report.txt,,,{GROWTH},gdp,growth_rate,record,,drop,", applied=1, code=1)

    def test_resume_does_not_call_skipped_inputs_stale(self):
        self.corrections(f"a/report.txt,,,{GROWTH},gdp,growth_rate,period,2024,2023,")
        for end in ("1 applied, 0 not", "0 applied, 0 not, 1 of inputs that were not read anew"):
            done = self.run_it("-f", "jsonl", "-o", "out.jsonl", *(["--resume"] if "anew" in end else []),
                               "--corrections", "c.csv", "a/report.txt")
            self.assertIn(end, done.stderr.decode())

    def test_misuse(self):
        for words in (["--corrections"], ["--corrections", "c.csv", "--list-indicators"], ["--strict-corrections", "a"]):
            self.assertIn("corrections", self.run_it(*words, code=2).stderr.decode())


class Diff(Review):
    def edited(self, edit, name="after.jsonl"):
        report = json.loads(self.before.read_text())
        edit(report)
        return self.file(name, json.dumps(report, ensure_ascii=False) + "\n")

    def edit_everything(self, report):
        seen = report["observations"]
        seen[0]["value"].update(lower=6.5, upper=6.5)
        seen[0]["scope"] = '城"东",区'
        seen[1]["indicator"] = "grain_output"
        seen[1]["label"] = {"zh": "粮食产量", "en": "Output of Grain"}
        del seen[2]

    def test_the_same_is_zero(self):
        for form in ("text", "json", "jsonl", "csv"):
            done = self.run_it("diff", "--format", form, "before.jsonl", "before.jsonl")
            self.assertEqual(done.stderr, b"")
        self.assertEqual(self.run_it("diff", "before.jsonl", "-", stdin=self.before.read_bytes()).stdout,
                         b"1 document, no difference\n")

    def test_fields_records_and_notes_that_differ(self):
        self.edited(self.edit_everything)
        text = self.run_it("diff", "before.jsonl", "after.jsonl", code=1).stdout.decode()
        for line in ("a/report.txt", "value.lower: 6.4 → 6.5", "indicator: gdp → grain_output", "  - new_urban_employment level",
                     "1 document: 1 differ, 0 only in the first, 0 only in the second",
                     "records: 0 added, 1 removed, 2 changed; notes: 0 came, 0 went"):
            self.assertIn(line, text)
        whole = json.loads(self.run_it("diff", "-f", "json", "before.jsonl", "after.jsonl", code=1).stdout)
        lines = [json.loads(line) for line in self.run_it("diff", "-f", "jsonl", "before.jsonl", "after.jsonl", code=1).stdout.splitlines()]
        self.assertEqual(lines, [*whole["documents"], {"summary": whole["summary"]}])
        self.assertEqual(whole["summary"]["fields"]["value.lower"], 1)
        changed = whole["documents"][0]["observations"]["changed"]
        self.assertIn({"field": "value.lower", "from": "6.4", "to": "6.5"}, changed[0]["fields"])
        self.assertEqual(changed[0]["before"], json.loads(self.before.read_text())["observations"][0])
        rows = list(csv.DictReader(io.StringIO(self.run_it("diff", "-f", "csv", "before.jsonl", "after.jsonl", code=1).stdout.decode())))
        self.assertEqual([row["field"] for row in rows if row["change"] == "changed"],
                         ["value.lower", "value.upper", "scope", "indicator", "label.zh", "label.en"])

    def test_notes_and_the_document(self):
        def edit(report):
            report["notes"].append({"reason": "share", "start": 1, "end": 4})
            report["document"]["region"] = "山川市"
        self.edited(edit)
        text = self.run_it("diff", "before.jsonl", "after.jsonl", code=1).stdout.decode()
        self.assertIn("+ note share  [1:4]", text)
        self.assertIn("document.region: 云川市 → 山川市", text)
        self.assertIn("- note share", self.run_it("diff", "after.jsonl", "before.jsonl", code=1).stdout.decode())

    def test_another_generator_alone_is_no_difference(self):
        self.edited(lambda report: report["generator"].update(lexicon="other"))
        self.run_it("diff", "before.jsonl", "after.jsonl")

    def test_documents_in_any_order_on_one_side_or_failed(self):
        self.file("b.txt", REPORT.format(5))
        first = self.file("first.jsonl", self.run_it("-f", "jsonl", "a/report.txt", "b.txt", "missing.txt", code=2).stdout)
        lines = first.read_bytes().splitlines(keepends=True)
        self.file("second.jsonl", b"\n" + lines[2] + lines[1] + lines[0].replace(b"a/report.txt", b"c/report.txt"))
        text = self.run_it("diff", "first.jsonl", "second.jsonl", code=1).stdout.decode().splitlines()
        self.assertEqual(text[:3], ["- a/report.txt: only in the first", "+ c/report.txt: only in the second",
                                    "4 documents: 0 differ, 1 only in the first, 1 only in the second"])
        self.file("second.jsonl", lines[0].replace(b"a/report.txt", b"missing.txt"))
        self.file("first.jsonl", lines[2])
        text = self.run_it("diff", "first.jsonl", "second.jsonl", code=1).stdout.decode()
        self.assertIn("missing.txt: io: No such file or directory → read", text)

    def test_a_malformed_line_is_named_and_the_rest_goes_on(self):
        self.file("second.jsonl", b"{broken\n" + self.before.read_bytes())
        for words in (("before.jsonl", "second.jsonl"), ("second.jsonl", "before.jsonl")):
            done = self.run_it("diff", *words, code=2)
            self.assertIn("zhibiao: second.jsonl:1: no report: ", done.stderr.decode())
            self.assertIn("no difference", done.stdout.decode())
        self.file("list.json", self.run_it("a/report.txt").stdout)
        self.assertIn("--format jsonl", self.run_it("diff", "before.jsonl", "list.json", code=2).stderr.decode())

    def test_of_many_malformed_lines_a_few_are_named(self):
        text = self.file("text.txt", REPORT.format(5) + "\n" + "全市经济平稳运行。\n" * 1000).read_text().splitlines()
        said = self.run_it("diff", "before.jsonl", "text.txt", code=2).stderr.decode().splitlines()
        lines = [number for number, line in enumerate(text, 1) if line.strip()]
        self.assertEqual([line.split(": no report")[0] for line in said[:5]], [f"zhibiao: text.txt:{number}" for number in lines[:5]])
        self.assertEqual(said[5:], [f"zhibiao: text.txt: {len(lines) - 5} more lines are no reports"])

    def test_nothing_in_common_is_said(self):
        self.file("other.jsonl", self.before.read_bytes().replace(b"a/report.txt", b"/x/report.txt"))
        self.assertIn("compared as written", self.run_it("diff", "before.jsonl", "other.jsonl", code=1).stderr.decode())

    def test_misuse(self):
        for words, culprit in (([], "two files"), (["before.jsonl"], "two files"), (["-", "-"], "standard input"),
                               (["--as-corrections", "-f", "csv", "before.jsonl", "before.jsonl"], "formats"),
                               (["-f", "xml", "x", "y"], "xml"), (["before.jsonl", "none.jsonl"], "none.jsonl: No such"),
                               (["--frob"], "zhibiao diff --help")):
            done = self.run_it("diff", *words, code=2)
            self.assertEqual(len(done.stderr.splitlines()), 1)
            self.assertIn(culprit, done.stderr.decode())
        self.assertIn(b"Usage: zhibiao diff", self.run_it("diff", "--help").stdout)

    def test_what_people_edited_becomes_corrections_that_make_it_again(self):
        self.edited(self.edit_everything)
        done = self.run_it("diff", "--as-corrections", "-o", "c.csv", "before.jsonl", "after.jsonl", code=1)
        self.assertEqual(done.stderr, b"")
        done = self.run_it("-f", "jsonl", "--corrections", "c.csv", "a/report.txt")
        self.assertIn("5 applied, 0 not", done.stderr.decode())
        made, wanted = json.loads(done.stdout), json.loads((self.path / "after.jsonl").read_text())
        for report in (made, wanted):
            for one in report["observations"]:
                del one["rule"]
        self.assertEqual(made["observations"], wanted["observations"])

    def test_what_no_correction_can_say_is_said(self):
        self.edited(lambda report: (report["document"].update(region="山川市"), report["observations"].append(
            dict(report["observations"][0], indicator="grain_output", evidence=dict(report["observations"][0]["evidence"], start=0, end=1)))))
        done = self.run_it("diff", "--as-corrections", "before.jsonl", "after.jsonl", code=1)
        self.assertEqual(done.stdout.decode().strip(), HEADER.strip())
        self.assertEqual(len(done.stderr.splitlines()), 2)

    def test_a_closed_pipe_and_a_full_disk(self):
        self.edited(self.edit_everything)
        reader = subprocess.Popen([BINARY, "diff", "before.jsonl", "after.jsonl"], cwd=self.path, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        reader.stdout.close()
        with reader.stderr as words:
            self.assertEqual(words.read(), b"")
        self.assertIn(reader.wait(), (0, 1))
        if pathlib.Path("/dev/full").exists():
            self.assertIn(b"No space", self.run_it("diff", "-o", "/dev/full", "before.jsonl", "after.jsonl", code=2).stderr)


ENTRY = {"id": "blue_output", "label_zh": "蓝色经济产值", "label_en": "Blue output", "nature": "amount", "units": ["CNY"],
         "names": ["蓝色经济产值"], "example": "蓝色经济产值320亿元。", "counter_example": "蓝色经济产值占比提高。"}


class LexiconCheck(Command):
    def check(self, *entries, code=0, words=()):
        self.file("mine.json", json.dumps({"indicators": entries}, ensure_ascii=False, indent=1))
        return self.run_it("lexicon", "check", *words, "mine.json", code=code)

    def test_right_cases(self):
        text = self.check(ENTRY).stdout.decode()
        self.assertIn("right   example: 蓝色经济产值320亿元。", text)
        self.assertIn("blue_output level actual: 320亿元 = 32000000000 CNY (rule one)", text)
        self.assertIn("indicators: 1; cases: 2 right, 0 wrong, 0 missing; older cases broken: 0", text)

    def test_wrong_cases_say_what_was_read(self):
        text = self.check(dict(ENTRY, example="蓝色经济产值占比提高。", counter_example="蓝色经济产值320亿元。"), code=1).stdout.decode()
        self.assertIn("WRONG   example", text)
        self.assertIn("nothing was read", text)
        self.assertIn("WRONG   counter_example", text)
        self.assertIn("a counter-example must not give blue_output", text)

    def test_notes_say_why(self):
        text = self.check(dict(ENTRY, example="蓝色经济产值项目30个。"), code=1).stdout.decode()
        self.assertIn("left out: note another_noun", text)

    def test_missing_cases_are_told(self):
        entry = {key: ENTRY[key] for key in ENTRY if "example" not in key}
        text = self.check(entry).stdout.decode()
        self.assertIn("missing example\n  missing counter_example", text)

    def test_older_cases_that_break_are_told(self):
        text = self.check(dict(ENTRY, names=["粮食总产量稳定", "蓝色经济产值"]), code=1).stdout.decode()
        self.assertRegex(text, r"breaks grain_output\n  WRONG   example: 粮食总产量")

    def test_json(self):
        whole = json.loads(self.check(ENTRY, words=["--format", "json"]).stdout)
        self.assertEqual([one["outcome"] for one in whole["cases"]], ["right", "right"])
        self.assertEqual(whole["cases"][0]["read"][0]["rule"], "one")
        lines = (self.path / "mine.json").read_text().splitlines()
        self.assertIn('"example"', lines[whole["cases"][0]["line"] - 1])

    def test_broken_files_are_two_with_the_line(self):
        for change, culprit in (({"colour": "blue"}, "unknown key 'colour'"), ({"names": ["粮食产量"]}, "is already that of grain_output"),
                                ({"units": ["pound"]}, "unknown unit 'pound'"), ({"nature": "x"}, "unknown nature 'x'")):
            done = self.check({**ENTRY, **change}, code=2)
            self.assertRegex(done.stderr.decode(), "^zhibiao: mine.json:[0-9]+: indicator blue_output: ")
            self.assertIn(culprit, done.stderr.decode())
            self.assertEqual(done.stdout, b"")

    def test_files_stand_on_each_other(self):
        self.file("more.json", json.dumps({"indicators": [dict(ENTRY, id="more", names=["蓝色经济产值"])]}))
        done = self.check(ENTRY, code=2, words=["more.json"])
        self.assertIn("mine.json", done.stderr.decode())

    def test_misuse(self):
        for words, culprit in (([], "verb"), (["chekc", "x"], "'chekc'"), (["check"], "needs a file"),
                               (["check", "none.json"], "none.json: No such"), (["check", "-f", "csv", "x"], "csv")):
            done = self.run_it("lexicon", *words, code=2)
            self.assertEqual(len(done.stderr.splitlines()), 1)
            self.assertIn(culprit, done.stderr.decode())
        self.assertIn(b"Usage: zhibiao lexicon check", self.run_it("lexicon", "--help").stdout)


if __name__ == "__main__":
    unittest.main(argv=["review_test.py"])
