"""Reads reports on an Apache Spark cluster.

    spark-submit spark_extract.py [--by pipe|pandas] [--binary ZHIBIAO] [--partitions N] REPORTS.jsonl OUT

REPORTS.jsonl (a file, a folder or a glob that Spark can read) holds a line {"id": ..., "text": ...} a report. OUT gets folders of
JSON Lines, a report or an error a line, as `zhibiao --input jsonl --format jsonl` writes them. The binary must stand at the same
place on every machine (or be sent with `--files`, then `--binary ./zhibiao`).

Nothing is lost or doubled when a worker dies: Spark runs its partition again, and only partitions that are complete are kept. Two
things make sure of it here. A process that was killed is no success: exit codes above 2 fail the task. And each partition counts its
lines: one comes out for each that goes in, or the task fails.
"""

import argparse
import itertools
import shlex
import subprocess
import sys
import threading

from pyspark.sql import SparkSession

FOUND_OR_NOT = (0, 1, 2)  # something found; nothing found; some input failed, and has its line that says so


def command_of(binary):
    return [binary, "--input", "jsonl", "--format", "jsonl"]


def by_pipe(spark, binary, source, partitions):
    """RDD.pipe: the lines of a partition to one process. The shell passes on what is a failure of the process alone."""
    words = " ".join(map(shlex.quote, command_of(binary)))
    wrapped = shlex.join(["sh", "-c", f"{words}; code=$?; [ $code -le {max(FOUND_OR_NOT)} ] || exit $code"])
    lines = spark.sparkContext.textFile(source, minPartitions=partitions)
    return lines.pipe(wrapped, checkCode=True)


def reports_of(binary, lines):
    """The reports of one partition, in order: a thread writes while this one reads, so that neither waits for ever."""
    process = subprocess.Popen(command_of(binary), stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    given = 0

    def write():
        nonlocal given
        try:
            with process.stdin as out:
                for line in lines:
                    out.write(line.encode() + b"\n")
                    given += 1
        except BrokenPipeError:
            pass  # the exit code tells

    writer = threading.Thread(target=write, daemon=True)
    writer.start()
    taken = 0
    for line in process.stdout:
        taken += 1
        yield line.decode().rstrip("\n")
    code = process.wait()
    writer.join()
    if code not in FOUND_OR_NOT or taken != given:
        raise RuntimeError(f"zhibiao ended with {code}: {given} lines in, {taken} out")


def by_pandas(spark, binary, source, partitions):
    """DataFrame.mapInPandas: the same from and to columns, for jobs that go on with data frames."""
    import pandas as pd

    def read(frames):
        lines = itertools.chain.from_iterable(frame["value"] for frame in frames)
        reports = reports_of(binary, lines)
        while batch := list(itertools.islice(reports, 1000)):
            yield pd.DataFrame({"value": batch})

    frame = spark.read.text(source)
    if partitions:
        frame = frame.repartition(partitions)
    return frame.mapInPandas(read, schema="value string").rdd.map(lambda row: row.value)


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--by", choices=("pipe", "pandas"), default="pipe")
    options.add_argument("--binary", default="zhibiao")
    options.add_argument("--partitions", type=int, default=None)
    options.add_argument("source", metavar="REPORTS.jsonl")
    options.add_argument("out", metavar="OUT")
    chosen = options.parse_args()

    spark = SparkSession.builder.appName("zhibiao").getOrCreate()
    read = {"pipe": by_pipe, "pandas": by_pandas}[chosen.by]
    read(spark, chosen.binary, chosen.source, chosen.partitions).saveAsTextFile(chosen.out)
    given = spark.sparkContext.textFile(chosen.source).count()
    taken = spark.sparkContext.textFile(chosen.out).count()
    print(f"{given} lines in, {taken} out")
    spark.stop()
    return 0 if given == taken else 2


if __name__ == "__main__":
    sys.exit(main())
