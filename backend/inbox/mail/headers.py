"""Headers of letters, read forgivingly and never at length."""

from __future__ import annotations

from datetime import UTC, datetime
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from email.utils import getaddresses, parsedate_to_datetime

from backend.inbox.rules.decoding import decode, storable
from backend.inbox.rules.limits import ADDRESS_LENGTH, MAX_RECIPIENTS_KEPT, NAME_LENGTH

LONGEST_HEADER = 20_000
"""Of what is looked at: a letter may name ten thousand recipients."""


def raw_header(letter: Message, name: str) -> str:
    """Return the first header of a name as it stands, in one line; empty when there is none."""
    value = letter.get(name)
    text = "" if value is None else str(value)[:LONGEST_HEADER]
    return " ".join(text.split())


def header_text(letter: Message, name: str, maximum: int) -> str:
    """Return a header as people read it."""
    return decoded(raw_header(letter, name))[:maximum].strip()


def decoded(raw: str) -> str:
    """Return encoded words as text."""
    try:
        parts = decode_header(raw)
    except (HeaderParseError, ValueError):
        parts = [(raw, None)]
    text = "".join(
        decode(_bytes(part) if isinstance(part, str) else part, charset) for part, charset in parts
    )
    return " ".join("".join(c for c in text if c.isprintable() or c == " ").split())


def _bytes(part: str) -> bytes:
    # What the parser could not read as ASCII it keeps as surrogates of its bytes.
    return part.encode("utf-8", errors="surrogateescape")


def addresses(letter: Message, *names: str) -> list[tuple[str, str]]:
    """Return addresses and names of some headers, those that are addresses, and not too many."""
    found: dict[str, str] = {}
    # Names with commas in encoded words stay whole: they are decoded after they are told apart.
    for name, address in _pairs([raw_header(letter, each) for each in names]):
        clean = storable(address.strip())
        if "@" in clean and clean.isprintable() and len(clean) <= ADDRESS_LENGTH:
            found.setdefault(clean, decoded(name)[:NAME_LENGTH])
        if len(found) >= MAX_RECIPIENTS_KEPT:
            break
    return list(found.items())


def _pairs(headers: list[str]) -> list[tuple[str, str]]:
    try:
        return getaddresses(headers)
    except (ValueError, IndexError, RecursionError):  # comments in comments, a thousand deep
        return []


def date_of(letter: Message) -> datetime | None:
    """Return when a letter says that it was written; None when it does not, or not sensibly."""
    try:
        found = parsedate_to_datetime(raw_header(letter, "Date")[:100])
        aware = found if found.tzinfo else found.replace(tzinfo=UTC)
        return aware.astimezone(UTC)
    except (ValueError, TypeError, OverflowError, IndexError):
        return None
