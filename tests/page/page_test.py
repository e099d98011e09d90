"""The page of --format html in a real browser: page_test.py BINARY SCHEMA"""

import json
import os
import pathlib
import pty
import re
import subprocess
import sys
import time
import unittest

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.path[:0] = [str(HERE), str(HERE.parent / "cli")]

import browser  # noqa: E402

if browser.missing():
    print(f"page: skipped, {browser.missing()}", file=sys.stderr)
    sys.exit(77)

from selenium.webdriver.common.action_chains import ActionChains  # noqa: E402
from selenium.webdriver.common.by import By  # noqa: E402
from selenium.webdriver.common.keys import Keys  # noqa: E402

from command import BINARY, REPORT, Command  # noqa: E402

SAMPLE = ROOT / "examples/samples/linlan-2025.txt"

# Shared evidence, tiers, a range, estimates, a goal without a number, two notes.
DENSE = """青泽市人民政府工作报告
——2025年1月9日在青泽市第三届人民代表大会第二次会议上
一、2024年工作回顾
预计全年全市地区生产总值增长5.43%，财政总收入和一般公共预算收入分别增长4.6%和3.2%。新增城镇就业目标完成率103%，地区生产总值总量居全省第3位。
去年完成造林3.6万亩。
二、2025年工作安排
今年的主要预期目标是：全市生产总值增长6.17%左右，力争达到6.73%；固定资产投资增长8%以上；全市社会消费品零售总额增长17.17%—18.53%；\
一般公共预算收入增长3.9%；城镇调查失业率控制在5.6%以内；居民收入增长与经济增长同步。
"""

# A year's report of a region: its result of the year before and its target.
YEARLY = """{region}人民政府工作报告
——{year}年1月9日在{region}第三届人民代表大会第二次会议上
一、{before}年工作回顾
全市地区生产总值增长{result}%，城镇新增就业{jobs}万人。
二、{year}年工作安排
今年的主要预期目标是：地区生产总值增长{target}，城镇新增就业2.3万人左右。
"""


def spaceless(words):
    return re.sub(r"\s+", "", words)


class Page(Command):
    @classmethod
    def setUpClass(cls):
        cls.browser = browser.Browser()
        cls.addClassCleanup(cls.browser.quit)

    def setUp(self):
        super().setUp()
        self.browser.emulate()
        self.browser.size(1400, 900)
        self.browser.problems()

    def tearDown(self):
        self.assertEqual(self.browser.problems(), [])

    # --- what the tests speak in ---

    def page(self, *words, place="", **more):
        """Writes a page and opens it."""
        self.run_it("--format", "html", "--lang", "en", "-o", "page.html", *words, **more)
        self.browser.open(self.path / "page.html", place)

    def report(self, *words):
        return self.read_json(self.run_it("--format", "json", *words).stdout)

    def run_script(self, script, *arguments):
        return self.browser.run(script, *arguments)

    def all(self, selector):
        return self.browser.driver.find_elements(By.CSS_SELECTOR, selector)

    def one(self, selector):
        return self.browser.driver.find_element(By.CSS_SELECTOR, selector)

    def press(self, *keys):
        ActionChains(self.browser.driver).send_keys(*keys).perform()

    def click(self, selector, **having):
        for node in self.all(selector):
            if node.text.startswith(having.get("text", "")):
                node.click()
                return
        self.fail(f"nothing to click: {selector} {having}")

    def active(self):
        """What has the focus: a number of a record, or the name of the element."""
        return self.run_script("const a = document.activeElement;"
                               "return [a.tagName, a.dataset.record ?? a.dataset.records ?? a.type ?? null]")

    def shown(self):
        return [int(number) for number in self.run_script(
            "return [...document.querySelectorAll('.records tbody tr')].map((row) => row.dataset.record)")]

    def lit(self):
        """The records whose evidence is marked in the text."""
        return self.run_script("""
          const numbers = [...document.querySelectorAll('mark:not(.off)')].flatMap((mark) => mark.dataset.records.split(' '));
          return [...new Set(numbers)].map(Number).sort((a, b) => a - b);""")

    def marked(self, number):
        """The words of the evidence of a record, as marked."""
        return self.run_script("""
          return [...document.querySelectorAll('mark')].filter((mark) => mark.dataset.records.split(' ').includes(arguments[0]))
            .map((mark) => mark.textContent).join('');""", str(number))

    def is_visible(self, selector):
        """Inside of the pane that scrolls, and of the window."""
        return self.run_script("""
          const inner = document.querySelector(arguments[0]).getBoundingClientRect();
          const outer = document.querySelector(arguments[0]).closest('.pane-body').getBoundingClientRect();
          return inner.height > 0 && inner.top >= outer.top && inner.bottom <= outer.bottom && inner.bottom <= innerHeight;""", selector)

    def style(self, selector, name):
        return self.run_script("return getComputedStyle(document.querySelector(arguments[0]))[arguments[1]]", selector, name)

    def long_report(self):
        """A text of many screens whose one target stands at its end."""
        filler = "过去的一年，各项工作有序推进，群众生活不断改善。\n" * 200
        return REPORT.format(6).replace("一、2024年工作回顾\n", "一、2024年工作回顾\n" + filler).replace("二、2025", filler + "二、2025")


