"""Which contacts are compared at all: those that share a key.

Comparing all pairs of 100,000 contacts would be five thousand million comparisons. A key is
something that two records of one person hardly ever both get wrong: an address, a number, the
sounds of the name with the company, the e-mail's domain or the place.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from hashlib import blake2b

from backend.duplicates.profiles import Place, Profile

_MUTE = frozenset("aeiouyhw")
_REACHING = ("email", "phone")
_LETTERS = 5
_BEGINNING = 3


def blocking_keys(account_id: int, profile: Profile) -> frozenset[int]:
    """Return the keys of a contact: 64-bit hashes, so that a table of them tells nothing.

    Those of what reaches a contact are odd: two who share one are compared whatever their names.
    """
    return frozenset(_hashed(account_id, parts) for parts in _keys(profile))


def _keys(profile: Profile) -> Iterator[tuple[str, ...]]:
    for address in profile.emails:
        yield "email", address
    for number in profile.phones:
        yield "phone", number
    sounds = [sound(word) for word in profile.called.words]
    if not sounds:
        return
    contexts = [("domain", domain) for domain in profile.domains]
    if profile.company:
        contexts.append(("company", profile.company))
    for context in contexts:
        # One word of the name and its first sounds: the others may be wrong, missing or elsewhere.
        yield from ((*context, each[:_BEGINNING]) for each in sounds)
    if contexts or profile.places:
        yield "name", *sorted(sounds)
    for place in profile.places:
        yield from _place_keys(place, sounds)


def _place_keys(place: Place, sounds: Iterable[str]) -> Iterator[tuple[str, ...]]:
    if place.code:
        # A town has many people: the whole word.
        yield from (("code", place.code, each) for each in sounds)
    if line := _line(place):
        yield "line", *line


def _line(place: Place) -> tuple[str, str] | None:
    """Return the number of a house and the sounds of its street, where both are known."""
    number = next((word for word in place.lines if word.isdigit()), None)
    street = next((word for word in place.lines if len(word) > 2 and not word.isdigit()), None)
    return (number, sound(street)[:3]) if number and street else None


@lru_cache(maxsize=65_536)
def sound(word: str) -> str:
    """Return how a word sounds, roughly and in any language: its first letter, then consonants."""
    heard = word[0]
    for letter in word[1:]:
        if letter not in _MUTE and letter != heard[-1]:
            heard += letter
    return heard[:_LETTERS]


def reaches(key: int) -> bool:
    """Whether a key is of an e-mail or a phone."""
    return bool(key & 1)


def _hashed(account_id: int, parts: tuple[str, ...]) -> int:
    text = "\0".join((str(account_id), *parts))
    hashed = int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), signed=True)
    return hashed | 1 if parts[0] in _REACHING else hashed & ~1
