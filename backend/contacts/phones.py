"""Phone numbers: kept as typed, compared and dialled by their E.164 form where they have one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

import phonenumbers
from phonenumbers import NumberParseException, PhoneMetadata, PhoneNumberFormat

from backend.contacts.phone_plans import Understood, understand

_NOT_DIGITS = re.compile(r"[^0-9]+")


@dataclass(frozen=True, slots=True)
class ParsedPhone:
    """A number as typed, understood as far as it can be.

    ``digits`` is what it is compared by: E.164 without its plus when valid, else those typed.
    ``searched`` are the forms of its digits that people look for.
    """

    e164: str | None
    digits: str
    searched: tuple[str, ...]


def typed_digits(number: str) -> str:
    """Return the digits of a text as ASCII, whatever script they are written in."""
    if number.isascii():
        return _NOT_DIGITS.sub("", number)
    return "".join(str(int(c)) for c in number if c.isdecimal())


@lru_cache(maxsize=8_192)  # an import asks twice: who a row is of, and what is stored of it
def parse_phone(number: str, country: str) -> ParsedPhone | None:
    """Understand a number as someone in ``country`` would dial it; None when it has no digit.

    A number that is not valid there is kept all the same: extensions, short numbers and numbers
    of tomorrow's plans are numbers too.
    """
    digits = typed_digits(number)
    if not digits:
        return None
    found = understand(number, country) or _understand_slowly(number, country)
    if found is None:
        return ParsedPhone(None, digits, (digits,))
    e164 = f"+{found.calling_code}{found.rest}"
    return ParsedPhone(e164, e164[1:], _searched(digits, found))


# A file with many numbers of no plan, such as those kept for fiction, has each of them often.
@lru_cache(maxsize=16_384)
def _understand_slowly(number: str, country: str | None) -> Understood | None:
    try:
        parsed = phonenumbers.parse(number, country)
    except NumberParseException:
        return None
    if not phonenumbers.is_valid_number(parsed):
        return None
    return Understood(parsed.country_code or 0, phonenumbers.national_significant_number(parsed))


def searched_digits(number: str, e164: str | None) -> tuple[str, ...]:
    """Return the forms of a stored number's digits that people look for."""
    digits = typed_digits(number)
    found = None
    if e164 is not None:
        found = understand(e164, "") or _understand_slowly(e164, None)
    return (digits,) if found is None else _searched(digits, found)


def inner_digits(number: str, e164: str | None) -> str:
    """Return the digits of a stored number that are in every way to write it: without what is
    dialled before it, from abroad or at home.
    """
    found = None if e164 is None else understand(e164, "") or _understand_slowly(e164, None)
    return typed_digits(number) if found is None else found.rest


def _searched(digits: str, found: Understood) -> tuple[str, ...]:
    abroad = f"{found.calling_code}{found.rest}"
    home = trunk_prefix(found.calling_code) + found.rest
    forms = (abroad,) if home in abroad else (abroad, home)
    return forms if any(digits in form for form in forms) else (*forms, digits)


@lru_cache(maxsize=512)
def trunk_prefix(calling_code: int) -> str:
    """Return what is dialled before a number inside its country: 0 in France, nothing in Italy."""
    region = phonenumbers.region_code_for_country_code(calling_code)
    metadata = PhoneMetadata.metadata_for_region_or_calling_code(calling_code, region)
    return (metadata.national_prefix or "") if metadata is not None else ""


@lru_cache(maxsize=20_000)
def display_e164(e164: str) -> str:
    """Return a valid number as it is printed for readers in any country."""
    parsed = phonenumbers.parse(e164)
    return phonenumbers.format_number(parsed, PhoneNumberFormat.INTERNATIONAL)


@lru_cache(maxsize=1)
def calling_codes() -> dict[str, int]:
    """Return the calling code of each country that has one, by ISO 3166-1 code."""
    return {
        region: phonenumbers.country_code_for_region(region)
        for region in sorted(phonenumbers.SUPPORTED_REGIONS)
    }
