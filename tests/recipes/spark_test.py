"""The recipe for Apache Spark on a local cluster: the same reports as one process, also when workers are killed.

usage: spark_test.py BINARY VENV-PYTHON [REPORTS]     (a Python with pyspark, pandas and pyarrow; how many reports, 6000 else)
"""

import glob
import json
import os
import pathlib
import signal
import subprocess
import sys
import tempfile
import threading
import time
import unittest

BINARY = os.path.abspath(sys.argv[1])
PYTHON = os.path.abspath(sys.argv[2]) if len(sys.argv) > 2 else sys.executable
REPORTS = int(sys.argv[3]) if len(sys.argv) > 3 else 6000
ROOT = pathlib.Path(__file__).resolve().parents[2]
RECIPE = ROOT / "examples/recipes/spark_extract.py"
CLUSTER = "local-cluster[2,1,1024]"  # two executors, each a process of its own, one core, 1 GiB


def write_reports(path):
    texts = [text.read_text() for text in sorted((ROOT / "examples/samples").glob("*.txt"))]
    with open(path, "w") as out:
        for i in range(REPORTS):
            line = {"id": f"report-{i}", "text": texts[i % len(texts)].replace("增长", f"增长{i % 9}.", i % 3)}
            if i % 1000 == 7:
                line = {"id": f"broken-{i}", "text": "a\0b"}  # an input that fails has its line too
            out.write(json.dumps(line, ensure_ascii=False) + "\n")


def processes(word):
    """Running processes of this test whose command line holds the word."""
    for entry in glob.glob("/proc/[0-9]*/cmdline"):
        try:
            command = pathlib.Path(entry).read_bytes().replace(b"\0", b" ").decode("utf-8", "replace")
        except OSError:
            continue
        if word in command and "spark_test.py" not in command:
            yield int(entry.split("/")[2]), command


class Killer(threading.Thread):
    """Kills, once each and a moment after it appears, a process of every kind."""

    def __init__(self, words, after=0.2):
        super().__init__(daemon=True)
        self.words, self.after, self.killed, self.over = list(words), after, [], False

    def run(self):
        for word in self.words:
            while not self.over:
                found = [pid for pid, command in processes(word) if not command.startswith("sh ")]
                if found:
                    time.sleep(self.after)
                    try:
                        os.kill(found[0], signal.SIGKILL)
                        self.killed.append(word)
                        break
                    except ProcessLookupError:
                        continue  # it was done; the next one
                time.sleep(0.01)


class Spark(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.path = pathlib.Path(cls.folder.name)
        write_reports(cls.path / "reports.jsonl")
        begin = time.monotonic()
        done = subprocess.run([BINARY, "--input", "jsonl", "--format", "jsonl", "--jobs", "1", str(cls.path / "reports.jsonl")],
                              capture_output=True)
        cls.alone = time.monotonic() - begin
        cls.expected = sorted(done.stdout.decode().splitlines())
        assert len(cls.expected) == REPORTS, done.stderr

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def submit(self, by, out):
        environment = {**os.environ, "PYSPARK_PYTHON": PYTHON, "PYSPARK_DRIVER_PYTHON": PYTHON, "SPARK_LOCAL_IP": "127.0.0.1"}
        submit = pathlib.Path(PYTHON).parent / "spark-submit"
        return subprocess.run(
            [str(submit), "--master", CLUSTER, "--conf", "spark.ui.enabled=false", "--conf", "spark.task.maxFailures=8",
             str(RECIPE), "--by", by, "--binary", BINARY, "--partitions", "8", str(self.path / "reports.jsonl"), str(out)],
            capture_output=True, env=environment, cwd=self.path)

    def check(self, by, kills=()):
        out = self.path / f"{by}-{len(kills)}"
        killer = Killer(kills)
        killer.start()
        begin = time.monotonic()
        done = self.submit(by, out)
        seconds = time.monotonic() - begin
        killer.over = True
        killer.join()
        self.assertEqual(done.returncode, 0, done.stderr.decode()[-3000:])
        self.assertEqual(killer.killed, list(kills), "nothing was there to kill")
        lines = sorted(line for part in sorted(out.glob("part-*")) for line in part.read_text().splitlines())
        self.assertEqual(len(lines), REPORTS)
        self.assertEqual(lines, self.expected)
        print(f"{by}: {REPORTS} records in, {len(lines)} out, {len(kills)} kills survived, {seconds:.1f} s with Spark's start; "
              f"one process {self.alone:.1f} s", flush=True)

    def test_pipe(self):
        self.check("pipe")

    def test_pandas(self):
        self.check("pandas")

    def test_pipe_with_a_process_and_an_executor_killed(self):
        self.check("pipe", [BINARY + " --input jsonl", "CoarseGrainedExecutorBackend"])

    def test_pandas_with_a_process_and_an_executor_killed(self):
        self.check("pandas", [BINARY + " --input jsonl", "CoarseGrainedExecutorBackend"])


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
