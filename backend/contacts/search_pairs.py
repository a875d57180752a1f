"""Long pieces of numbers and addresses, found by one look into an index of three letters.

Half of a number, or an address, consists of pieces that very many have, though hardly anybody has
it. So two characters are also written as one: three of those are six of the text.

Numbers are written from their first digit and from their second: whatever six digits are looked
for, one of both has them. What stands before an @ is written backwards from it, and so has but one
way to be cut.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

WINDOW = 6
"""Characters in three pairs."""
_REACH = 16
"""Characters before an @, with it, that are written."""
_DIGITS = re.compile(rf"[0-9]{{{WINDOW},}}")
_FIRST, _COUNT = "+", 80
"""Digits, small letters and the marks of addresses; all others are written as the first."""
_PAIRS = 0xE000
"""Characters for private use: there are 80 × 80, and no text that is typed has them."""


def paired(text: str) -> str:
    """Return the pairs of a folded text in pieces, empty when it has no such number or address."""
    return " ".join(dict.fromkeys(_pieces(text)))


def windows(needle: str) -> tuple[str, ...] | None:
    """Return what pairs have of whoever has a needle; None when they do not tell.

    Whoever has them all may not have the needle.
    """
    if needle.isascii() and needle.isdigit():
        if len(needle) < WINDOW:
            return None
        starts = dict.fromkeys((*range(0, len(needle) - WINDOW, WINDOW), len(needle) - WINDOW))
        return tuple(_pairs(needle[start : start + WINDOW]) for start in starts)
    end = needle.find("@") + 1
    if end < WINDOW:
        return None
    ends = range(end, max(WINDOW, end - _REACH + WINDOW) - 1, -2)
    return tuple(_pairs(needle[each - WINDOW : each]) for each in ends)


def is_told_by_pairs(needle: str) -> bool:
    """Whether whoever has the pairs of a needle has the needle: six digits are not to be had
    otherwise."""
    return len(needle) == WINDOW and needle.isascii() and needle.isdigit()


def _pieces(text: str) -> Iterator[str]:
    for number in _DIGITS.findall(text):
        yield _pairs(number)
        if len(number) > WINDOW:
            yield _pairs(number[1:])
    for start, end in _before_at(text):
        yield _pairs(text[start:end])


def _before_at(text: str) -> Iterator[tuple[int, int]]:
    """Yield where the text before each @ is, with it, an even number of characters."""
    end = text.find("@") + 1
    while end:
        start = max(text.rfind(" ", 0, end) + 1, end - _REACH)
        start += (end - start) % 2
        if end - start >= WINDOW:
            yield start, end
        end = text.find("@", end) + 1


def _pairs(text: str) -> str:
    """Return two characters as one; the last of an odd number is left out."""
    numbers = [_number(character) for character in text]
    return "".join(
        chr(_PAIRS + _COUNT * one + other)
        for one, other in zip(numbers[::2], numbers[1::2], strict=False)
    )


def _number(character: str) -> int:
    place = ord(character) - ord(_FIRST)
    return place if 0 <= place < _COUNT else 0
