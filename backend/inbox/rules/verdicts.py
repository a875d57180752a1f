"""What mail servers say of a letter that they do not take, or that came back.

Source: RFC 3463 for the codes in three parts, RFC 5321, section 4.2 for those of three digits.
"""

from __future__ import annotations

import re
from enum import StrEnum

_ENHANCED = re.compile(r"(?<![\d.])([245])\.(\d{1,3})\.(\d{1,3})(?![\d.])")
_PLAIN = re.compile(r"(?<![\d.])([245])\d\d(?=[ \-:]|$)")
_NOT_THE_ADDRESS = frozenset({(2, 2), (2, 3), (3, 4)})
"""A mailbox that is full, a letter that is too long for it or for the server: another day, another
letter may arrive."""
_POLICY = 7
"""What a server holds against a sender or a letter, such as spam, says nothing of the address."""


class Verdict(StrEnum):
    """How a letter came back: for good, or for now."""

    HARD = "hard"
    SOFT = "soft"


def verdict_of(said: str) -> Verdict | None:
    """Return what a code in a text means for the address; None when there is none, or one that
    says that all went well.
    """
    found = _ENHANCED.search(said)
    if found is not None:
        kind, subject, detail = (int(part) for part in found.groups())
        if kind == 2:
            return None
        is_soft = kind == 4 or subject == _POLICY or (subject, detail) in _NOT_THE_ADDRESS
        return Verdict.SOFT if is_soft else Verdict.HARD
    plain = _PLAIN.search(said)
    if plain is None or plain[1] == "2":
        return None
    return Verdict.HARD if plain[1] == "5" else Verdict.SOFT
