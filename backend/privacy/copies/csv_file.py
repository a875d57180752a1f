"""A section as CSV, for spreadsheets: UTF-8 with a mark, commas, headings in the reader's language,
cells that run nothing.
"""

from __future__ import annotations

import csv
from io import TextIOWrapper
from typing import IO

from backend.core.cells import harmless_row
from backend.privacy.copies.sections import Section
from backend.privacy.copies.values import cell
from backend.privacy.copies.words import column_words


def write_csv(section: Section, target: IO[bytes], locale: str) -> None:
    """Write all rows of a section, and its columns first."""
    columns = list(section.columns)
    text = TextIOWrapper(target, encoding="utf-8-sig", newline="", write_through=False)
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(harmless_row(column_words(locale, columns)))
    for row in section.rows():
        writer.writerow(harmless_row([cell(row.get(name)) for name in columns]))
    text.flush()
    text.detach()
