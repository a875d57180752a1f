"""What kind of file, and how a table is written so that the reader's spreadsheet opens it right."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

CSV_TYPE = "text/csv; charset=utf-8"
VCARD_TYPE = "text/vcard; charset=utf-8"


class ExportFormat(StrEnum):
    """The kinds of file that contacts can be exported as."""

    CARNET_CSV = "carnet_csv"
    GOOGLE_CSV = "google_csv"
    OUTLOOK_CSV = "outlook_csv"
    VCARD = "vcard"


class CsvSeparator(StrEnum):
    """What stands between two cells."""

    COMMA = "comma"
    SEMICOLON = "semicolon"
    TAB = "tab"

    @property
    def character(self) -> str:
        """The separator itself."""
        return {"comma": ",", "semicolon": ";", "tab": "\t"}[self.value]


_SEMICOLON_LANGUAGES = frozenset({"fr", "it"})
"""Their decimal comma makes Excel expect a semicolon between cells."""
_NAMES = {
    ExportFormat.CARNET_CSV: "contacts-{day}.csv",
    ExportFormat.GOOGLE_CSV: "contacts-google-{day}.csv",
    ExportFormat.OUTLOOK_CSV: "contacts-outlook-{day}.csv",
    ExportFormat.VCARD: "contacts-{day}.vcf",
}


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """A format and, where it is a table, its separator and whether a byte order mark leads it."""

    format: ExportFormat
    separator: CsvSeparator = CsvSeparator.COMMA
    byte_order_mark: bool = False

    @property
    def content_type(self) -> str:
        """The media type of the file."""
        return VCARD_TYPE if self.format is ExportFormat.VCARD else CSV_TYPE

    def filename(self, day: date) -> str:
        """Return the name of the file, such as ``contacts-2026-11-22.csv``."""
        return _NAMES[self.format].format(day=day.isoformat())


def options_for(
    chosen: ExportFormat,
    locale: str,
    *,
    separator: CsvSeparator | None = None,
    byte_order_mark: bool | None = None,
) -> ExportOptions:
    """Return what was chosen, and for the rest what opens right.

    Our own table is for spreadsheets: the separator of the reader's language, and the mark by which
    Excel knows UTF-8. Google reads commas and wants no mark; Outlook reads commas, and its letters
    need the mark. A vCard is no table: it has neither.
    """
    if chosen is ExportFormat.VCARD:
        return ExportOptions(chosen)
    usual = CsvSeparator.COMMA
    if chosen is ExportFormat.CARNET_CSV and locale in _SEMICOLON_LANGUAGES:
        usual = CsvSeparator.SEMICOLON
    marked = chosen is not ExportFormat.GOOGLE_CSV if byte_order_mark is None else byte_order_mark
    return ExportOptions(chosen, separator or usual, marked)
