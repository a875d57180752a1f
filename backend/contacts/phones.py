"""Phone numbers: kept as typed, compared and dialled by their E.164 form where they have one."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import phonenumbers
from phonenumbers import NumberParseException, PhoneMetadata, PhoneNumber, PhoneNumberFormat


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
        return "".join(filter(str.isdecimal, number))
    return "".join(str(int(c)) for c in number if c.isdecimal())


def parse_phone(number: str, country: str) -> ParsedPhone | None:
    """Understand a number as someone in ``country`` would dial it; None when it has no digit.

    A number that is not valid there is kept all the same: extensions, short numbers and numbers
    of tomorrow's plans are numbers too.
    """
    digits = typed_digits(number)
    if not digits:
        return None
    try:
        parsed = phonenumbers.parse(number, country)
    except NumberParseException:
        return ParsedPhone(None, digits, (digits,))
    if not phonenumbers.is_valid_number(parsed):
        return ParsedPhone(None, digits, (digits,))
    e164 = phonenumbers.format_number(parsed, PhoneNumberFormat.E164)
    return ParsedPhone(e164, e164[1:], _searched(digits, parsed, e164))


def searched_digits(number: str, e164: str | None) -> tuple[str, ...]:
    """Return the forms of a stored number's digits that people look for."""
    digits = typed_digits(number)
    if e164 is None:
        return (digits,)
    return _searched(digits, phonenumbers.parse(e164), e164)


def _searched(digits: str, parsed: PhoneNumber, e164: str) -> tuple[str, ...]:
    code, rest = parsed.country_code, phonenumbers.national_significant_number(parsed)
    forms = dict.fromkeys((e164[1:], _trunk_prefix(code) + rest, digits))
    return tuple(one for one in forms if not any(one in other and one != other for other in forms))


@lru_cache(maxsize=512)
def _trunk_prefix(calling_code: int) -> str:
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
