"""SDMX-CSV 2.0 as `--format sdmx-csv` writes it: held to the rules of the format, to the code lists of the guide, to the JSON."""

import csv
import io
import json
import re
import unittest

from command import Command, REPORT, SCHEMA

ROOT = SCHEMA.parents[2]
GUIDES = [ROOT / "examples/guide" / name for name in ("sdmx.md", "sdmx.zh-CN.md")]
UNITS = ROOT / "src/lexicon/units.json"
TAKEN_BY_THE_FORMAT = ["STRUCTURE", "STRUCTURE_ID", "ACTION"]
DIMENSIONS = ["FREQ", "REF_AREA", "INDICATOR", "MEASURE", "SCOPE", "DOCUMENT", "STATEMENT", "TIME_PERIOD"]
NUMBERS = ["OBS_VALUE", "LOWER", "UPPER"]  # NaN where missing; everything else is #N/A then
CODE = re.compile(r"[A-Za-z0-9_@$-]+")  # IDType of SDMX
STRUCTURE_ID = re.compile(r"[A-Za-z][A-Za-z0-9_-]*(\.[A-Za-z][A-Za-z0-9_-]*)*:[A-Za-z0-9_@$-]+\(\d+\.\d+\.\d+\)")
TIME_PERIOD = re.compile(r"\d{4}(-Q[1-4]|-S[12]|-(0[1-9]|1[0-2]))?|\d{4}-01-01/P[1-9]\d*Y")  # ObservationalTimePeriodType
NUMBER = re.compile(r"-?\d+(\.\d+)?|NaN")

RICH = """# 云川市人民政府工作报告
——2022年1月9日在云川市第三届人民代表大会第二次会议上
一、过去五年工作回顾
五年来，地区生产总值年均增长7.2%，一般公共预算收入突破120亿元。2021年，全市固定资产投资下降3.5%，高新区工业增加值增长9.1%左右，
预计居民消费价格上涨0.9%。一季度，地区生产总值增长6.3%。
二、2022年工作安排
主要预期目标是：地区生产总值增长6%—6.5%，力争达到7%；城镇新增就业2.3万人以上；居民消费价格涨幅控制在3%以内。
"""


def code_lists(page):
    """{"CL_FREQ": {code, ...}}: the tables below headings of the guide that name a list."""
    lists = {}
    for part in re.split(r"^#+ ", page, flags=re.M):
        name = re.match(r".*?\b(CL_[A-Z_]+)", part.split("\n")[0])
        if name:
            lists[name[1]] = set(re.findall(r"^\| `([^`]+)` \|", part, flags=re.M))
    return lists


