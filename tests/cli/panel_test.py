"""zhibiao panel, from outside. usage: panel_test.py BINARY SCHEMA SAMPLES SHARED"""

import csv
import io
import pathlib
import shutil
import subprocess
import sys
import unittest

from command import BINARY, REPORT, Command

SAMPLES, SHARED = (pathlib.Path(word).resolve() for word in sys.argv[3:5])


def rows(data):
    return list(csv.DictReader(io.StringIO(data.decode("utf-8"), newline="")))


class Panel(Command):
    def setUp(self):
        super().setUp()
        shutil.copytree(SAMPLES, self.path / "reports")

    def panel(self, *words, **more):
        self.run_it("panel", "-o", "panel.csv", *words, **more)
        return rows((self.path / "panel.csv").read_bytes()), rows((self.path / "panel.conflicts.csv").read_bytes())

    def test_which_targets_were_missed(self):
        panel, conflicts = self.panel("reports")
        missed = {(row["region"], row["year"], row["indicator"]) for row in panel if row["met"] == "no"}
        self.assertEqual(missed, {
            ("澄屿市", "2023", "general_public_budget_revenue"),
            ("澄屿市", "2024", "fixed_asset_investment"),
            ("澄屿市", "2024", "retail_sales_of_consumer_goods"),
            ("澄屿市", "2024", "urban_disposable_income_per_capita"),
            ("岚泽县", "2023", "grain_output"),
            ("岚泽县", "2024", "retail_sales_of_consumer_goods"),
            ("岚泽县", "2024", "new_urban_employment")})
        unsettled = {(row["region"], row["year"], row["indicator"]) for row in panel if row["met"] == "unsettled"}
        self.assertEqual(unsettled, {
            ("澄屿市", "2023", "retail_sales_of_consumer_goods"),
            ("澄屿市", "2024", "gdp"),
            ("岚泽县", "2023", "gdp"),  # the report states two results
            ("岚泽县", "2023", "value_added_of_industry_above_designated_size"),
            ("岚泽县", "2024", "gdp"),
            ("岚泽县", "2024", "rural_disposable_income_per_capita")})
        stretched = {(row["region"], row["year"], row["indicator"]): row["second_met"] for row in panel if row["second_met"]}
        self.assertEqual(stretched, {("澄屿市", "2023", "gdp"): "no", ("岚泽县", "2023", "gdp"): "unsettled",
                                     ("岚泽县", "2024", "general_public_budget_revenue"): "no"})
        self.assertEqual([(row["kind"], row["region"], row["year"], row["cell"], row["lower"], row["path"]) for row in conflicts],
                         [("results_differ", "岚泽县", "2023", "result", "6.3", "reports/lanze-2024.txt"),
                          ("results_differ", "岚泽县", "2023", "result", "6.6", "reports/lanze-2024.txt")])

    def test_cells_and_their_places(self):
        panel, _ = self.panel("reports")
        def find(region, year, indicator, measure="growth_rate"):
            found = [r for r in panel if (r["region"], r["year"], r["indicator"], r["measure"]) == (region, year, indicator, measure)]
            self.assertEqual(len(found), 1)
            return found[0]
        row = find("澄屿市", "2023", "gdp")
        self.assertEqual((row["target_lower"], row["target_upper"], row["target_bound"], row["target_commitment"]),
                         ("6", "", "at_least", "expected"))
        self.assertEqual((row["second_lower"], row["second_commitment"]), ("6.5", "strive"))
        self.assertEqual((row["result_lower"], row["difference"], row["met"]), ("6.2", "0.2", "yes"))
        for cell in ("target", "second", "result"):
            text = (self.path / row[cell + "_path"]).read_bytes()[int(row[cell + "_start"]):int(row[cell + "_end"])].decode()
            self.assertIn(row[cell + "_text"], text)
            self.assertIn("地区生产总值", text)
        conflict = find("岚泽县", "2023", "gdp")
        self.assertEqual((conflict["result_bound"], conflict["result_lower"], conflict["result_path"], conflict["difference"]),
                         ("conflict", "", "", ""))
        self.assertEqual(find("澄屿市", "2024", "total_imports_and_exports")["difference"], "")  # 超过9%
        self.assertEqual(find("岚泽县", "2022", "gdp")["estimate_lower"], "5.8")
        self.assertEqual(find("澄屿市", "2024", "energy_consumption_per_unit_of_gdp")["met"], "yes")
        self.assertEqual(find("澄屿市", "2022", "gdp")["met"], "")

    def test_records_that_were_written_give_the_same_panel(self):
        self.run_it("--format", "jsonl", "-o", "all.jsonl", "reports")
        expected = self.panel("reports", "--all-indicators")
        for words in (["all.jsonl"], ["--input", "reports", "all.jsonl", "--jobs", "3"]):
            self.assertEqual(self.panel("--all-indicators", *words), expected)
        lines = (self.path / "all.jsonl").read_bytes()
        self.assertEqual(self.panel("--all-indicators", "--input", "reports", stdin=lines), expected)
        self.assertEqual(self.panel("--all-indicators", "--jobs", "4", *sorted((self.path / "reports").glob("*.txt"), reverse=True))[0].__len__(),
                         len(expected[0]))

    def test_wide(self):
        self.run_it("panel", "--wide", "-o", "wide.csv", "reports")
        wide = rows((self.path / "wide.csv").read_bytes())
        self.assertEqual([(row["region"], row["year"]) for row in wide],
                         [(region, str(year)) for region in ("岚泽县", "澄屿市") for year in range(2022, 2026)])
        self.assertEqual(wide[5]["gdp_growth_rate_percent_target_lower"], "6")
        self.assertEqual(wide[5]["gdp_growth_rate_percent_met"], "yes")
        self.assertEqual(wide[1]["gdp_growth_rate_percent_result_bound"], "conflict")
        self.assertEqual(wide[1]["grain_output_level_tonne_difference"], "-4000")

    def test_indicators(self):
        panel, conflicts = self.panel("--indicators", "grain_output,new_urban_employment", "reports")
        self.assertEqual({row["indicator"] for row in panel}, {"grain_output", "new_urban_employment"})
        self.assertEqual(conflicts, [])
        everything, _ = self.panel("--all-indicators", "reports")
        self.assertIn("old_residential_communities_renovated", {row["indicator"] for row in everything})

    def test_standard_output_and_what_is_said(self):
        done = self.run_it("panel", "reports")
        self.assertEqual(len({row["region"] for row in rows(done.stdout)}), 2)
        self.assertIn(b"--conflicts", done.stderr)
        self.assertFalse(list(self.path.glob("*.csv")))

    def test_outputs_that_fail(self):
        done = self.run_it("panel", "-o", "/dev/full", "reports", code=2)
        self.assertIn(b"/dev/full", done.stderr)
        self.assertFalse(pathlib.Path("/dev/full.conflicts.csv").exists())
        self.file("panel.csv", "as it was\n")
        self.run_it("panel", "-o", "panel.csv", "--conflicts", "/dev/full", "reports", code=2)
        (self.path / "old").mkdir()
        self.run_it("panel", "-o", "old", "reports", code=2)
        self.assertEqual(sorted(path.name for path in self.path.iterdir()), ["old", "panel.csv", "reports"])
        with subprocess.Popen([BINARY, "panel", "--all-indicators", "reports"], cwd=self.path, stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE) as reader:
            reader.stdout.close()
            said = reader.stderr.read()
        self.assertEqual((reader.returncode, len(said.splitlines())), (0, 1))  # the conflicts

    def test_a_renamed_region_and_one_that_is_several(self):
        head = "{0}政府工作报告\n——{1}年1月9日在{0}第三届人民代表大会第二次会议上\n一、{2}年工作回顾\n全{3}地区生产总值增长6.4%。\n二、{1}年工作安排\n今年的主要预期目标是：地区生产总值增长7%以上。\n"
        self.file("a.txt", head.format("沙湾县", 2018, 2017, "县"))
        self.file("b.txt", head.format("沙湾市", 2024, 2023, "市"))
        self.file("c.txt", head.format("鼓楼区", 2024, 2023, "区"))
        self.file("d.txt", head.format("江苏省南京市鼓楼区", 2024, 2023, "区"))
        panel, conflicts = self.panel("a.txt", "b.txt", "c.txt", "d.txt")
        self.assertEqual([(row["region_code"], row["region"], row["region_superior"], row["year"]) for row in panel],
                         [("320106", "鼓楼区", "江苏省南京市", "2023"), ("320106", "鼓楼区", "江苏省南京市", "2024")] +
                         [("654203", "沙湾市", "新疆维吾尔自治区塔城地区", year) for year in ("2017", "2018", "2023", "2024")])
        self.assertEqual([(row["kind"], row["region"], row["path"]) for row in conflicts], [("region_unsettled", "鼓楼区", "c.txt")])

    def test_bad_input_beside_good(self):
        self.file("broken.txt", b"\x00\x01\x02")
        self.file("lines.jsonl", '{"source":{"path":"x.txt"},"error":{"code":"io","message":"gone"}}\nno json\n')
        done = self.run_it("panel", "-o", "panel.csv", "missing.txt", "lines.jsonl", "reports", code=2)
        said = done.stderr.decode().splitlines()
        self.assertIn("missing.txt", said[0])
        self.assertEqual(said[1], "zhibiao: lines.jsonl:1: no report of x.txt: gone")
        self.assertIn("lines.jsonl:2", said[2])
        self.assertGreater(len(rows((self.path / "panel.csv").read_bytes())), 20)

    def test_nothing_found_is_one(self):
        self.file("plain.txt", "今天天气很好。\n")
        panel, conflicts = self.panel("plain.txt", code=1)
        self.assertEqual(panel, [])
        self.assertEqual(conflicts[0]["kind"], "region_missing")

    def test_misuse_is_two_and_names_the_word(self):
        for words, culprit in ((["--frobnicate"], "--frobnicate"), (["--indicators", "gdp,nonsense", "reports"], "nonsense"),
                               (["--jobs", "0"], "--jobs"), (["--all-indicators", "--indicators", "gdp"], "--all-indicators"),
                               (["-o", "x.csv", "--conflicts", "x.csv", "reports"], "--conflicts"), (["--wide=1"], "--wide"),
                               (["-o"], "-o"), (["-o", "none/x.csv", "reports"], "none/x.csv")):
            done = self.run_it("panel", *words, code=2)
            self.assertEqual(done.stdout, b"")
            self.assertEqual(len(done.stderr.splitlines()), 1)
            self.assertIn(culprit, done.stderr.decode())
        self.assertFalse((self.path / "x.csv").exists())

    def test_help(self):
        done = self.run_it("panel", "--help")
        self.assertIn(b"--conflicts", done.stdout)
        self.assertIn(b"panel", self.run_it("--help").stdout)
        for line in done.stdout.decode().splitlines():
            self.assertLessEqual(len(line), 120)

    def test_a_file_of_that_name(self):
        self.file("panel", REPORT.format(6.4))
        self.assertEqual(self.read_json(self.run_it("./panel").stdout)["document"]["region"], "云川市")

    @unittest.skipUnless((SHARED / "corpus" / "headline").is_dir(), "there are no annotated reports")
    def test_the_nation(self):
        """What the analysts know by heart; the texts stand in the conflicts where two editions differ."""
        files = sorted((SHARED / "corpus" / "headline").glob("national-20*[0-9].txt"))
        panel, _ = self.panel(*files)
        growth = {row["year"]: row for row in panel if (row["indicator"], row["measure"]) == ("gdp", "growth_rate")}
        self.assertEqual({row["region_code"] for row in panel}, {"000000"})
        for year, target, result in (("2009", "8", "8.7"), ("2012", "7.5", "7.8"), ("2013", "7.5", "7.7"), ("2014", "7.5", "7.4")):
            self.assertEqual((growth[year]["target_lower"], growth[year]["result_lower"]), (target, result))


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