class OneReport(Page):
    def test_records_are_those_of_the_json(self):
        report = self.report(SAMPLE)
        records = report["observations"] + report["relative_targets"] + report["notes"]
        self.page(SAMPLE)
        self.assertGreater(len(records), 50)
        self.assertEqual(len(self.shown()), len(records))
        self.assertEqual(self.lit(), list(range(len(records))))
        chips = {chip.get_attribute("data-kind"): int(chip.text.split()[-1]) for chip in self.all(".chip")}
        for kind in ("target", "actual"):
            self.assertEqual(chips[kind], sum(one["status"] == kind for one in report["observations"]))
        self.assertEqual(chips["relative"], len(report["relative_targets"]))
        self.assertEqual(self.one(".count").text, f"{len(records)} of {len(records)} shown")

    def check_evidence(self, path, *words):
        report = self.report(*words, path)
        self.page(*words, path)
        wanted = sorted((one["evidence"]["start"], one["evidence"]["end"], one["evidence"]["text"], one["value"]["text"])
                        for one in report["observations"])
        numbers = self.run_script("""return [...document.querySelectorAll('.records tbody tr')]
          .filter((row) => row.querySelector('.value') && !row.classList.contains('relative'))
          .map((row) => Number(row.dataset.record));""")
        self.assertEqual(len(numbers), len(wanted))
        for number, (_, _, text, value) in zip(numbers, wanted):
            self.assertEqual(spaceless(self.marked(number)), spaceless(text))
            strong = self.run_script("""
              return [...document.querySelectorAll('mark.strong')].filter((mark) => mark.dataset.records.split(' ').includes(arguments[0]))
                .map((mark) => mark.textContent).join('|');""", str(number))
            self.assertIn(spaceless(value), spaceless(strong))
        return report

    def test_evidence_is_marked_where_it_stands(self):
        self.check_evidence(self.file("a.txt", DENSE))

    def test_places_behind_a_mark_and_behind_letters_beyond_the_first_plane(self):
        text = "\N{ZERO WIDTH NO-BREAK SPACE}" + DENSE.replace("工作回顾", "工作回顾😀𠮷野", 1).replace("预计全年", "𪚥𪚥😀预计全年")
        self.check_evidence(self.file("a.txt", text))
        self.assertNotIn("\N{ZERO WIDTH NO-BREAK SPACE}", self.run_script("return document.querySelector('.text').textContent"))

    def test_places_in_a_text_of_another_encoding_and_in_a_page(self):
        report = self.check_evidence(self.file("a.txt", DENSE.encode("gb18030")))
        self.assertEqual(report["source"]["offsets"], "text")
        page = "<html><body>" + "".join(f"<p>{line}</p>" for line in DENSE.splitlines()) + "</body></html>"
        self.check_evidence(self.file("a.html", page))

    def test_lines_that_end_with_carriage_returns(self):
        self.check_evidence(self.file("a.txt", DENSE.replace("\n", "\r\n")))

    def test_shared_and_nested_evidence(self):
        self.page(self.file("a.txt", DENSE))
        shared = [mark.get_attribute("data-records").split() for mark in self.all("mark")]
        self.assertTrue(any(len(records) > 1 for records in shared))
        first = next(mark for mark in self.all("mark") if " " in mark.get_attribute("data-records"))
        numbers = first.get_attribute("data-records").split()
        for number in [*numbers, numbers[0]]:  # click by click, and round again
            first.click()
            self.assertEqual(self.one("tr[aria-selected=true]").get_attribute("data-record"), number)

    def test_evidence_of_one_kind_inside_evidence_of_another(self):
        self.page(self.file("a.txt", REPORT.format(6) + "今年，赤字率从去年的2.2%提高到2.6%。\n"))
        both = "mark.target:has(.also.actual)"
        self.assertEqual("".join(mark.text for mark in self.all(both)), "赤字率从去年的2.2%")
        self.assertEqual(self.style(f"{both} .also", "textDecorationStyle"), "dotted")  # below the line of the target
        self.assertNotEqual(self.style(f"{both} .also", "textUnderlineOffset"), self.style(both, "textUnderlineOffset"))
        self.click(".chip[data-kind=target]")
        self.assertEqual(self.all(both), [])
        self.assertEqual("".join(mark.text for mark in self.all("mark.actual"))[-len("赤字率从去年的2.2%"):], "赤字率从去年的2.2%")
        self.assertFalse(self.all("mark.actual .also.actual:not(.off)"))

    def test_of_values_that_share_their_evidence_the_selected_one_stands_out(self):
        self.page(self.file("a.txt", DENSE))
        self.one("input[type=search]").send_keys("6.73%")
        self.click("tbody tr")
        self.assertEqual("".join(mark.text for mark in self.all("mark.own")), "6.73%")
        self.assertIn("6.17%左右", "".join(mark.text for mark in self.all("mark.selected")))

    def test_a_row_shows_its_evidence(self):
        self.page(self.file("a.txt", self.long_report()))
        last = self.shown()[-1]
        self.assertFalse(self.is_visible(f"mark[data-records='{last}']"))
        self.click(f"tr[data-record='{last}']")
        self.assertTrue(self.is_visible("mark.selected"))
        self.assertIn("2.3万人左右", "".join(mark.text for mark in self.all("mark.selected")))
        self.assertEqual(self.one("tr[aria-selected=true]").get_attribute("data-record"), str(last))
        self.assertIn("new_urban_employment", self.one(".detail").text)
        start = self.report(self.path / "a.txt")["observations"][last]["evidence"]["start"]
        self.assertIn(f"bytes {start}–", self.one(".detail").text)
        self.assertTrue(self.browser.driver.current_url.endswith(f"#r1-{last + 1}"))

    def test_a_place_in_the_address(self):
        self.page(self.file("a.txt", self.long_report()), place="#r1-3")
        self.assertTrue(self.is_visible("mark.selected"))
        self.assertEqual(self.one("tr[aria-selected=true]").get_attribute("data-record"), "2")

    def test_evidence_shows_its_row(self):
        self.page(SAMPLE)
        self.browser.size(1400, 600)
        mark = self.all("mark")[-1]
        self.run_script("arguments[0].scrollIntoView({block: 'center'})", mark)
        number = mark.get_attribute("data-records").split()[0]
        self.assertFalse(self.is_visible(f"tr[data-record='{number}']"))
        mark.click()
        self.assertTrue(self.is_visible(f"tr[data-record='{number}'][aria-selected=true]"))

    def test_hovering_lights_the_other_side(self):
        self.page(SAMPLE)
        ActionChains(self.browser.driver).move_to_element(self.one("tr[data-record='0']")).perform()
        self.assertTrue(all(mark.get_attribute("data-records").split().count("0") for mark in self.all("mark.hot")))
        self.assertTrue(self.all("mark.hot"))
        ActionChains(self.browser.driver).move_to_element(self.all("mark")[0]).perform()
        self.assertEqual([row.get_attribute("data-record") for row in self.all("tr.hot")], ["0"])

    def test_filters(self):
        report = self.report(SAMPLE)
        targets = sum(one["status"] == "target" for one in report["observations"])
        self.page(SAMPLE)
        everything = len(self.shown())
        self.click(".chip[data-kind=actual]")
        self.assertEqual(self.one(".chip[data-kind=actual]").get_attribute("aria-pressed"), "false")
        self.click(".chip[data-kind=relative]")
        self.assertEqual(len(self.shown()), targets)
        self.assertEqual(self.lit(), sorted(self.shown()))
        self.assertEqual(self.one(".count").text, f"{targets} of {everything} shown")
        self.click(".reset")
        self.assertEqual(len(self.shown()), everything)

        def choose(selector, value):
            self.run_script("""const select = document.querySelector(arguments[0]);
              select.value = arguments[1];
              select.dispatchEvent(new Event('change'));""", selector, value)

        choose(".by-group", "prices")
        self.assertEqual(len(self.shown()), sum(one["indicator"] == "consumer_price_index" for one in report["observations"]))
        choose(".by-group", "")
        choose(".by-indicator", "gdp")
        self.assertEqual(len(self.shown()), sum(one["indicator"] == "gdp" for one in report["observations"]))
        self.one("input[type=search]").send_keys("6.8%")
        self.assertEqual(len(self.shown()), 1)
        self.one("input[type=search]").send_keys("没有的词")
        self.assertEqual(self.shown(), [])
        self.assertTrue(self.one(".empty").is_displayed())
        self.assertEqual(self.lit(), [])

    def test_evidence_that_the_filters_hide_can_still_be_asked(self):
        self.page(SAMPLE)
        everything = len(self.shown())
        self.click(".chip[data-kind=actual]")
        self.all("mark.off")[0].click()
        self.assertEqual(len(self.shown()), everything)
        self.assertEqual(len(self.all("tr[aria-selected=true]")), 1)

    def test_readings_are_exact_and_in_round_units(self):
        text = REPORT.format("0.1") + "2024年，全市地区生产总值1286.4亿元，粮食产量91.67万吨，进出口总额1.35万亿元，同比下降2.43%。\n"
        self.page(self.file("a.txt", text))
        readings = [node.text for node in self.all(".records .value .below")]
        for wanted in ("128.64 billion CNY", "916,700 tonne", "1.35 trillion CNY", "−2.43%", "at least 7%", "about 23,000 person"):
            self.assertIn(wanted, readings)
        self.click(".languages button", text="中文")
        readings = [node.text for node in self.all(".records .value .below")]
        self.assertEqual(readings, ["−2.43%"])  # the others are what is printed

    def test_columns_sort(self):
        self.page(self.file("a.txt", DENSE))
        places = self.shown()
        self.click("th.value button")
        self.assertEqual(self.one("th.value").get_attribute("aria-sort"), "ascending")
        percents = [float(text.rstrip("%")) for text in self.run_script("""
          return [...document.querySelectorAll('.records .value .main')].map((node) => node.textContent).filter((text) => /^[\\d.]+%$/.test(text));""")]
        self.assertEqual(percents, sorted(percents))
        self.assertGreater(len(percents), 4)
        first = self.shown()
        self.click("th.value button")
        self.assertEqual(self.one("th.value").get_attribute("aria-sort"), "descending")
        self.assertNotEqual(self.shown(), first)
        self.click("th.order button")
        self.assertEqual(self.shown(), places)

    def test_by_keyboard_alone(self):
        self.page(self.file("a.txt", self.long_report()))
        self.press("/")
        self.assertEqual(self.active(), ["INPUT", "search"])
        self.press(Keys.ARROW_DOWN)
        self.assertEqual(self.active(), ["TR", "0"])
        self.press(Keys.ARROW_DOWN)
        self.assertEqual(self.active(), ["TR", "1"])
        self.assertTrue(self.is_visible("mark.selected"))
        self.assertNotEqual(self.style("tr:focus", "outlineStyle"), "none")
        self.press(Keys.ENTER)
        self.assertEqual(self.active(), ["MARK", "1"])
        self.assertNotEqual(self.style("mark:focus", "outlineStyle"), "none")
        self.press(Keys.ARROW_RIGHT)
        self.assertEqual(self.active(), ["MARK", "2"])
        self.assertEqual(self.one("tr[aria-selected=true]").get_attribute("data-record"), "2")
        self.press(Keys.ESCAPE)
        self.assertEqual(self.active(), ["TR", "2"])
        self.press(Keys.HOME)
        self.assertEqual(self.active(), ["TR", "0"])
        self.press(Keys.ESCAPE)
        self.assertEqual(self.all("tr[aria-selected=true]"), [])
        self.assertFalse(self.one(".detail").is_displayed())

    def test_tab_reaches_everything_once(self):
        self.page(self.file("a.txt", DENSE))
        stops = []
        for _ in range(40):
            self.press(Keys.TAB)
            stop = self.run_script("const a = document.activeElement; return a.tagName + '.' + a.className + ' ' + a.textContent.slice(0, 12)")
            if stop.startswith("BODY") or stop in stops:
                break
            stops.append(stop)
        for wanted in ("A.skip", "MARK.", "BUTTON.chip", "SELECT.by-group", "SELECT.by-indicator", "INPUT.", "TR."):
            self.assertTrue(any(stop.startswith(wanted) for stop in stops), (wanted, stops))
        self.assertEqual(sum(stop.startswith("TR.") for stop in stops), 1)
        self.assertEqual(sum(stop.startswith("MARK.") for stop in stops), 1)

    def test_notes_say_their_reason_in_words(self):
        report = self.report(self.file("a.txt", DENSE))
        self.assertIn("rank", [note["reason"] for note in report["notes"]])
        self.page("a.txt")
        note = self.all("tr.note")[-1]
        self.assertIn("tells a rank", note.text)
        self.assertIn("居全省第3位", note.text)
        note.click()
        self.assertIn("(rank)", self.one(".detail").text)

    def test_every_reason_group_and_name_has_words_in_both_languages(self):
        words = (ROOT / "examples/page/words.js").read_text("utf-8")
        table = (ROOT / "src/README.md").read_text("utf-8").split("## Reasons of notes")[1]
        reasons = {name for line in table.splitlines() if line.startswith("|") for name in re.findall(r"`(\w+)`", line.split("|")[1])}
        groups = {one["group"] for one in json.loads(self.run_it("--list-indicators", "--format", "json").stdout)}
        schema = json.loads(pathlib.Path(sys.argv[2]).read_text("utf-8"))
        names = set(re.findall(r'"(\w+)"', json.dumps([part.get("enum", []) for part in self.parts(schema)]))) - {"zh", "en"}
        self.assertGreater(len(reasons), 20)
        self.assertGreater(len(groups), 15)
        for name in reasons | groups:
            self.assertEqual(len(re.findall(rf"\b{name}: ", words)), 2, name)
        for name in names & {"target", "actual", "estimate", "level", "growth_rate", "average_growth_rate", "change", "ratio", "expected",
                             "strive", "ensure", "in_step", "above", "below", "stretch"}:
            self.assertGreaterEqual(len(re.findall(rf"\b{name}: ", words)), 2, name)

    def parts(self, value):
        if isinstance(value, dict):
            yield value
        for child in value.values() if isinstance(value, dict) else value if isinstance(value, list) else []:
            yield from self.parts(child)

    def test_kinds_differ_without_colours(self):
        self.page(self.file("a.txt", DENSE))
        lines = [self.style(f"mark.{kind}", "textDecorationStyle") for kind in ("target", "relative", "estimate", "actual", "note")]
        self.assertEqual(lines, ["solid", "double", "dashed", "dotted", "wavy"])

    def test_chart_of_targets_against_results(self):
        self.page(self.file("a.txt", DENSE))
        self.click("[role=tab]", text="Targets")
        rows = [row.get_attribute("aria-label") for row in self.all(".dots .row")]
        self.assertEqual(rows, [
            "Gross Regional Product: Result 5.43%, Target about 6.17%, strive for 6.73%".replace("Product:", "Product (GRP):"),
            "Investment in Fixed Assets (Excluding Rural Households): Result —, Target at least 8%",
            "Total Retail Sales of Consumer Goods: Result —, Target 17.17% to 18.53%",
            "General Public Budget Revenue: Result 3.2%, Target 3.9%"])
        self.assertEqual(len(self.all(".dots .range")), 1)
        self.assertEqual(len(self.all(".dots .open-end")), 1)
        self.assertEqual(len(self.all(".dots .diamond.about")), 1)
        self.assertEqual(len(self.all(".dots .dot.estimate")), 2)
        self.run_script("document.querySelectorAll('.dots .row')[0].focus()")
        self.press(Keys.ARROW_DOWN, Keys.ARROW_DOWN, Keys.ENTER)
        self.assertIn("17.17%—18.53%", "".join(mark.text for mark in self.all("mark.selected")))
        self.assertIn("between [17.17, 18.53] percent", self.one(".detail").text)

    def test_a_growth_over_several_years_is_not_last_years_result(self):
        text = DENSE.replace("预计全年全市地区生产总值增长5.43%", "全市地区生产总值比2019年增长31.5%")
        self.page(self.file("a.txt", text))
        self.click("[role=tab]", text="Targets")
        self.assertIn("Result —", self.all(".dots .row")[0].get_attribute("aria-label"))

    def test_languages(self):
        self.page(self.file("a.txt", DENSE))
        self.assertEqual(self.run_script("return document.documentElement.lang"), "en")
        self.click("tr[data-record='3']")
        self.click(".languages button", text="中文")
        self.assertEqual(self.run_script("return document.documentElement.lang"), "zh-Hans")
        self.assertIn("地区生产总值", self.one(".records").text)
        self.assertEqual(self.one("tr[aria-selected=true]").get_attribute("data-record"), "3")
        self.page("a.txt", "--lang", "zh")
        self.assertEqual(self.one(".chip[data-kind=target] .sample").text, "目标")
        self.run_it("--format", "html", "-o", "page.html", "a.txt")
        self.browser.open(self.path / "page.html")  # the browser of the tests speaks English
        self.assertEqual(self.one(".chip[data-kind=target] .sample").text, "Target")

    def test_hostile_text(self):
        attack = ("</script><script>window.hacked = 1</script><img src=x onerror='window.hacked = 2'>"
                  "<!--<script>]]>&lt;b&gt;\u2028\\u003c")
        text = REPORT.format(6).replace("工作回顾", "工作回顾" + attack).replace("全市地区", attack + "全市地区")
        name = "<img src=x onerror=window.hacked=3>&amp;.txt"
        self.check_evidence(self.file(name, text))
        self.assertIsNone(self.run_script("return window.hacked ?? null"))
        self.assertEqual(self.run_script("return document.querySelector('.text').textContent").count(attack), 2)
        self.assertIn(name, self.one(".facts").text)
        self.assertEqual(self.run_script("return document.images.length"), 0)
        html = (self.path / "page.html").read_text("utf-8")
        self.assertEqual(html.count("<script"), html.count("</script>"))
        self.assertNotIn("window.hacked = 1</script>", html)

    def test_the_page_may_run_nothing_else_and_asks_for_nothing(self):
        self.page(SAMPLE)
        self.assertEqual(self.run_script("return performance.getEntriesByType('resource').length"), 0)
        html = (self.path / "page.html").read_text("utf-8")
        self.assertIn("default-src 'none'", html)
        self.assertEqual(re.findall(r"""(?:src|href)=["'](?!#|data:,)""", html.split("<script type")[0]), [])
        self.run_script("""const script = document.createElement('script');
          script.textContent = 'window.ran = 1';
          document.body.append(script);""")
        self.assertIsNone(self.run_script("return window.ran ?? null"))
        self.assertIn("Content Security Policy", " ".join(self.browser.problems()))

    def test_on_paper(self):
        self.page(self.file("a.txt", DENSE))
        self.browser.emulate("print", prefers_color_scheme="dark")
        for hidden in (".filters", "nav", ".tabs", ".keys"):
            self.assertFalse(self.one(hidden).is_displayed(), hidden)
        for seen in (".text", ".records", ".dots", "h1"):
            self.assertTrue(self.one(seen).is_displayed(), seen)
        self.assertEqual(self.style(".pane-body", "overflowY"), "visible")
        self.assertEqual(self.style("body", "color"), "rgb(29, 31, 35)")  # dark on light, whatever the screen shows
        pdf = self.browser.driver.execute_cdp_cmd("Page.printToPDF", {})["data"]
        self.assertGreater(len(pdf), 10_000)

    def test_in_the_dark(self):
        self.page(self.file("a.txt", DENSE))
        self.browser.emulate(prefers_color_scheme="dark")
        contrasts = self.run_script("""
          const light = (color) => color.match(/[\\d.]+/g).slice(0, 3).map((c) => c / 255)
            .map((c) => c <= .03928 ? c / 12.92 : ((c + .055) / 1.055) ** 2.4).reduce((sum, c, i) => sum + c * [.2126, .7152, .0722][i], 0);
          const ground = light(getComputedStyle(document.querySelector('.pane')).backgroundColor);
          return ['.text', '.facts', '.records .kind.target', '.records .kind.actual', '.records .kind.estimate', '.records .kind.relative']
            .map((selector) => light(getComputedStyle(document.querySelector(selector)).color))
            .map((ink) => (Math.max(ink, ground) + .05) / (Math.min(ink, ground) + .05));""")
        self.assertGreater(min(contrasts), 4.5, contrasts)
        self.assertEqual(self.style(".pane", "backgroundColor"), "rgb(26, 29, 33)")

    def test_in_a_narrow_window(self):
        self.page(SAMPLE)
        self.browser.size(390, 844)
        self.assertLessEqual(self.run_script("return document.documentElement.scrollWidth"), 390)
        self.click("tr[data-record='5']")
        self.assertTrue(self.is_visible("mark.selected"))
        self.assertTrue(self.is_visible("tr[aria-selected=true]"))

    def test_a_text_without_indicators_and_an_empty_one(self):
        self.page(self.file("a.txt", "今天天气很好。\n"), code=1)
        self.assertIn("今天天气很好", self.one(".text").text)
        self.assertEqual(self.one(".empty").text, "No indicator was read in this report.")
        self.page(self.file("b.txt", ""), code=1)
        self.assertEqual(self.one(".count").text, "0 of 0 shown")

    def test_many_records_come_in_parts(self):
        lines = "".join(f"今年全市地区生产总值增长{i % 9 + 1}.{i % 7 + 1}%。\n" for i in range(2500))
        self.page(self.file("a.txt", REPORT.format(6) + lines))
        self.assertEqual(len(self.shown()), 2000)
        self.click(".more")
        self.assertGreater(len(self.shown()), 2400)


