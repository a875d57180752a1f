"""Ranks: texts that sort byte by byte, between any two of which there is room for another.

A rank is a whole number and a fraction, in base 62. The first character says how many digits the
number has and its sign, so that ranks at either end stay short however many are added there; what
is put between two others in turn grows by a character every few times, and is spread anew once it
is longer than ``LONGEST``.

Source: D. Greenspan, "Implementing fractional indexing", 2020.
"""

from __future__ import annotations

DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
LONGEST = 32
"""A rank that is longer has its neighbourhood spread anew."""
_ZERO = "a0"
_SMALLEST = "A" + DIGITS[0] * 26
_BASE = len(DIGITS)


def between(lower: str | None, upper: str | None) -> str:
    """Return a rank after ``lower`` and before ``upper``; None is the end.

    Raises:
        ValueError: ``lower`` is not before ``upper``, or one of them is no rank.
    """
    _check(lower)
    _check(upper)
    if lower is not None and upper is not None and lower >= upper:
        raise ValueError(f"{lower!r} is not before {upper!r}")
    if lower is None:
        return _ZERO if upper is None else _before(upper)
    if upper is None:
        return _after(lower)
    whole, other = _whole(lower), _whole(upper)
    if whole == other:
        return whole + _middle(lower[len(whole) :], upper[len(whole) :])
    following = _next(whole)
    if following is not None and following < upper:
        return following
    return whole + _middle(lower[len(whole) :], None)


def spread(lower: str | None, upper: str | None, count: int) -> list[str]:
    """Return ``count`` ranks between two, in order, as short as they can be."""
    if count <= 0:
        return []
    if upper is None:
        found = [between(lower, None)]
        while len(found) < count:
            found.append(between(found[-1], None))
        return found
    if lower is None:
        found = [between(None, upper)]
        while len(found) < count:
            found.append(between(None, found[-1]))
        return found[::-1]
    half = count // 2
    middle = between(lower, upper)
    return [*spread(lower, middle, half), middle, *spread(middle, upper, count - half - 1)]


def is_rank(text: str) -> bool:
    """Whether a text is a rank as these functions make them."""
    try:
        _check(text)
    except ValueError:
        return False
    return True


def _check(rank: str | None) -> None:
    if rank is None:
        return
    whole = _whole(rank)
    is_padded = rank[len(whole) :].endswith(DIGITS[0])
    if rank == _SMALLEST or is_padded or any(each not in DIGITS for each in rank):
        raise ValueError(f"{rank!r} is no rank")


def _length(head: str) -> int:
    if "a" <= head <= "z":
        return ord(head) - ord("a") + 2
    if "A" <= head <= "Z":
        return ord("Z") - ord(head) + 2
    raise ValueError(f"{head!r} begins no rank")


def _whole(rank: str) -> str:
    length = _length(rank[:1])
    if length > len(rank):
        raise ValueError(f"{rank!r} is no rank")
    return rank[:length]


def _before(upper: str) -> str:
    whole = _whole(upper)
    if whole == _SMALLEST:
        return whole + _middle("", upper[len(whole) :])
    if whole < upper:
        return whole
    previous = _previous(whole)
    return previous if previous != _SMALLEST else previous + _middle("", None)


def _after(lower: str) -> str:
    whole = _whole(lower)
    following = _next(whole)
    return whole + _middle(lower[len(whole) :], None) if following is None else following


def _middle(lower: str, upper: str | None) -> str:
    """Return the digits of a fraction between two; None is one."""
    if upper is not None:
        same = 0
        while same < len(upper) and (lower[same : same + 1] or DIGITS[0]) == upper[same]:
            same += 1
        if same:
            return upper[:same] + _middle(lower[same:], upper[same:])
    low = DIGITS.index(lower[0]) if lower else 0
    high = DIGITS.index(upper[0]) if upper else _BASE
    if high - low > 1:
        return DIGITS[(low + high + 1) // 2]
    if upper is not None and len(upper) > 1:
        return upper[0]
    return DIGITS[low] + _middle(lower[1:], None)


def _next(whole: str) -> str | None:
    head, digits = whole[0], list(whole[1:])
    for place in reversed(range(len(digits))):
        value = DIGITS.index(digits[place]) + 1
        if value < _BASE:
            digits[place] = DIGITS[value]
            return head + "".join(digits)
        digits[place] = DIGITS[0]
    if head == "z":
        return None
    if head == "Z":
        return _ZERO
    grown = chr(ord(head) + 1)
    return grown + DIGITS[0] * (_length(grown) - 1)


def _previous(whole: str) -> str:
    """Return the number before one that is not the smallest."""
    head, digits = whole[0], list(whole[1:])
    for place in reversed(range(len(digits))):
        value = DIGITS.index(digits[place]) - 1
        if value >= 0:
            digits[place] = DIGITS[value]
            return head + "".join(digits)
        digits[place] = DIGITS[-1]
    if head == "a":
        return "Z" + DIGITS[-1]
    grown = chr(ord(head) - 1)
    return grown + DIGITS[-1] * (_length(grown) - 1)
