"""What the tests of the command line share. Their own arguments begin with BINARY and SCHEMA."""

import json
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

import jsonschema

BINARY, SCHEMA = (pathlib.Path(word).resolve() for word in sys.argv[1:3])
VALIDATOR = jsonschema.Draft202012Validator(json.loads(SCHEMA.read_text("utf-8")))

REPORT = """云川市人民政府工作报告
——2025年1月9日在云川市第三届人民代表大会第二次会议上
一、2024年工作回顾
全市地区生产总值增长{}%。
二、2025年工作安排
今年的主要预期目标是：地区生产总值增长7%以上，城镇新增就业2.3万人左右。
"""


class Command(unittest.TestCase):
    """Runs the binary in a folder of its own."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.path = pathlib.Path(folder.name)

    def file(self, name, content):
        path = self.path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def run_it(self, *words, code=0, stdin=b"", **more):
        more.setdefault("cwd", self.path)
        done = subprocess.run([BINARY, *map(str, words)], input=stdin, capture_output=True, **more)
        self.assertEqual(done.returncode, code, done.stderr.decode("utf-8", "replace"))
        return done

    def all_of(self, master):
        """What comes out of a terminal until its other end is closed."""
        sent = b""
        try:
            while piece := os.read(master, 65536):
                sent += piece
        except OSError:  # how Linux says that
            pass
        os.close(master)
        return sent

    def read_json(self, text):
        """Parses JSON and holds it to the published schema."""
        value = json.loads(text)
        for one in value if isinstance(value, list) else [value]:
            VALIDATOR.validate(one)
        return value

    def lines(self, data):
        return [self.read_json(line) for line in data.splitlines()]
