"""The words of imports that several steps say."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from frontend.locale import format_number, t


def format_words(source: Mapping[str, Any]) -> str:
    """Return what kind of file it is, and which program wrote it as far as that is known."""
    program = {
        "CARNET": t("exported from Carnet"),
        "GOOGLE": t("exported from Google Contacts"),
        "GOOGLE_LEGACY": t("exported from Google Contacts"),
        "OUTLOOK": t("exported from Outlook"),
    }.get(source["format"])
    kind = {"CSV": t("Table (CSV)"), "XLSX": t("Excel workbook"), "VCARD": t("Cards (vCard)")}[
        source["kind"]
    ]
    return f"{kind}, {program}" if program else kind


def encodings() -> dict[str, str]:
    """Return the encodings that can be chosen, by the names that the API knows them under."""
    western, central = t("Western European"), t("Central European")
    return {
        "utf-8": "Unicode (UTF-8)",
        "utf-16": "Unicode (UTF-16)",
        "cp1252": f"{western} (Windows-1252)",
        "iso8859-15": f"{western} (ISO 8859-15)",
        "mac-roman": f"{western} (Mac Roman)",
        "cp850": f"{western} (DOS 850)",
        "cp1250": f"{central} (Windows-1250)",
        "iso8859-2": f"{central} (ISO 8859-2)",
        "cp1251": t("Cyrillic") + " (Windows-1251)",
        "cp1253": t("Greek") + " (Windows-1253)",
        "cp1254": t("Turkish") + " (Windows-1254)",
        "shift_jis": t("Japanese") + " (Shift JIS)",
        "gb18030": t("Chinese") + " (GB 18030)",
    }


_SAME_ENCODING = {"utf-8-sig": "utf-8", "utf-16-le": "utf-16", "utf-16-be": "utf-16"}


def encoding_words(name: str) -> str:
    """Return what an encoding is called."""
    return encodings().get(_SAME_ENCODING.get(name, name), name)


def separators() -> dict[str, str]:
    """Return the separators that can be chosen, by themselves."""
    return {
        ",": t("Comma"),
        ";": t("Semicolon"),
        "\t": t("Tab"),
        "|": t("Vertical bar"),
    }


def state_words(state: str, *, is_stopped: bool = False) -> str:
    """Return in a word or two where an import stands; ``is_stopped``: it waits for somebody."""
    if state == "FETCHING" and is_stopped:
        return t("Fetching stopped")
    return {
        "UPLOADING": t("Not sent yet"),
        "FETCHING": t("Being fetched"),
        "READY": t("Not imported yet"),
        "CHECKING": t("Being checked"),
        "RUNNING": t("Importing"),
        "DONE": t("Imported", context="import"),
        "FAILED": t("Failed"),
        "CANCELLED": t("Stopped"),
        "UNDOING": t("Being undone"),
        "UNDONE": t("Undone"),
    }[state]


def notice_words(notice: Mapping[str, Any]) -> str:
    """Return something to know about a file."""
    column = notice["column"] or ""
    return {
        "ENCODING_MIXED": t(
            "There are two encodings in this file, first in row {row}: look at the accents, and "
            "choose another encoding if they are wrong.",
            row=format_number(notice["line"] or 0),
        ),
        "HEADER_REPEATED": t("More than one column is called “{column}”.", column=column),
        "ONLY_HEADER": t("There is nothing below the names of the columns."),
        "NO_HEADER": t(
            "The first row seems to be a person already, so it is imported too. The columns have "
            "no names; say in the next step what they are."
        ),
    }[notice["code"]]


def advice(code: str) -> str | None:
    """Return what to do about a file that cannot be read."""
    return {
        "FILE_EMPTY": t("Export it again, and look whether the file has something in it."),
        "FILE_NOT_TEXT": t(
            "Open it in the program it comes from, save it as CSV or Excel (.xlsx), and send that."
        ),
        "HEADER_UNREADABLE": t(
            "Try another separator or encoding below, or put the names of the columns in the first "
            "row of the file."
        ),
        "HEADER_UNKNOWN": t(
            "In the next step, say which column is a name, a company, an e-mail or a phone."
        ),
        "TOO_MANY_COLUMNS": t(
            "Remove columns that you do not need, or try another separator below."
        ),
        "SEPARATOR_INVALID": t("Choose another separator below."),
        "ENCODING_UNKNOWN": t("Choose another encoding below."),
        "FILE_UNREADABLE": t("Send the file again."),
    }.get(code)
