"""Letters that documents go with: templates, and what their places are filled with.

``{{number}}`` is the document's number; ``{{title|your project}}`` says "your project" where there
is no title. Only the names below can stand in it: nothing is looked up or run.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from html import escape

import orjson

from backend.accounts.rules.places import check_locale
from backend.billing.limits import LETTER_LENGTH, SUBJECT_LENGTH
from backend.billing.rules.default_letters import DEFAULT_LETTERS
from backend.billing.rules.kinds import DocumentKind, LetterKind
from backend.core.text import clean_line, clean_lines
from backend.inbox.errors import UnknownPlaceholder

PLACES = (
    "number",
    "title",
    "client",
    "seller",
    "total",
    "balance",
    "issue_date",
    "due_date",
)
_PLACE = re.compile(r"\{\{\s*+([^{}|]{0,60}?)\s*+(?:\|([^{}]{0,200}))?\}\}")


class AcceptedQuotes(StrEnum):
    """What becomes of a quote that the client accepts."""

    STAY = "stay"
    DRAFT_INVOICE = "draft_invoice"
    SEND_INVOICE = "send_invoice"


@dataclass(frozen=True, slots=True)
class LetterTemplate:
    """A letter of a kind in a language; plain text."""

    locale: str
    kind: LetterKind
    subject: str
    message: str


@dataclass(frozen=True, slots=True)
class DeliverySettings:
    """How documents reach clients, and what follows from their answers."""

    accepted_quotes: AcceptedQuotes = AcceptedQuotes.STAY
    letters: tuple[LetterTemplate, ...] = ()
    """Those that are the account's own."""

    def letter_of(self, locale: str, kind: LetterKind) -> LetterTemplate:
        """Return the account's letter, or else the usual one."""
        found = (each for each in self.letters if (each.locale, each.kind) == (locale, kind))
        return next(found, usual_letter(locale, kind))


def usual_letter(locale: str, kind: LetterKind) -> LetterTemplate:
    """Return the letter of whoever wrote no other."""
    subject, message = DEFAULT_LETTERS[locale][kind]
    return LetterTemplate(locale, kind, subject, message)


def changed_delivery(
    before: DeliverySettings,
    accepted_quotes: AcceptedQuotes | None,
    letters: Sequence[LetterTemplate] | None,
) -> DeliverySettings:
    """Return settings with checked changes; letters replace those of the same language and kind.

    One without words is the usual one again.

    Raises:
        LocaleUnknown, TooLong, InvalidCharacters, UnknownPlaceholder
    """
    kept = {(each.locale, each.kind): each for each in before.letters}
    for place, each in enumerate(letters or ()):
        clean = _clean(each, ("letters", str(place)))
        key = (clean.locale, clean.kind)
        usual = usual_letter(*key)
        clean = replace(
            clean, subject=clean.subject or usual.subject, message=clean.message or usual.message
        )
        kept.pop(key, None)
        if clean != usual:
            kept[key] = clean
    return DeliverySettings(accepted_quotes or before.accepted_quotes, tuple(kept.values()))


def _clean(letter: LetterTemplate, path: tuple[str, ...]) -> LetterTemplate:
    locale = check_locale(letter.locale, (*path, "locale"))
    subject = clean_line(letter.subject, (*path, "subject"), maximum=SUBJECT_LENGTH) or ""
    message = clean_lines(letter.message, (*path, "message"), maximum=LETTER_LENGTH) or ""
    for name, text in (("subject", subject), ("message", message)):
        for found in _PLACE.finditer(text):
            if found.group(1) not in PLACES:
                raise UnknownPlaceholder((*path, name), name=found.group(1))
    return LetterTemplate(locale, letter.kind, subject, message)


def filled(text: str, values: Mapping[str, str]) -> str:
    """Return a text with its places filled."""

    def value(found: re.Match[str]) -> str:
        return values.get(found.group(1), "") or (found.group(2) or "").strip()

    return _PLACE.sub(value, text)


def html_of(message: str) -> str:
    """Return plain text as HTML: an empty line ends a paragraph."""
    paragraphs = re.split(r"\n\s*\n", message.strip())
    return "".join(f"<p>{escape(each).replace(chr(10), '<br>')}</p>" for each in paragraphs)


def letter_kinds_of(kind: DocumentKind, *, is_open: bool, is_overdue: bool) -> list[LetterKind]:
    """Return the letters that a document may go with, the likeliest first."""
    plain = LetterKind(kind.value)
    if is_overdue:
        return [LetterKind.OVERDUE, plain]
    return [plain, LetterKind.REMINDER] if is_open else [plain]


def to_json(settings: DeliverySettings) -> str:
    """Return settings as they are stored."""
    return orjson.dumps(asdict(settings)).decode()


def from_json(text: str) -> DeliverySettings:
    """Return stored settings."""
    found = orjson.loads(text)
    return DeliverySettings(
        AcceptedQuotes(found["accepted_quotes"]),
        tuple(
            LetterTemplate(
                each["locale"], LetterKind(each["kind"]), each["subject"], each["message"]
            )
            for each in found["letters"]
        ),
    )
