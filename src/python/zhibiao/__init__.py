"""Economic indicators from Chinese government work reports.

    import zhibiao
    report = zhibiao.extract("2025年主要预期目标是：地区生产总值增长6%左右。")
    for seen in report.targets:
        print(seen.indicator, seen.value.text)

extract_files reads folders by threads of the library, to_dataframe and to_parquet make tables (pandas).
"""

from ._library import version
from .errors import ErrorCode, Failure, ZhibiaoError
from .extractor import Extractor, decode, extract, extract_files
from .frames import to_dataframe, to_parquet
from .report import (Document, Evidence, Generator, Label, Note, Observation, RelativeTarget, Report, Source, Value)

__version__ = version()

__all__ = [
    "Document", "ErrorCode", "Evidence", "Extractor", "Failure", "Generator", "Label", "Note", "Observation", "RelativeTarget",
    "Report", "Source", "Value", "ZhibiaoError", "decode", "extract", "extract_files", "to_dataframe", "to_parquet",
]