class SeveralReports(Page):
    def two_regions(self):
        """Three years of two regions; the target of 2025 is said twice, with two values, in the second."""
        figures = {"云川市": [("6%左右", 5.1, 2.1), ("6.5%", 6.2, 2.2), ("7%以上", 6.4, 2.4)],
                   "青泽市": [("5%—5.5%", 4.1, 1.1), ("5.2%", 5.3, 1.3), ("5.6%左右", 5.4, 1.2)]}
        for region, years in figures.items():
            for i, (target, result, jobs) in enumerate(years):
                text = YEARLY.format(region=region, year=2023 + i, before=2022 + i, target=target, result=result, jobs=jobs)
                self.file(f"in/{region}-{2023 + i}.txt", text)
        other = YEARLY.format(region="青泽市", year=2025, before=2024, target="5.9%左右", result=5.4, jobs=1.2)
        self.file("in/青泽市-2025-b.txt", other)
        return "in"

    def cells(self):
        return dict(self.run_script("""return [...document.querySelectorAll('.years tbody tr')].map((row) =>
          [row.querySelector('th').textContent, [...row.querySelectorAll('td')].map((cell) => cell.textContent)]);"""))

    def test_regions_and_years(self):
        self.page(self.two_regions())
        self.assertEqual(self.one("h2").text, "Gross Regional Product (GRP) · growth")
        self.assertEqual(self.cells(), {
            "云川市": ["5.1%", "about 6%", "6.2%", "6.5%", "6.4%", "at least 7%"],
            "青泽市": ["4.1%", "5% to 5.5%", "5.3%", "5.2%", "5.4%", "about 5.9%about 5.6%≠"]})
        heads = [head.text for head in self.all(".years .year")]
        self.assertEqual(heads, ["2022", "2023", "2024", "2025"])
        self.assertEqual([caption.text for caption in self.all("figcaption")], ["云川市", "青泽市"])
        self.assertEqual(len(self.all(".chart.years .mark")), 6 + 7)
        self.assertEqual(len(self.all(".chart.years .range")), 1)
        self.assertEqual(len(self.all(".chart.years .line")), 2)

    def test_a_value_leads_to_its_evidence_and_back(self):
        self.page(self.two_regions())
        self.click(".years a", text="at least 7%")
        self.assertIn("增长7%以上", "".join(mark.text for mark in self.all("mark.selected")))
        self.assertIn("云川市", self.one("h1").text)
        self.click("nav .back")
        self.assertTrue(self.all(".years"))
        self.run_script("document.querySelector('.chart.years .mark').focus()")
        self.press(Keys.ARROW_RIGHT, Keys.ENTER)
        self.assertEqual(len(self.all("tr[aria-selected=true]")), 1)

    def test_regions_of_one_name(self):
        for i, (name, year) in enumerate([("鼓岭区", 2023), ("鼓岭区", 2024), ("鼓岭区", 2025), ("云川市", 2024), ("云川市", 2025)]):
            self.file(f"in/{i}.txt", YEARLY.format(region=name, year=year, before=year - 1, target=f"{i}.5%", result=i, jobs=2))
        html = self.run_it("--format", "html", "--lang", "zh", "in").stdout.decode()
        codes = iter(['"990101","region_superior":"甲省乙市"', '"990201","region_superior":"甲省丙市"', "null", '"990300"', "null"])

        def with_code(found):
            words = re.sub(r',"region_(code|superior)":(null|"[^"]*")', "", found[0])
            return words.replace('"date":', f'"region_code":{next(codes)},"date":')

        html = re.sub(r'"document":\{.*?\}', with_code, html)
        self.browser.open(self.file("page.html", html))
        self.assertEqual(list(self.cells()), ["甲省乙市鼓岭区", "甲省丙市鼓岭区", "鼓岭区", "云川市"])

    def test_another_indicator(self):
        self.page(self.two_regions(), place="#compare/new_urban_employment/level/person")
        self.assertEqual(self.cells()["云川市"], ["21,000 person", "about 23,000 person", "22,000 person", "about 23,000 person",
                                               "24,000 person", "about 23,000 person"])
        self.click("select.series")
        self.press("Gross", Keys.ENTER)
        self.assertEqual(self.one("h2").text, "Gross Regional Product (GRP) · growth")
        self.assertIn("#compare/gdp/growth_rate/percent", self.browser.driver.current_url)

    def test_sorts_by_a_year(self):
        self.page(self.two_regions())
        self.click(".years [data-sort='2025-targets']")
        self.assertEqual(list(self.cells()), ["云川市", "青泽市"])
        self.click(".years [data-sort='2025-targets']")
        self.assertEqual(list(self.cells()), ["青泽市", "云川市"])

    def test_paper_has_all_years(self):
        for year in range(2010, 2025):
            text = YEARLY.format(region="云川市", year=year, before=year - 1, target="6%左右", result=(year - 2000) / 10, jobs=2)
            self.file(f"in/{year}.txt", text)
        self.page("in")
        seen = "return [...document.querySelectorAll('.years .year')].filter((head) => head.offsetWidth > 0).map((head) => head.textContent)"
        self.assertEqual(self.run_script(seen), [str(year) for year in range(2009, 2025)])
        wide = "return [...document.querySelectorAll('table.years')].map((table) => table.offsetWidth)"
        self.browser.emulate("print")
        self.browser.size(690, 1000)  # A4 without margins
        self.assertEqual(sorted(self.run_script(seen)), [str(year) for year in range(2009, 2025)])
        self.assertLessEqual(max(self.run_script(wide)), 690)

    def test_one_year_of_many_regions_is_one_chart(self):
        for i in range(12):
            self.file(f"in/{i:02}.txt", YEARLY.format(region=f"{'甲乙丙丁戊己庚辛壬癸子丑'[i]}川市", year=2025, before=2024,
                                                     target=f"{i + 1}.5%", result=i + 1, jobs=2))
        self.page("in")
        self.assertEqual(len(self.all(".dots .row")), 12)
        self.assertEqual(len(self.all("figure")), 0)
        self.run_script("document.querySelector('.dots .row').dispatchEvent(new Event('click'))")  # the highest target comes first
        self.assertIn("12.5%", "".join(mark.text for mark in self.all("mark.selected")))

    def test_steps_from_report_to_report(self):
        self.page(self.two_regions(), place="#r2")
        self.click("nav .step:last-of-type")
        self.assertEqual(self.one(".panes").get_attribute("id"), "report-3")
        self.assertEqual(len(self.all(".text")), 1)

    def test_what_could_not_be_read_is_named(self):
        self.file("bad.txt", b"\xe5\x9c\xb0\xff\xfe\xfd" + "地区生产总值增长6%。".encode() * 20)
        self.file("good.txt", REPORT.format(6))
        self.page("good.txt", "bad.txt", "gone.txt", code=2)
        self.assertEqual(self.one("h1").text, "云川市人民政府工作报告")  # one report is left: it is the page
        failures = [item.text for item in self.all(".failures li")]
        self.assertEqual(len(failures), 2)
        self.assertIn("bad.txt: could not be read", failures[0])
        self.page("gone.txt", code=2)
        self.assertIn("There is no report to show.", self.one("main").text)

    def test_lines_of_json_and_standard_input(self):
        lines = "".join(json.dumps({"id": f"n{i}", "text": REPORT.format(i)}, ensure_ascii=False) + "\n" for i in (5, 6))
        self.page("--input", "jsonl", "-", stdin=lines.encode())
        self.assertEqual([link.text for link in self.all(".reports a")], ["云川市人民政府工作报告"] * 2)
        self.page("-", stdin=REPORT.format(5).encode())
        self.assertEqual(len(self.shown()), 3)

    def test_fifty_long_reports_stay_quick(self):
        filler = "过去的一年，各项工作有序推进，群众生活不断改善。全市地区生产总值增长{}%，城镇新增就业3.27万人。\n"
        for i in range(50):
            text = YEARLY.format(region=f"第{i}川市", year=2025, before=2024, target="6%左右", result=i / 10, jobs=2)
            self.file(f"in/{i:02}.txt", text + (filler.format(i % 9 + 0.5)) * 270)  # about 40 KB
        self.run_it("--format", "html", "--lang", "en", "-o", "page.html", "in")
        started = time.monotonic()
        self.browser.open(self.path / "page.html")
        opened = time.monotonic()
        self.run_script("location.hash = '#r50-100'")
        self.assertEqual(len(self.all("tr[aria-selected=true]")), 1)
        shown = time.monotonic()
        self.assertLess(opened - started, 10)
        self.assertLess(shown - opened, 10)
        self.assertEqual(len(self.all(".text")), 1)