class SdmxCsv(Command):
    def rows(self, *words, **more):
        text = self.run_it("--format", "sdmx-csv", *words, **more).stdout.decode()
        table = list(csv.reader(io.StringIO(text, newline=""), strict=True))
        self.hold_to_the_rules(table)
        return [dict(zip(table[0], row)) for row in table[1:]]

    def hold_to_the_rules(self, table):
        header = table[0]
        self.assertEqual(header[:3], TAKEN_BY_THE_FORMAT)
        self.assertEqual(header[3:3 + len(DIMENSIONS) + 1], [*DIMENSIONS, "OBS_VALUE"])
        self.assertEqual(len(header), len(set(header)))
        for name in header:
            self.assertRegex(name, f"^{CODE.pattern}$")
        keys = set()
        for row in table[1:]:
            self.assertEqual(len(row), len(header))
            cells = dict(zip(header, row))
            self.assertEqual(cells["STRUCTURE"], "datastructure")
            self.assertRegex(cells["STRUCTURE_ID"], f"^{STRUCTURE_ID.pattern}$")
            self.assertEqual(cells["ACTION"], "I")
            for name in ("FREQ", "REF_AREA", "INDICATOR", "MEASURE", "UNIT_MEASURE", "OBS_STATUS", "STATUS", "BOUND"):
                self.assertRegex(cells[name], f"^{CODE.pattern}$")
            for name in NUMBERS:
                self.assertRegex(cells[name], f"^({NUMBER.pattern})$")
            self.assertRegex(cells["TIME_PERIOD"], f"^({TIME_PERIOD.pattern})$")
            self.assertRegex(cells["BASE_PERIOD"], f"^({TIME_PERIOD.pattern}|#N/A)$")
            self.assertNotIn("", [cells[name] for name in header], "an empty cell says that an attribute is not told of at all")
            key = tuple(cells[name] for name in DIMENSIONS)
            self.assertNotIn(key, keys)
            keys.add(key)

    def test_a_row_an_observation_in_their_order(self):
        report = self.file("云川.txt", RICH)
        seen = json.loads(self.run_it(report.name).stdout)["observations"]
        rows = self.rows(report.name)
        self.assertEqual([(row["INDICATOR"], row["MEASURE"], row["STATUS"], row["BOUND"], row["EVIDENCE_TEXT"]) for row in rows],
                         [(o["indicator"], o["measure"], o["status"], o["value"]["bound"], o["evidence"]["text"]) for o in seen])
        self.assertGreaterEqual(len(rows), 9)
        self.assertEqual([row["STATEMENT"] for row in rows], [str(i + 1) for i in range(len(seen))])
        self.assertEqual({row["DOCUMENT"] for row in rows}, {"云川.txt"})

    def test_values_times_and_statuses(self):
        self.file("云川.txt", RICH)
        rows = self.rows("云川.txt")
        text = self.run_it("--format", "sdmx-csv", "云川.txt").stdout
        self.assertEqual(text.count(b"\r\n"), text.count(b"\n"))

        def one(**wanted):
            found = [row for row in rows if all(row[name] == value for name, value in wanted.items())]
            self.assertEqual(len(found), 1, wanted)
            return found[0]

        average = one(INDICATOR="gdp", MEASURE="average_growth_rate")
        self.assertEqual((average["FREQ"], average["TIME_PERIOD"], average["OBS_VALUE"]), ("A5", "2017-01-01/P5Y", "7.2"))
        self.assertEqual((average["OBS_STATUS"], average["STATUS"], average["COMMITMENT"]), ("A", "actual", "#N/A"))
        quarter = one(INDICATOR="gdp", TIME_PERIOD="2021-Q1")
        self.assertEqual((quarter["FREQ"], quarter["OBS_VALUE"]), ("Q", "6.3"))
        self.assertEqual(one(INDICATOR="fixed_asset_investment")["OBS_VALUE"], "-3.5")
        about = one(SCOPE="高新区")
        self.assertEqual((about["OBS_VALUE"], about["BOUND"]), ("9.1", "about"))
        self.assertEqual(one(INDICATOR="consumer_price_index", TIME_PERIOD="2021")["OBS_STATUS"], "E")
        # An interval is no single number.
        open_above = one(INDICATOR="new_urban_employment")
        self.assertEqual((open_above["OBS_VALUE"], open_above["LOWER"], open_above["UPPER"]), ("NaN", "23000", "NaN"))
        self.assertEqual((open_above["UNIT_MEASURE"], open_above["UNIT_MULT"], open_above["OBS_STATUS"]), ("person", "0", "O"))
        between = one(INDICATOR="gdp", BOUND="between")
        self.assertEqual((between["LOWER"], between["UPPER"], between["COMMITMENT"]), ("6", "6.5", "expected"))
        stretch = one(INDICATOR="gdp", COMMITMENT="strive")
        self.assertEqual((stretch["OBS_VALUE"], stretch["OBS_STATUS"], stretch["FREQ"]), ("7", "F", "A"))
        self.assertEqual(one(INDICATOR="consumer_price_index", TIME_PERIOD="2022")["UPPER"], "3")

    def test_areas(self):
        self.file("nation.txt", REPORT.format("5").replace("云川市人民", "").replace("云川市第三届", "第十三届全国").replace("全市地区", "国内"))
        self.file("known.txt", REPORT.format("5").replace("云川市", "广东省"))
        self.file("invented.txt", REPORT.format("5"))
        areas = {row["DOCUMENT"]: row["REF_AREA"] for row in self.rows("nation.txt", "known.txt", "invented.txt")}
        self.assertEqual(areas, {"nation.txt": "000000", "known.txt": "440000", "invented.txt": "_U"})
        self.assertEqual({row["SCOPE"] for row in self.rows("known.txt")}, {"_T"})

    def test_the_key_tells_documents_apart(self):
        for name in ("a/report.txt", "b/report.txt"):
            self.file(name, RICH)
        rows = self.rows("a", "b")  # one header, no key twice
        self.assertEqual({row["DOCUMENT"] for row in rows}, {"a/report.txt", "b/report.txt"})
        line = json.dumps({"id": "x-1", "text": RICH})
        self.assertEqual({row["DOCUMENT"] for row in self.rows("--input", "jsonl", stdin=line.encode())}, {"x-1"})
        self.assertEqual({row["DOCUMENT"] for row in self.rows(stdin=RICH.encode())}, {"-"})

    def test_what_has_no_period_is_said_to_be_left_out(self):
        self.file("undated.txt", "工作报告\n全市地区生产总值增长6.1%。\n")
        done = self.run_it("--format", "sdmx-csv", "undated.txt", code=0)
        self.assertEqual(done.stdout.count(b"\n"), 1)
        self.assertIn("undated.txt: 1 observation without a period is not in SDMX-CSV", done.stderr.decode())
        self.assertEqual(self.run_it("--quiet", "--format", "sdmx-csv", "undated.txt", code=0).stderr, b"")

    def test_cells_of_any_text(self):
        self.file('a,"b"\n.txt', RICH)
        self.assertEqual({row["DOCUMENT"] for row in self.rows('a,"b"\n.txt')}, {'a,"b"\n.txt'})

    def test_it_is_a_format_of_reports_only(self):
        for words in (["--quantities"], ["--list-indicators"], ["--evaluate", "."]):
            done = self.run_it("--format", "sdmx-csv", *words, code=2)
            self.assertIn(b"sdmx-csv", done.stderr)

    def test_the_code_lists_of_the_guide_are_whole(self):
        schema = json.loads(SCHEMA.read_text("utf-8"))["$defs"]
        seen = schema["observation"]["properties"]
        units = {unit["id"] for unit in json.loads(UNITS.read_text("utf-8"))["units"]} - {"none", "short", "ordinal"}  # which are none
        wanted = {"CL_MEASURE": seen["measure"]["enum"], "CL_STATUS": seen["status"]["enum"], "CL_BOUND": schema["bound"]["enum"],
                  "CL_COMMITMENT": [code for code in seen["commitment"]["enum"] if code], "CL_UNIT_MEASURE": units,
                  "CL_OBS_STATUS": "AEFO", "CL_FREQ": ["A", "S", "Q", "M", "A5", "M11"]}  # A5 and M11 stand for all of several years and months
        for guide in GUIDES:
            lists = code_lists(guide.read_text("utf-8"))
            for name, codes in wanted.items():
                self.assertEqual(lists[name], set(codes), guide)

    def test_the_columns_of_the_guide_are_those_written(self):
        header = self.run_it("--format", "sdmx-csv", stdin=RICH.encode()).stdout.decode().split("\r\n")[0].split(",")
        for guide in GUIDES:
            part = re.search(r"^## (?:Columns|列)\n(.*?)^## ", guide.read_text("utf-8"), flags=re.M | re.S)[1]
            self.assertEqual(re.findall(r"^\| `([A-Z_]+)` \|", part, flags=re.M), header)


if __name__ == "__main__":
    unittest.main(argv=["sdmx_test.py"])
