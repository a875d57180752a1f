"""Why two contacts may be one person, and how likely that is; pure and symmetric."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntFlag, StrEnum
from math import prod

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from backend.contacts.names import CLOSE, NameWords, name_closeness
from backend.duplicates.profiles import Called, Place, Profile


class Reason(IntFlag):
    """Why two contacts may be one. The values are stored."""

    EMAIL = 1
    PHONE = 2
    COMPANY = 4
    DOMAIN = 8
    ADDRESS = 16


class PairReason(StrEnum):
    """The same, as one at a time is shown."""

    EMAIL = "email"
    PHONE = "phone"
    COMPANY = "company"
    DOMAIN = "domain"
    ADDRESS = "address"


LEAST = 40
"""Pairs below this score are not kept."""
MOST = 99
"""Nothing is certain but what a person says."""

_PART_OF_NAME = 0.7
"""How close a name is to one of its words alone, such as a family name."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """How likely two contacts are one, in percent, and why."""

    score: int
    reasons: Reason


def compare(one: Profile, other: Profile) -> Likeness | None:
    """Return why two contacts may be one; None when they likely are not.

    Reasons add up as independent evidence does: 1 minus the product of the doubts they leave.
    """
    closeness = _names(one.called, other.called)
    evidence = {
        reason: weight
        for reason, weight in (
            (Reason.EMAIL, _email(one, other, closeness)),
            (Reason.PHONE, _phone(one, other, closeness)),
            (Reason.COMPANY, _company(one, other, closeness)),
            (Reason.DOMAIN, _domain(one, other, closeness)),
            (Reason.ADDRESS, _address(one, other, closeness)),
        )
        if weight
    }
    score = round(100 * (1 - prod(1 - weight for weight in evidence.values())))
    if score < LEAST:
        return None
    reasons = Reason(0)
    for reason in evidence:
        reasons |= reason
    return Likeness(min(score, MOST), reasons)


def names_agree(one: Called, other: Called) -> bool:
    """Whether two contacts may be called the same: only then do company, domain and place count."""
    closeness = _names(one, other)
    return closeness is not None and closeness >= _PART_OF_NAME


def _names(one: Called, other: Called) -> float | None:
    """Return how close the names are, None when one has no name to compare."""
    if not one.words or not other.words:
        return None
    closeness = name_closeness(one.words, other.words)
    if closeness or one.is_company or other.is_company:
        return closeness
    short, long = sorted((one.words, other.words), key=len)
    is_part = len(short) == 1 < len(long) and len(short[0]) > 2 and short[0] in long
    return _PART_OF_NAME if is_part else 0.0


def _email(one: Profile, other: Profile, closeness: float | None) -> float:
    if one.emails.isdisjoint(other.emails):
        return 0.0
    if closeness is None:
        return 0.9
    return 0.95 if closeness >= _PART_OF_NAME else 0.5


def _phone(one: Profile, other: Profile, closeness: float | None) -> float:
    """Two names on one number are colleagues, or a family."""
    if one.phones.isdisjoint(other.phones):
        return 0.0
    if closeness is None:
        return 0.7
    return 0.9 if closeness >= _PART_OF_NAME else 0.0


def _company(one: Profile, other: Profile, closeness: float | None) -> float:
    if closeness is None or closeness < CLOSE or not one.company or one.company != other.company:
        return 0.0
    return 0.8 * closeness


def _domain(one: Profile, other: Profile, closeness: float | None) -> float:
    if closeness is None or closeness < CLOSE or one.domains.isdisjoint(other.domains):
        return 0.0
    return 0.7 * closeness


def _address(one: Profile, other: Profile, closeness: float | None) -> float:
    if closeness is None or closeness < _PART_OF_NAME:
        return 0.0
    return max(
        (_place(mine, theirs, closeness) for mine in one.places for theirs in other.places),
        default=0.0,
    )


def _place(one: Place, other: Place, closeness: float) -> float:
    """Return what two addresses say of two people whose names are close."""
    is_same_code = bool(one.code) and one.code == other.code
    is_same_town = bool(one.town and other.town) and (
        OSA.normalized_similarity(one.town, other.town) >= 0.8
    )
    if not is_same_code and not is_same_town:
        return 0.0
    if one.lines and other.lines:
        alike = _lines(one.lines, other.lines)
        if alike >= 0.8:
            return 0.9 * closeness
        is_near = alike >= 0.65 and is_same_code and is_same_town
        return 0.5 if is_near and closeness >= CLOSE else 0.0
    return 0.55 * closeness if is_same_code and is_same_town and closeness >= CLOSE else 0.0


def _lines(one: NameWords, other: NameWords) -> float:
    """Return how alike two streets are, whatever the order of their lines and their spaces."""
    together: float = fuzz.ratio("".join(one), "".join(other))
    if min(len(one), len(other)) > 1:
        together = max(together, fuzz.token_set_ratio(" ".join(one), " ".join(other)))
    return together / 100
