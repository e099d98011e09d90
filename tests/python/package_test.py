"""The Python package against the command line of the same build, and by itself."""

import concurrent.futures
import dataclasses
import json
import os
import pathlib
import pickle
import re
import subprocess
import sys
import threading
import time
import typing

import pytest
import zhibiao
from conftest import ROOT, SAMPLES, SHARED

GOAL = "2025年主要预期目标是：地区生产总值增长6%左右，力争达到6.5%。"
OWN = {"indicators": [{"id": "lantern_output", "label_zh": "灯笼产量", "label_en": "Output of lanterns", "nature": "count",
                       "units": ["item"], "names": ["灯笼产量"]}]}


def as_line(seen):
    """A value of extract_files as the command line writes it."""
    if isinstance(seen, zhibiao.Report):
        return seen.to_dict()
    source = {"path": seen.path, "id": None, "encoding": None, "bytes": None, "offsets": None}
    return {"source": source, "error": {"code": seen.code.name.lower(), "message": seen.message}}


# --- one text -----------------------------------------------------------------------------------------------------


def test_a_text_gives_its_observations():
    report = zhibiao.extract(GOAL)
    assert [(seen.indicator, seen.commitment, seen.value.bound, seen.value.lower, seen.value.text) for seen in report.targets] == [
        ("gdp", "expected", "about", 6, "6%左右"), ("gdp", "strive", "exact", 6.5, "6.5%")]
    seen = report.observations[0]
    assert seen.label.zh == "地区生产总值" and seen.period == "2025" and seen.scope is None
    for seen in report.observations:
        evidence = seen.evidence
        assert GOAL.encode()[evidence.start:evidence.end].decode() == evidence.text


def test_a_report_is_a_value():
    report = zhibiao.extract(GOAL)
    assert report == zhibiao.extract(GOAL) and hash(report) == hash(zhibiao.extract(GOAL))
    assert pickle.loads(pickle.dumps(report)) == report
    with pytest.raises(dataclasses.FrozenInstanceError):
        report.schema_version = "2"
    report.to_dict()["observations"].clear()
    assert len(report.to_dict()["observations"]) == 2
    assert "schema_version" in repr(report)


def test_json_goes_and_comes_back(binary):
    line = binary("--format", "jsonl", SAMPLES / "linlan-2025.txt")
    report = zhibiao.Report.from_json(line)
    assert report.to_json() == line.rstrip("\n")
    assert report.to_dict() == json.loads(line)
    for broken in ("{}", "[]", "1", "{", '{"schema_version": "1.0"}', '{"source": {}, "error": {}}'):
        with pytest.raises(ValueError):
            zhibiao.Report.from_json(broken)


def test_keys_of_a_later_version_are_kept():
    made = zhibiao.extract(GOAL).to_dict()
    made["document"]["mood"] = "calm"
    made["observations"][0]["value"]["weight"] = 1
    report = zhibiao.Report.from_json(json.dumps(made))
    assert report.document.region is None and report.to_dict() == made


def test_the_classes_have_the_keys_of_the_schema():
    defined = json.loads((ROOT / "src/json/report.schema.json").read_text("utf-8"))["$defs"]

    def same(cls, schema):
        schema = defined[schema["$ref"].rsplit("/", 1)[1]] if "$ref" in schema else schema
        fields = [field for field in dataclasses.fields(cls) if not field.name.startswith("_")]
        assert [field.name for field in fields] == list(schema["properties"]), cls
        hints = typing.get_type_hints(cls)
        for field in fields:
            for part in (hints[field.name], *typing.get_args(hints[field.name])):
                if dataclasses.is_dataclass(part):
                    below = schema["properties"][field.name]
                    same(part, below.get("items", below))

    same(zhibiao.Report, defined["report"])


