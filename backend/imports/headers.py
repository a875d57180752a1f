"""Understand one header: what its column holds, of which kind, and which of several."""

from __future__ import annotations

from functools import lru_cache

from backend.imports.folding import fold
from backend.imports.targets import StandardTarget
from backend.imports.vocabulary import (
    ADDRESS_FIELDS,
    EXACT,
    KINDS,
    LINE_PHRASES,
    PHRASES,
    SILENT,
    Field,
)

_KIND_BEARERS = ADDRESS_FIELDS | {
    Field.EMAIL,
    Field.PHONE,
    Field.EMAIL_KIND,
    Field.PHONE_KIND,
    Field.ADDRESS_KIND,
    Field.EMAIL_STATUS,
}
_LONGEST_KIND = 100
# A header may name two, "Business Fax": the first of these that is there wins.
_KIND_ORDER = ("fax", "mobile", "billing", "shipping", "work", "home", "main", "other")


def understand(header: str) -> StandardTarget | None:
    """Return what a header says, or None when it says nothing that a contact has."""
    tokens = fold(header).split()
    words = [token for token in tokens if not token.isdigit()]
    number = next((int(token[:4]) for token in tokens if token.isdigit()), 1) or 1
    whole = " ".join(words)
    if whole in EXACT:
        field, kind = EXACT[whole]
        return None if field is None else StandardTarget(field, kind, number)
    if whole in PHRASES:
        return _meaning(whole, None, number)
    kinds = {KINDS[word] for word in words if word in KINDS}
    phrase = " ".join(word for word in words if word not in KINDS and word not in SILENT)
    kind = next((name for name in _KIND_ORDER if name in kinds), None)
    if not phrase and kind in ("mobile", "fax"):
        return StandardTarget(Field.PHONE, kind, number)
    return _meaning(phrase, kind, number)


def kind_of(text: str) -> str | None:
    """Return the kind that a cell names: ``* Work`` → ``work``; ``other`` for a name of its own.

    None when it says nothing: no words, or the address systems that Outlook names.
    """
    return _kind_of(text) if len(text) <= _LONGEST_KIND else "other"


@lru_cache(maxsize=4096)  # a file says the same few words in every row
def _kind_of(text: str) -> str | None:
    words = fold(text).split()
    if not words or words in (["smtp"], ["ex"]):
        return None
    kinds = {KINDS[word] for word in words if word in KINDS}
    return next((name for name in _KIND_ORDER if name in kinds), "other")


def _meaning(phrase: str, kind: str | None, number: int) -> StandardTarget | None:
    field = PHRASES.get(phrase)
    if field is None or (kind is not None and field not in _KIND_BEARERS):
        return None
    if phrase in LINE_PHRASES:
        if number > 1:
            return StandardTarget(Field.EXTENDED, kind, line=number)
        return StandardTarget(field, kind)
    return StandardTarget(field, kind, number)
