"""What ``carnet import`` says when it refuses a file, by code."""

from __future__ import annotations

from backend.core.errors import Refusal

_WORDS = {
    "FILE_UNREADABLE": "{name} is not there, may not be read, or is no file on a disk.",
    "FILE_EMPTY": "the file has no row of column names.",
    "FILE_NOT_TEXT": "this is no CSV file but another kind ({kind}). Save it as CSV first.",
    "ENCODING_UNKNOWN": "{encoding} is not the encoding of a text file. Try utf-8 or cp1252.",
    "SEPARATOR_INVALID": "a separator is one character that is not in words, such as ; or tab.",
    "HEADER_UNREADABLE": "the first row is not a row of column names.",
    "HEADER_UNKNOWN": (
        "none of the {columns} columns is named as something that a contact has. The first row "
        "must name them, such as: First name, Last name, E-mail, Phone."
    ),
    "TOO_MANY_COLUMNS": "the file has {columns} columns; at most {maximum} are read.",
    "REPORT_UNWRITABLE": "the report of rejected rows cannot be written to {name}.",
    "TOO_LONG": "a text is longer than {maximum} characters.",
    "TOO_MANY_LABELS": "the account has {maximum} labels already.",
    "FORBIDDEN": "this person may not write contacts.",
    "NOT_FOUND": "nobody signs in with this address.",
    "ACCOUNT_UNKNOWN": "there is no such account: give its number, its name or a member's e-mail.",
    "ACCOUNT_AMBIGUOUS": "several accounts have this name; use one of their numbers: {numbers}.",
    "EMAIL_INVALID": "this is not an e-mail address.",
}


def explain(refusal: Refusal) -> str:
    """Return a sentence for a refusal; its code in plain words when there is none."""
    words = _WORDS.get(refusal.code)
    if words is None:
        return refusal.code.replace("_", " ").lower() + "."
    return words.format(**refusal.parameters)