def test_bytes_are_decoded(tmp_path, lines):
    text = "2025年目标：地区生产总值增长6%。\n"
    for name, data in (("a.txt", text.encode("gb18030")), ("b.txt", text.encode("utf-16")), ("c.txt", b"\xef\xbb\xbf" + text.encode()),
                       ("d.html", f"<html><body><nav>首页</nav><p>{text}</p></body></html>".encode())):
        (tmp_path / name).write_bytes(data)
        report = zhibiao.extract(data)
        wanted = lines(tmp_path / name)[0]
        wanted["source"]["path"] = None
        assert report.to_dict() == wanted
        seen = report.observations[0].evidence
        counted = data if report.source.offsets == "file" else zhibiao.decode(data).encode()
        assert counted[seen.start:seen.end].decode() == seen.text


def test_empty_and_odd_texts():
    for text in ("", b"", " \n", "你好", "a\0b", "\U0001f600" * 3):
        assert zhibiao.extract(text).observations == ()
    assert zhibiao.extract("a\0" + GOAL).observations


def test_errors_have_codes():
    for data, code, word in ((b"%PDF-1.7\n%....", zhibiao.ErrorCode.UNSUPPORTED_INPUT, "pdftotext"),
                             ("\ud800", zhibiao.ErrorCode.INVALID_UTF8, "surrogate"),
                             (b"a\0" + GOAL.encode(), zhibiao.ErrorCode.UNKNOWN_ENCODING, "NUL at byte 1")):
        with pytest.raises(zhibiao.ZhibiaoError, match=word) as caught:
            zhibiao.extract(data)
        assert caught.value.code is code and code.name.lower() in str(caught.value)
        again = pickle.loads(pickle.dumps(caught.value))
        assert (again.code, again.message) == (caught.value.code, caught.value.message)
    for wrong in (None, 7, ["a"], pathlib.Path("a.txt")):
        with pytest.raises(TypeError):
            zhibiao.extract(wrong)


def test_codes_are_those_of_the_header():
    header = (ROOT / "include/zhibiao/zhibiao.h").read_text("utf-8")
    codes = {name: int(number) for name, number in re.findall(r"ZHIBIAO_([A-Z0-9_]+) = (\d+)", header)}
    assert codes.pop("OK") == 0
    assert codes == {code.name: code.value for code in zhibiao.ErrorCode}


def test_a_lexicon_of_ones_own(tmp_path):
    path = tmp_path / "own.json"
    path.write_text(json.dumps(OWN, ensure_ascii=False), "utf-8")
    own = zhibiao.Extractor([path])
    text = "2025年，灯笼产量500个。"
    assert [seen.indicator for seen in own.extract(text).observations] == ["lantern_output"]
    assert zhibiao.extract(text).observations == ()
    assert own.extract(text).generator.lexicon == own.lexicon_version

    path.write_text('{"indicators": [{"id": "x"}]}', "utf-8")
    with pytest.raises(zhibiao.ZhibiaoError, match="own.json:1: ") as caught:
        zhibiao.Extractor([str(path)])
    assert caught.value.code is zhibiao.ErrorCode.BROKEN_LEXICON
    with pytest.raises(zhibiao.ZhibiaoError, match="nowhere.json: No such file") as caught:
        zhibiao.Extractor([tmp_path / "nowhere.json"])
    assert caught.value.code is zhibiao.ErrorCode.IO
    with pytest.raises(TypeError):
        zhibiao.Extractor("own.json")


def test_versions(binary):
    said = binary("--version")
    assert f"zhibiao {zhibiao.__version__}\n" in said
    assert f"lexicon {zhibiao.Extractor().lexicon_version}\n" in said


# --- many files ---------------------------------------------------------------------------------------------------


def test_samples_are_read_as_by_the_command_line(lines):
    wanted = lines(SAMPLES)
    for jobs in (0, 1, 2, 7):
        assert [as_line(seen) for seen in zhibiao.extract_files(SAMPLES, jobs=jobs)] == wanted
    paths = sorted(SAMPLES.glob("*.txt"), reverse=True)
    assert [as_line(seen) for seen in zhibiao.extract_files(paths, jobs=2)] == lines(*paths)


