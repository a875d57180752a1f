"""What a contact is found by: one folded text for it, one set of needles for a query.

The text is indexed by its pieces of three letters. Every word starts after two spaces, so that one
or two letters are found at the start of words through the same index: ``el`` is the piece
``" el"``. Phone numbers are in it as digits alone, in the forms that people look for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from backend.contacts.phones import typed_digits
from backend.core.folding import fold

PIECE = 3
_GAP = "  "
_INNER_WORDS = re.compile(r"[^\W_]+")
_NUMBER = re.compile(r"[+(]?\d[\d().\-/+]*")

Needles = tuple[str, ...]
"""Pieces of text that must all be there."""

Alternatives = tuple[Needles, ...]
"""Ways to match one thing that was typed; one is enough."""


def search_text(
    names: Iterable[str | None], emails: Iterable[str], phone_digits: Iterable[str]
) -> str:
    """Return the text that a contact is found by. ``emails`` are normalized ones."""
    words: dict[str, None] = {}
    for name in names:
        for word in fold(name or "").split():
            _add_word(words, word, word)
    for email in emails:
        address = email if email.isascii() else fold(email)
        _add_word(words, address, address.partition("@")[0])
    words.update(dict.fromkeys(phone_digits))
    return "".join(_GAP + word for word in words)


def _add_word(words: dict[str, None], word: str, with_inner_words: str) -> None:
    words[word] = None
    inner = _INNER_WORDS.findall(with_inner_words)
    # The words inside of "jean-pierre" or "marie.dupont@…" have starts of their own.
    if len(inner) > 1:
        words.update(dict.fromkeys(inner[1:]))


def parse_search(query: str) -> tuple[Alternatives, ...]:
    """Return what a query asks for: all of these, each in one of its ways.

    Words may be in any order. Digits are a phone number in any spacing, or words of their own.
    """
    asked: list[Alternatives] = []
    digits: list[str] = []
    for word in fold(query.replace("(0)", " ")).split():
        if _NUMBER.fullmatch(word):
            digits.append(word)
            continue
        _end_number(asked, digits)
        asked.append(((_needle(word),),))
    _end_number(asked, digits)
    return tuple(dict.fromkeys(asked))


def _end_number(asked: list[Alternatives], words: list[str]) -> None:
    if not words:
        return
    number = typed_digits("".join(words))
    ways: dict[Needles, None] = {(_needle(number),): None}
    if number.startswith("00") and len(number) > PIECE:
        ways[_needle(number[2:]),] = None
    ways[tuple(_needle(word) for word in words)] = None
    asked.append(tuple(ways))
    words.clear()


def _needle(word: str) -> str:
    """Return one piece for a word that is shorter: there is no space but in front of words."""
    return word if len(word) >= PIECE else (_GAP + word)[-PIECE:]


def text_matches(text: str, asked: Iterable[Alternatives]) -> bool:
    """Whether a contact's text is found by a query."""
    return all(any(all(n in text for n in needles) for needles in ways) for ways in asked)
