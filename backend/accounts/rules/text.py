"""Names and e-mail addresses as they are kept."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from email_validator import EmailNotValidError, validate_email

from backend.accounts.errors import EmailInvalid
from backend.core.errors import InvalidCharacters, Required, TooLong
from backend.core.header_words import header_words

MAX_NAME = 100
MAX_EMAIL = 254
_REFUSED_CATEGORIES = ("Cc", "Cs", "Zl", "Zp")


def has_control_characters(text: str) -> bool:
    """Whether a text holds line breaks, control characters or halves of a surrogate pair."""
    return any(unicodedata.category(character) in _REFUSED_CATEGORIES for character in text)


def clean_name(value: str, path: Sequence[str], *, maximum: int = MAX_NAME) -> str:
    """Return a one-line text composed (NFC), trimmed, its spaces single.

    Raises:
        Required: nothing is left.
        TooLong, InvalidCharacters
    """
    if len(value) > maximum * 4:  # before any work on what cannot pass
        raise TooLong(path, maximum=maximum)
    if has_control_characters(value):
        raise InvalidCharacters(path)
    text = " ".join(unicodedata.normalize("NFC", value).split())
    if not text:
        raise Required(path)
    if len(text) > maximum:
        raise TooLong(path, maximum=maximum)
    return text


@dataclass(frozen=True, slots=True)
class Email:
    """An address as written, and the key by which it is unique."""

    address: str
    key: str


def parse_email(value: str, path: Sequence[str] = ("email",)) -> Email:
    """Return an address, its domain normalised.

    Two addresses are the same when they differ only in case: no provider in use tells them apart,
    and people type theirs both ways.

    Raises:
        Required: it is empty.
        EmailInvalid: not an address.
        TooLong, InvalidCharacters
    """
    if len(value) > MAX_EMAIL * 4:  # before any work on what cannot pass
        raise TooLong(path, maximum=MAX_EMAIL)
    text = value.strip()
    if not text:
        raise Required(path)
    if has_control_characters(text):
        raise InvalidCharacters(path)
    try:
        address = validate_email(text, check_deliverability=False).normalized
    except EmailNotValidError:
        raise EmailInvalid(path) from None
    if header_words(address) != address:  # in a letter's head it would be another one
        raise EmailInvalid(path)
    key = unicodedata.normalize("NFC", address.casefold())
    if max(len(address), len(key)) > MAX_EMAIL:
        raise TooLong(path, maximum=MAX_EMAIL)
    return Email(address, key)