@pytest.mark.skipif(not SHARED.is_dir(), reason="there are no annotated reports beside the repository")
def test_the_corpus_is_read_as_by_the_command_line(binary):
    wanted = [line for line in binary("--format", "jsonl", "--jobs", 2, SHARED).split("\n") if line]
    seen = [report.to_json() for report in zhibiao.extract_files(SHARED, jobs=2)]
    assert seen == wanted and len(seen) > 50
    for path in sorted((SHARED / "dev").glob("*.txt")):  # one by one, as a text and as bytes
        report = zhibiao.extract(path.read_bytes())
        assert report.to_dict()["observations"] == zhibiao.extract(path.read_bytes().decode()).to_dict()["observations"]


def test_bad_files_are_values_in_their_place(tmp_path, lines):
    (tmp_path / "a.txt").write_text(GOAL, "utf-8")
    (tmp_path / "b.txt").write_bytes(b"%PDF-1.4\n")
    (tmp_path / "c.md").write_text("", "utf-8")
    (tmp_path / "d.htm").symlink_to("nowhere")
    (tmp_path / ".hidden.txt").write_text(GOAL, "utf-8")
    (tmp_path / "e.csv").write_text(GOAL, "utf-8")
    (tmp_path / "e").mkdir()
    (tmp_path / "e/f.text").write_text(GOAL, "utf-8")
    named = [tmp_path, tmp_path / "nowhere.txt", tmp_path / "e.csv"]
    seen = list(zhibiao.extract_files(named, jobs=3))
    assert [as_line(one) for one in seen] == lines(*named)
    kinds = [one.code.name if isinstance(one, zhibiao.Failure) else len(one.observations) for one in seen]
    assert kinds == [2, "UNSUPPORTED_INPUT", 0, "IO", 2, "IO", 2]
    assert seen[3].path == str(tmp_path / "d.htm") and "No such file" in str(seen[3].error())
    kinds = [one.code.name if isinstance(one, zhibiao.Failure) else 0 for one in zhibiao.extract_files([tmp_path / "a.txt"], max_bytes=10)]
    assert kinds == ["INPUT_TOO_LARGE"]
    assert list(zhibiao.extract_files([])) == []
    with pytest.raises(ValueError):
        zhibiao.extract_files(tmp_path, jobs=-1)
    with pytest.raises(ValueError):
        zhibiao.extract_files("a\0b")


def test_names_that_are_no_utf8(tmp_path):
    path = os.fsencode(tmp_path) + b"/\xff.txt"
    try:
        with open(path, "w", encoding="utf-8") as file:
            file.write(GOAL)
    except OSError:
        pytest.skip("the file system takes no such name")
    for named in (tmp_path, os.fsdecode(path)):
        (report,) = zhibiao.extract_files(named)
        assert len(report.observations) == 2 and report.source.path.endswith("/\ufffd.txt")


def test_a_walk_may_be_left_before_its_end(tmp_path):
    for i in range(200):
        (tmp_path / f"{i:03}.txt").write_text(GOAL, "utf-8")
    before = threading.active_count()
    for seen in zhibiao.extract_files(tmp_path, jobs=4):
        break
    walk = zhibiao.extract_files(tmp_path, jobs=4)
    assert next(walk).source.path.endswith("000.txt")
    walk.close()
    zhibiao.extract_files(tmp_path)  # never begun
    assert threading.active_count() == before
    assert len(list(zhibiao.extract_files(tmp_path, jobs=4))) == 200


# --- threads ------------------------------------------------------------------------------------------------------


def test_threads_share_an_extractor():
    text = (SAMPLES / "linlan-2025.txt").read_text("utf-8")
    extractor = zhibiao.Extractor()
    wanted = extractor.extract(text)
    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        assert all(report == wanted for report in pool.map(extractor.extract, [text] * 80))


