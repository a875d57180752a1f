"""Guess from its cells what a column holds, where its header says nothing.

A guess that is wrong costs more than none: it brings somebody a stranger's phone. So cells are
asked only where the header says nothing at all ("Column 3", "Field 7"), e-mails aside: whatever
a language calls them, the only column of e-mails in a file is its people's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from backend.imports.contents import Content, content_of
from backend.imports.folding import fold
from backend.imports.targets import SKIP, StandardTarget, Target
from backend.imports.vocabulary import ADDRESS_FIELDS, Field

_SAYS_NOTHING = re.compile(
    r"(?:column|colonne|colonna|col|field|champ|campo|unnamed|sans titre|f|c)?(?: ?\d+)?"
)
_OF_SOMEBODY = frozenset({"email", "emails", "mail", "mails", "courriel", "courriels"})
"""A header with one of these that is not understood names somebody else: an assistant."""
_SEEN = {Content.PHONE: Field.PHONE, Content.COUNTRY: Field.COUNTRY}


def guess_by_content(
    header: Sequence[str],
    targets: Sequence[Target],
    rows: Sequence[Sequence[str]],
    chosen: frozenset[int],
) -> list[Target]:
    """Return the targets of all columns, with those guessed from the cells where nothing else
    was found or ``chosen``."""
    guessed = list(targets)
    codes: list[int] = []
    has_email = _has(targets, {Field.EMAIL})
    for place, name in enumerate(header):
        if guessed[place] != SKIP or place in chosen:
            continue
        words = fold(name)
        says_nothing = _SAYS_NOTHING.fullmatch(words) is not None
        may_be_email = not has_email and _OF_SOMEBODY.isdisjoint(words.split())
        if not (says_nothing or may_be_email):
            continue
        content = content_of(row[place] for row in rows)
        if content is Content.EMAIL:
            guessed[place] = StandardTarget(Field.EMAIL)
        elif says_nothing and content in _SEEN:
            guessed[place] = StandardTarget(_SEEN[content])
        elif says_nothing and content is Content.POSTAL_CODE:
            codes.append(place)
    if len(codes) == 1 and _has(guessed, ADDRESS_FIELDS):
        guessed[codes[0]] = StandardTarget(Field.POSTAL_CODE)
    return guessed


def _has(targets: Sequence[Target], fields: set[Field] | frozenset[Field]) -> bool:
    return any(isinstance(each, StandardTarget) and each.field in fields for each in targets)
