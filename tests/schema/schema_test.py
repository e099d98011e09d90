"""Holds output and lexicon to their JSON Schemas, and the words of the page to those of the table. usage: schema_test.py [BINARY], from the root of the project

The outputs of the command line tests are held to the schema there, each where it is read.
"""

import copy
import json
import pathlib
import re
import subprocess
import sys
import unittest

import jsonschema

BINARY = sys.argv[1] if len(sys.argv) > 1 and sys.argv[1] else None
SAMPLES = sorted(pathlib.Path("examples/samples").glob("*.txt"))
REPORT = json.loads(pathlib.Path("src/json/report.schema.json").read_text("utf-8"))
LEXICON = pathlib.Path("src/lexicon/lexicon.schema.json")


def flaws(validator, value):
    return ["/".join(map(str, error.absolute_path)) + ": " + error.message[:300] for error in validator.iter_errors(value)]


class Schemas(unittest.TestCase):
    validator = jsonschema.Draft202012Validator(REPORT)

    def check(self, value, where):
        # Against its own branch: "matches none of three" would tell nobody what is wrong.
        branch = "failure" if "error" in value else "quantities" if "quantities" in value else "report"
        own = jsonschema.Draft202012Validator({"$ref": f"#/$defs/{branch}", "$defs": REPORT["$defs"]})
        self.assertEqual(flaws(own, value), [], where)
        self.assertEqual(flaws(self.validator, value), [], where)

    def run_binary(self, *words):
        return subprocess.run([BINARY, *map(str, words)], capture_output=True).stdout

    def test_report_schema_is_a_schema(self):
        jsonschema.Draft202012Validator.check_schema(REPORT)

    def test_golden_reports(self):
        for path in sorted(pathlib.Path("tests/golden").glob("*.json")):
            self.check(json.loads(path.read_text("utf-8")), path)

    @unittest.skipUnless(BINARY, "the command line is not built")
    def test_outputs(self):
        self.assertGreater(len(SAMPLES), 0)
        lines = self.run_binary("--format", "jsonl", *SAMPLES, "missing.txt").splitlines()
        self.assertEqual(len(lines), len(SAMPLES) + 1)
        lines += self.run_binary("--quantities", *SAMPLES, "missing.txt").splitlines()
        for number, line in enumerate(lines, 1):
            self.check(json.loads(line), f"line {number}")
        for one in json.loads(self.run_binary("--format", "json", *SAMPLES)):
            self.check(one, one["source"]["path"])

    @unittest.skipUnless(BINARY, "the command line is not built")
    def test_schema_is_strict(self):
        """Every key is required, none may be added, and no value may be of another kind."""
        report = json.loads(self.run_binary("--format", "jsonl", SAMPLES[0]))
        self.assertGreater(len(report["observations"]), 0)
        report["observations"] = report["observations"][:1]
        report["relative_targets"] = report["relative_targets"][:1]
        report["notes"] = report["notes"][:1]
        self.check(report, "the report itself")

        def places(value, path=()):
            if isinstance(value, (dict, list)):
                yield path
                for key in value if isinstance(value, dict) else range(len(value)):
                    yield from places(value[key], path + (key,))

        def at(value, path):
            for key in path:
                value = value[key]
            return value

        for path in places(report):
            if not isinstance(at(report, path), dict):
                continue
            changed = copy.deepcopy(report)
            at(changed, path)["another"] = 1
            self.assertFalse(self.validator.is_valid(changed), f"a key too many in {path}")
            for key in at(report, path):
                changed = copy.deepcopy(report)
                del at(changed, path)[key]
                self.assertFalse(self.validator.is_valid(changed), f"without {path + (key,)}")
                changed = copy.deepcopy(report)
                at(changed, path)[key] = [[]]
                self.assertFalse(self.validator.is_valid(changed), f"a list as {path + (key,)}")

    def test_bound_decides_which_end_is_open(self):
        value = {"start": 0, "end": 2, "text": "5%", "bound": "exact", "lower": 5, "upper": 5, "unit": "percent"}
        source = {"path": None, "id": None, "encoding": "UTF-8", "bytes": 2, "offsets": "file"}

        def valid(**changes):
            return self.validator.is_valid({"source": source, "quantities": [{**value, **changes}]})

        self.assertTrue(valid())
        self.assertFalse(valid(upper=None))
        self.assertFalse(valid(bound="at_least"))
        self.assertTrue(valid(bound="at_least", upper=None))
        self.assertTrue(valid(bound="less_than", lower=None))
        self.assertFalse(valid(bound="less_than", upper=None))

    def test_lexicon_files(self):
        schema = json.loads(LEXICON.read_text("utf-8"))
        validator = jsonschema.validators.validator_for(schema)
        validator.check_schema(schema)
        files = [path for path in sorted(LEXICON.parent.glob("*.json")) if path != LEXICON]
        self.assertGreater(len(files), 0)
        for path in files:
            self.assertEqual(flaws(validator(schema), json.loads(path.read_text("utf-8")))[:5], [], path)

    def test_table_and_page_have_the_same_words(self):
        table = {code: words for code, *words in re.findall(r'\{"(\w+)", \{"([^"]*)", "([^"]*)"\}\}',
                                                            pathlib.Path("examples/cli/words.cpp").read_text("utf-8"))}
        page = pathlib.Path("examples/page/words.js").read_text("utf-8")
        groups = set()
        for name in ("GROUPS", "UNITS"):
            languages = re.search(rf"^const {name} = \{{\n  zh: (.*?)\n  en: (.*?)\n\}};", page, re.DOTALL | re.MULTILINE).groups()
            for language, words in enumerate(languages):
                for code, word in re.findall(r'(\w+): "([^"]*)"', words):
                    if name == "GROUPS":
                        groups.add(code)
                    if code in table:
                        self.assertEqual(word, table[code][language].strip(), code)
        self.assertLessEqual(groups, set(table))
        self.assertGreater(len(groups), 15)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