def test_other_threads_run_while_a_text_is_read():
    text = (SAMPLES / "linlan-2025.txt").read_bytes() * 400  # one call of a second or so
    extractor, ticks, done = zhibiao.Extractor(), [], threading.Event()

    def read():
        began = time.monotonic()
        try:
            zhibiao._library.call(zhibiao._library.library.zhibiao_extract, extractor._handle.pointer, text, len(text))
        finally:
            ticks.append(("read", began, time.monotonic()))
            done.set()

    thread = threading.Thread(target=read)
    thread.start()
    while not done.is_set():
        ticks.append(("tick", time.monotonic(), 0))
        time.sleep(0.001)
    thread.join()
    (_, began, ended), = [tick for tick in ticks if tick[0] == "read"]
    between = [at for name, at, _ in ticks if name == "tick" and began < at < ended - 0.2 * (ended - began)]
    assert len(between) > 10, f"{len(between)} ticks in {ended - began:.2f} s"


def test_an_interrupt_ends_a_walk(tmp_path):
    for i in range(3000):
        (tmp_path / f"{i}.txt").symlink_to(SAMPLES / "linlan-2025.txt")
    program = ("import sys, zhibiao\n"
               "for n, seen in enumerate(zhibiao.extract_files(sys.argv[1], jobs=2)):\n"
               "    if n == 0: print('begun', flush=True)\n"
               "print('all')\n")
    process = subprocess.Popen([sys.executable, "-c", program, str(tmp_path)], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout.readline() == b"begun\n"
    process.send_signal(2)
    out, words = process.communicate(timeout=60)
    assert out == b"" and b"KeyboardInterrupt" in words


# --- tables -------------------------------------------------------------------------------------------------------


def test_a_data_frame_has_the_columns_and_types_of_the_contract(binary):
    pandas = pytest.importorskip("pandas")
    reports = list(zhibiao.extract_files(SAMPLES))
    frame = zhibiao.to_dataframe(reports)
    assert list(frame.columns) == binary("--format", "csv", SAMPLES).split("\r\n")[0].split(",")
    assert len(frame) == sum(len(report.observations) for report in reports) > 20
    assert str(frame["value_lower"].dtype) == "float64" and str(frame["document_plan_year"].dtype) == "Int64"
    assert str(frame["extension"].dtype) == "boolean" and str(frame["scope"].dtype) == "string"
    assert frame["scope"].isna().any() and frame["base_period"].isna().any()
    flat = [seen for report in reports for seen in report.observations]
    for row, seen in zip(frame.itertuples(), flat):
        assert row.indicator == seen.indicator and row.evidence_start == seen.evidence.start and row.label_zh == seen.label.zh
        assert (None if pandas.isna(row.value_upper) else row.value_upper) == seen.value.upper
        assert (None if pandas.isna(row.scope) else row.scope) == seen.scope
    assert list(zhibiao.to_dataframe([]).columns) == list(frame.columns)
    assert zhibiao.to_dataframe([]).dtypes.equals(frame.dtypes)
    assert zhibiao.to_dataframe(reports[0]).equals(zhibiao.to_dataframe(reports[:1]))
    with pytest.raises(zhibiao.ZhibiaoError, match="nowhere"):
        zhibiao.to_dataframe(zhibiao.extract_files(["nowhere.txt"]))


def test_parquet_goes_and_comes_back(tmp_path):
    pandas = pytest.importorskip("pandas")
    pytest.importorskip("pyarrow")
    reports = list(zhibiao.extract_files(SAMPLES))
    zhibiao.to_parquet(reports, tmp_path / "all.parquet")
    frame = zhibiao.to_dataframe(reports)
    again = pandas.read_parquet(tmp_path / "all.parquet")
    assert list(again.columns) == list(frame.columns)
    pandas.testing.assert_frame_equal(again.astype(frame.dtypes), frame)
