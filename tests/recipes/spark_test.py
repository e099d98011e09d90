"""The recipe for Apache Spark on a local cluster: the same reports as one process, also when workers are killed.

usage: spark_test.py BINARY [REPORTS]     (with a Python that has pyspark, pandas and pyarrow; how many reports, 3000 else)
Ends with 77, which ctest counts as skipped, where there is no Java.
"""

import glob
import json
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
import unittest

BINARY = os.path.abspath(sys.argv[1])
PYTHON = sys.executable
REPORTS = int(sys.argv[2]) if len(sys.argv) > 2 else 3000
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


def command_of(pid):
    try:
        return pathlib.Path(f"/proc/{pid}/cmdline").read_bytes().decode("utf-8", "replace").split("\0")
    except OSError:
        return []


def ancestors(pid):
    """The process and those it descends from, the nearest first."""
    while pid > 1:
        yield pid
        try:
            pid = int(pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[1])
        except OSError:
            return


def readers(root):
    """(process, bytes written so far) of every zhibiao below the process root."""
    for entry in glob.glob("/proc/[0-9]*"):
        pid = int(entry.split("/")[2])
        if command_of(pid)[:1] == [BINARY] and root in ancestors(pid):
            try:
                yield pid, int(re.search(r"wchar: (\d+)", pathlib.Path(entry, "io").read_text())[1])
            except OSError:
                continue  # it was done


class Killer(threading.Thread):
    """Kills in the middle, once each: a zhibiao, or the executor above one. The middle: something is written, and it still runs."""

    def __init__(self, root, kinds):
        super().__init__(daemon=True)
        self.root, self.kinds, self.killed, self.over = root, list(kinds), [], False

    def run(self):
        while self.kinds and not self.over:
            for reader, written in readers(self.root):
                victim = {"process": reader, "executor": next(filter(is_executor, ancestors(reader)), None)}[self.kinds[0]]
                if not written or victim is None:
                    continue
                try:
                    os.kill(victim, signal.SIGKILL)
                except ProcessLookupError:
                    continue
                self.killed.append((self.kinds.pop(0), written))
                break
            time.sleep(0.02)


def is_executor(pid):
    return any("CoarseGrainedExecutorBackend" in word for word in command_of(pid))


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
        return subprocess.Popen(
            [str(submit), "--master", CLUSTER, "--conf", "spark.ui.enabled=false", "--conf", "spark.task.maxFailures=8",
             str(RECIPE), "--by", by, "--binary", BINARY, "--partitions", "8", str(self.path / "reports.jsonl"), str(out)],
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=environment, cwd=self.path)

    def check(self, by, kills=()):
        out = self.path / f"{by}-{len(kills)}"
        begin = time.monotonic()
        running = self.submit(by, out)
        killer = Killer(running.pid, kills)
        killer.start()
        said = running.communicate()[1].decode()
        seconds = time.monotonic() - begin
        killer.over = True
        killer.join()
        self.assertEqual(running.returncode, 0, said[-3000:])
        self.assertEqual([kind for kind, _ in killer.killed], list(kills), "nothing was there to kill")
        lines = sorted(line for part in sorted(out.glob("part-*")) for line in part.read_text().splitlines())
        self.assertEqual(len(lines), REPORTS)
        self.assertTrue(lines == self.expected, "other lines than those of one process")
        wounds = "".join(f", {kind} killed after {written} bytes" for kind, written in killer.killed)
        print(f"{by}: {REPORTS} records in, {len(lines)} out{wounds}, {seconds:.1f} s with Spark's start; "
              f"one process {self.alone:.1f} s", flush=True)

    def test_pipe(self):
        self.check("pipe")

    def test_pandas(self):
        self.check("pandas")

    def test_pipe_with_a_process_and_an_executor_killed(self):
        self.check("pipe", ["process", "executor"])

    def test_pandas_with_a_process_and_an_executor_killed(self):
        self.check("pandas", ["process", "executor"])


if __name__ == "__main__":
    if not shutil.which("java") and "JAVA_HOME" not in os.environ:
        print("skipped: there is no Java (tests/run.sh --full installs it)")
        sys.exit(77)
    unittest.main(argv=sys.argv[:1])
