"""When two names are likely one person's, whatever their accents, order and typing mistakes."""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz.distance import OSA

from backend.core.folding import fold

NameWords = tuple[str, ...]
"""The words of a name, folded, in their order."""

CLOSE = 0.8
"""From here on two names are close."""

_WORD = re.compile(r"[^\W_]+")
_EXTRA_WORD = 0.06
"""What a word that only one of the names has takes off: a middle name, a title."""
_INITIAL = 0.85
"""How close an initial is to the name that it may stand for."""
_RUN_TOGETHER = 0.9
"""How alike two names must be as one run of letters, such as “Anne Marie” and “Annemarie”."""


def name_words(*texts: str | None) -> NameWords:
    """Return the words of a name; an apostrophe belongs to its word."""
    return tuple(word for text in texts if text for word in _words(text))


@lru_cache(maxsize=32_768)
def _words(text: str) -> NameWords:
    return tuple(_WORD.findall(fold(text).replace("'", "")))


def name_closeness(one: NameWords, other: NameWords) -> float:
    """Return how close two names are: 1 for the same words in any order, 0 for another person's.

    Every word of the shorter one must be found in the longer one, a letter or two wrong. One word
    alone says too little, unless it is the whole of both names.
    """
    if not one or not other:
        return 0.0
    if one == other:
        return 1.0
    if (len(one), one) > (len(other), other):  # the same both ways round
        one, other = other, one
    if len(one) > 1:
        aligned = _aligned(one, other)
        if aligned:
            return aligned
    return _run_together(one, other)


def are_close(one: NameWords, other: NameWords) -> bool:
    """Whether two names are likely one person's."""
    return name_closeness(one, other) >= CLOSE


def _aligned(short: NameWords, long: NameWords) -> float:
    left, total, spelt = list(long), 0.0, 0
    for word in sorted(short, key=len, reverse=True):  # initials take what the names left over
        best, found = 0.0, ""
        for each in left:
            alike = _alike(word, each)
            if alike > best:
                best, found = alike, each
        if not found:
            return 0.0
        left.remove(found)
        total += best
        spelt += len(word) > 1 and len(found) > 1
    if not spelt:
        return 0.0
    return max(0.0, total / len(short) - _EXTRA_WORD * len(left))


@lru_cache(maxsize=65_536)
def _alike(one: str, other: str) -> float:
    """Return how alike two words are, 0 when they are two words."""
    if one == other:
        return 1.0
    shorter, longer = sorted((len(one), len(other)))
    if shorter == 1:
        return _INITIAL if one[0] == other[0] else 0.0
    allowed = 0 if longer < 4 else 1 if longer < 8 else 2
    edits = OSA.distance(one, other, score_cutoff=allowed)
    return 1 - edits / (2 * shorter) if edits <= allowed else 0.0


def _run_together(one: NameWords, other: NameWords) -> float:
    if len(one) == len(other) == 1:
        return 0.0 if len(one[0]) < 4 else _alike(one[0], other[0])
    first, second = "".join(one), "".join(other)
    shorter, longer = sorted((len(first), len(second)))
    if shorter < _RUN_TOGETHER * longer:
        return 0.0
    alike: float = OSA.normalized_similarity(first, second, score_cutoff=_RUN_TOGETHER)
    return alike