class CommandLine(Command):
    def test_misuse(self):
        self.file("a.txt", REPORT.format(6))
        for words in (["--list-indicators"], ["--quantities", "a.txt"], ["--explain", "a.txt"], ["--evaluate", "."],
                      ["--resume", "-o", "x.html", "a.txt"]):
            done = self.run_it("--format", "html", *words, code=2)
            self.assertRegex(done.stderr.decode(), r"^zhibiao: .*--help\n$")
        self.assertIn("no such value 'fr'", self.run_it("--lang", "fr", "a.txt", code=2).stderr.decode())

    def test_not_on_a_terminal(self):
        self.file("a.txt", REPORT.format(6))
        ours, theirs = pty.openpty()
        self.addCleanup(os.close, ours)
        done = subprocess.run([BINARY, "--format", "html", "a.txt"], cwd=self.path, stdout=theirs, stderr=subprocess.PIPE, check=False)
        os.close(theirs)
        self.assertEqual(done.returncode, 2)
        self.assertEqual(done.stderr, b"zhibiao: --format html is for a browser: give --output FILE\n")

    def test_a_closed_pipe_and_a_full_disk(self):
        for i in range(60):
            self.file(f"in/{i}.txt", REPORT.format(i) + "一切都好。\n" * 500)
        command = subprocess.Popen([BINARY, "--format", "html", "in"], cwd=self.path, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        command.stdout.read(100)
        command.stdout.close()
        self.assertEqual(command.stderr.read(), b"")
        command.stderr.close()
        self.assertEqual(command.wait(), 0)
        done = self.run_it("--format", "html", "-o", "/dev/full", "in", code=2)
        self.assertIn("No space left", done.stderr.decode())

    def test_the_same_page_whatever_the_jobs(self):
        for i in range(9):
            self.file(f"in/{i}.txt", REPORT.format(i))
        one, many = (self.run_it("--format", "html", "--jobs", n, "in").stdout for n in (1, 4))
        self.assertEqual(one, many)
        self.assertEqual(one.count(b'class="data-report"'), 9)

    def test_the_data_can_be_read_back(self):
        html = self.run_it("--format", "html", self.file("a.txt", REPORT.format(6)).name).stdout.decode()
        data = re.search(r'<script type="application/json" class="data-report">(.*)</script>', html)[1]
        self.assertNotIn("<", data)
        value = json.loads(data)
        self.assertEqual(value["report"], self.read_json(self.run_it("--format", "json", "a.txt").stdout))
        self.assertEqual(value["text"], REPORT.format(6))


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1] + sys.argv[3:])
