"""Take single cells apart: several values in one, kinds, statuses, dates."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, datetime

from backend.core.cells import parse_list
from backend.imports.folding import fold
from backend.imports.formats import FileFormat

GOOGLE_SEPARATOR = ":::"
_EMAIL_SEPARATORS = re.compile(r":::|[;,|\r\n]")
_PHONE_SEPARATORS = re.compile(r"[;,/\r\n]")
_LABEL_SEPARATORS = re.compile(r"[;,|\r\n]")
_LINES = re.compile(r"\s*[\r\n]+\s*")
_WHOLE_PHONE_DIGITS = 8
# What people type into a cell that must not be empty, and have not got.
_NO_WORDS = "- -- --- . ? / n/a na n.a. no non none null nil aucun aucune néant nessuno nessuna"
_NOTHING = frozenset(_NO_WORDS.split())
# Directions and zero widths: copied from web pages and phone books, and part of no address.
_UNSEEN = dict.fromkeys([*range(0x200B, 0x2010), *range(0x202A, 0x202F), 0x2060, 0xFEFF])
# Google's own groups. "My contacts" is everybody; friends and family are what people file there.
_GOOGLE_GROUPS = {
    "mycontacts": "",
    "*mycontacts": "",
    "*starred": "",
    "*other": "",
    "*othercontacts": "",
    "*friends": "Friends",
    "*family": "Family",
    "*coworkers": "Coworkers",
}
_STATUS_WORDS = {
    "subscribed": "subscribed|opted in|opt in|abonne|abonnee|inscrit|inscrite|abbonato|abbonata|"
    "iscritto|iscritta",
    "unsubscribed": "unsubscribed|opted out|opt out|desabonne|desabonnee|desinscrit|desinscrite|"
    "iscrizione annullata|disiscritto|disiscritta|abbonamento annullato",
    "never_subscribed": "never subscribed|not subscribed|no subscription|jamais abonne|"
    "jamais abonnee|non abonne|mai iscritto|mai iscritta|iscrizione non scelta|mai abbonato",
}
_STATUSES = {word: status for status, words in _STATUS_WORDS.items() for word in words.split("|")}


def one_line(text: str) -> str:
    """Return a text with its runs of spaces and line breaks turned into single spaces."""
    return " ".join(text.split())


def lines_of(text: str) -> list[str]:
    """Return the lines of a text that have something in them."""
    if "\n" not in text and "\r" not in text:
        line = one_line(text)
        return [line] if line else []
    return [one_line(line) for line in _LINES.split(text) if line.strip()]


def split_emails(text: str) -> list[str]:
    """Return the addresses of a cell: ``a@x ::: b@x``, ``a@x; b@x``, ``Name <a@x>``."""
    parts = [text]
    if _EMAIL_SEPARATORS.search(text):
        parts = [part for part in _EMAIL_SEPARATORS.split(text) if part.strip()]
        if not all("@" in part for part in parts):
            parts = [text]
    return _present(_bare_email(part.strip()) for part in parts)


def split_phones(text: str) -> list[str]:
    """Return the numbers of a cell. A comma or slash parts them only between whole numbers."""
    numbers: list[str] = []
    for cell in text.split(GOOGLE_SEPARATOR):
        parts = [cell]
        if _PHONE_SEPARATORS.search(cell):
            parts = [part for part in _PHONE_SEPARATORS.split(cell) if part.strip()]
            if not all(sum(map(str.isdigit, part)) >= _WHOLE_PHONE_DIGITS for part in parts):
                parts = [cell]
        # Spreadsheets are told "this is text" by an apostrophe before the first digit.
        numbers.extend(one_line(part).removeprefix("'") for part in parts)
    return _present(numbers)


def _present(values: Iterable[str]) -> list[str]:
    """Return what is there, without the marks that copying leaves and words for nothing."""
    found = (value if value.isascii() else value.translate(_UNSEEN).strip() for value in values)
    return [value for value in found if value and value.lower() not in _NOTHING]


def split_labels(text: str, file_format: FileFormat) -> list[str]:
    """Return the labels of a cell, as the program that wrote it separates them."""
    if file_format in (FileFormat.CARNET, FileFormat.VCARD):
        return parse_list(text)
    names: Iterable[str]
    if GOOGLE_SEPARATOR in text or file_format in (FileFormat.GOOGLE, FileFormat.GOOGLE_LEGACY):
        names = text.split(GOOGLE_SEPARATOR)
    else:
        names = _LABEL_SEPARATORS.split(text)
    labels = (_own_group(one_line(name)) for name in names)
    return [name for name in labels if name]


def parse_status(text: str) -> str | None:
    """Return the subscription status that a cell names, or None."""
    return _STATUSES.get(fold(text))


def parse_instant(text: str) -> datetime | None:
    """Return the UTC instant of an ISO 8601 text, or None. Without an offset it is UTC."""
    try:
        moment = datetime.fromisoformat(text.strip())
        return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def _own_group(name: str) -> str:
    return _GOOGLE_GROUPS.get(name.casefold().replace(" ", ""), name)


def _bare_email(text: str) -> str:
    if text.endswith(">") and "<" in text:
        text = text[text.rindex("<") + 1 : -1]
    return text.strip().removeprefix("mailto:")
