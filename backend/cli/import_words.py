"""What ``carnet import`` says when it refuses a file, by code."""

from __future__ import annotations

from backend.core.errors import Refusal
from backend.imports.notices import Notice, NoticeCode

_WORDS = {
    "FILE_UNREADABLE": "{name} is not there, may not be read, or is no file on a disk.",
    "FILE_EMPTY": "the file has no row of column names.",
    "FILE_NOT_TEXT": "this is no CSV, XLSX or vCard file but another kind ({kind}). {advice}",
    "FILE_BROKEN": "this {kind} file is damaged or cut off. Export it again.",
    "FILE_TOO_COMPLEX": (
        "this file takes too much to read: more than {maximum} MB unpacked. Save the sheet as CSV."
    ),
    "SHEET_UNKNOWN": "the workbook has no sheet called {sheet}.",
    "CUSTOM_FIELD_NAME_TAKEN": "the account has a custom field of this name, of another type.",
    "CUSTOM_FIELD_NAME_RESERVED": "a standard field is called as one of the custom fields.",
    "TOO_MANY_CUSTOM_FIELDS": "the account can have {maximum} custom fields.",
    "ENCODING_UNKNOWN": "{encoding} is not the encoding of a text file. Try utf-8 or cp1252.",
    "SEPARATOR_INVALID": "a separator is one character that is not in words, such as ; or tab.",
    "HEADER_UNREADABLE": "row {row} should name the columns, and cannot be read as such.",
    "HEADER_UNKNOWN": (
        "none of the {columns} columns is named as something that a contact has. The first row "
        "must name them, such as: First name, Last name, E-mail, Phone."
    ),
    "TOO_MANY_COLUMNS": "row {row} has {columns} columns; at most {maximum} are read.",
    "IMPORT_TARGET_INVALID": "{target} is nothing that a column can become.",
    "REPORT_UNWRITABLE": "the report of rejected rows cannot be written to {name}.",
    "TOO_LONG": "a text is longer than {maximum} characters.",
    "TOO_MANY_LABELS": "the account has {maximum} labels already.",
    "FORBIDDEN": "this person may not write contacts.",
    "NOT_FOUND": "nobody signs in with this address.",
    "ACCOUNT_UNKNOWN": "there is no such account: give its number, its name or a member's e-mail.",
    "ACCOUNT_AMBIGUOUS": "several accounts have this name; use one of their numbers: {numbers}.",
    "EMAIL_INVALID": "this is not an e-mail address.",
}
_SAVE_AS = "Save it as XLSX or CSV first."
_ADVICE = {
    "xls": "Old Excel files and those with a password: save it as XLSX without a password.",
    "zip": "Unpack it first.",
    "gzip": "Unpack it first.",
    "rar": "Unpack it first.",
    "7z": "Unpack it first.",
    "pdf": "Export the list as CSV from the program that made it.",
}
_NOTICES = {
    NoticeCode.ENCODING_MIXED: (
        "Two encodings in one file, first seen in line {line}: look at the accents, and choose "
        "another with --encoding if they are wrong."
    ),
    NoticeCode.HEADER_REPEATED: "More than one column is called {column}.",
    NoticeCode.ONLY_HEADER: "There is nothing below the names of the columns.",
    NoticeCode.NO_HEADER: (
        "The first row seems to be of a person already, so it is imported too. Columns without "
        "names are imported as far as their cells tell what they are."
    ),
}


def explain(refusal: Refusal) -> str:
    """Return a sentence for a refusal; its code in plain words when there is none."""
    words = _WORDS.get(refusal.code)
    if words is None:
        return refusal.code.replace("_", " ").lower() + "."
    kind = str(refusal.parameters.get("kind", ""))
    return words.format(**refusal.parameters, advice=_ADVICE.get(kind, _SAVE_AS))


def words_of_notice(notice: Notice) -> str:
    """Return a sentence for something to know about a file."""
    return _NOTICES[notice.code].format(line=notice.line, column=notice.column)
