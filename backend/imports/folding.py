"""Compare names of columns without regard to case, accents, punctuation and spelling habits."""

from __future__ import annotations

import re
import unicodedata

_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_BETWEEN_LETTER_AND_DIGIT = re.compile(r"(?<=[a-z])(?=\d)|(?<=\d)(?=[a-z])")
_NOT_WORD = re.compile(r"[^a-z0-9]+")
_EMAIL = re.compile(r"\be mail(s?)\b")


def fold(text: str) -> str:
    """Return lower-case words in plain letters with single spaces: ``E-mail 1`` → ``email 1``."""
    split = _CAMEL.sub(" ", text)
    plain = unicodedata.normalize("NFKD", split).casefold()
    bare = "".join(letter for letter in plain if not unicodedata.combining(letter))
    words = _NOT_WORD.sub(" ", bare)
    spaced = _BETWEEN_LETTER_AND_DIGIT.sub(" ", words).strip()
    return _EMAIL.sub(r"email\1", spaced)
