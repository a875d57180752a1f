"""The numbering plans of countries, compiled: most numbers are judged in a few microseconds.

phonenumbers takes a hundred for a number, which is a third of the time that an import has for a
whole contact. What is judged here is judged as it does (a property test says so); what is not
plain is left to it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from phonenumbers import COUNTRY_CODE_TO_REGION_CODE, PhoneMetadata, PhoneNumberDesc

_PLAIN = re.compile(r"\+?[0-9 .\-()/]+")
_SEPARATORS = str.maketrans("", "", "+ .-()/")
_LONGEST_CALLING_CODE = 3
_KINDS = (
    "premium_rate",
    "toll_free",
    "shared_cost",
    "voip",
    "personal_number",
    "pager",
    "uan",
    "voicemail",
    "fixed_line",
    "mobile",
)


@dataclass(frozen=True, slots=True)
class Understood:
    """A valid number: its country's calling code and the rest, as dialled from abroad."""

    calling_code: int
    rest: str


@dataclass(frozen=True, slots=True)
class _Plan:
    calling_code: int
    trunk_prefix: str
    international_prefix: re.Pattern[str]
    general: re.Pattern[str]
    by_length: Mapping[int, re.Pattern[str]]

    def is_valid(self, rest: str) -> bool:
        kinds = self.by_length.get(len(rest))
        return (
            kinds is not None
            and self.general.fullmatch(rest) is not None
            and kinds.fullmatch(rest) is not None
        )


def understand(number: str, country: str) -> Understood | None:
    """Return a number that is plainly valid; None says nothing about it."""
    if not number.isascii() or _PLAIN.fullmatch(number) is None:
        return None
    digits = number.translate(_SEPARATORS)
    if number.startswith("+"):
        return _from_abroad(digits)
    plan = _plan(country)
    if plan is None or plan.international_prefix.match(digits):
        return None
    prefix = plan.trunk_prefix
    if prefix and digits.startswith(prefix):
        if plan.general.fullmatch(digits):
            return None
        digits = digits[len(prefix) :]
    return Understood(plan.calling_code, digits) if plan.is_valid(digits) else None


def _from_abroad(digits: str) -> Understood | None:
    if digits.startswith("0"):  # no calling code does; the library has its own ideas then
        return None
    for length in range(1, _LONGEST_CALLING_CODE + 1):
        regions = COUNTRY_CODE_TO_REGION_CODE.get(int(digits[:length] or 0))
        if regions:
            plan, rest = _plan(regions[0]), digits[length:]
            if plan is None or (plan.trunk_prefix and rest.startswith(plan.trunk_prefix)):
                return None
            return Understood(plan.calling_code, rest) if plan.is_valid(rest) else None
    return None


@lru_cache(maxsize=300)
def _plan(country: str) -> _Plan | None:
    metadata = PhoneMetadata.metadata_for_region(country)
    if metadata is None or metadata.leading_digits is not None:
        return None
    code = metadata.country_code or 0
    # A country that shares its calling code is told apart by digits: only the main one is plain.
    if COUNTRY_CODE_TO_REGION_CODE.get(code, ("",))[0] != country:
        return None
    prefix = metadata.national_prefix_for_parsing or ""
    general = metadata.general_desc
    if (prefix and not prefix.isdecimal()) or metadata.national_prefix_transform_rule:
        return None
    if general is None or not general.national_number_pattern:
        return None
    return _Plan(
        code,
        prefix,
        re.compile(metadata.international_prefix or r"(?!)"),
        re.compile(general.national_number_pattern),
        _patterns_by_length([getattr(metadata, kind) for kind in _KINDS], general),
    )


def _patterns_by_length(
    kinds: list[PhoneNumberDesc | None], general: PhoneNumberDesc
) -> dict[int, re.Pattern[str]]:
    patterns: dict[int, list[str]] = {}
    for kind in kinds:
        if kind is not None and kind.national_number_pattern:
            for length in kind.possible_length or general.possible_length:
                patterns.setdefault(length, []).append(f"(?:{kind.national_number_pattern})")
    return {
        length: re.compile("|".join(found))
        for length, found in patterns.items()
        if length in general.possible_length
    }
