"""What "Title" stands for: what somebody does, or how one addresses them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from backend.imports.folding import fold
from backend.imports.targets import SKIP, StandardTarget, Target, field_of
from backend.imports.vocabulary import Field

_HONORIFICS = (
    "m|mr|mrs|ms|miss|mx|dr|prof|professor|sir|madam|mme|mlle|mm|monsieur|madame|mademoiselle|me|"
    "maitre|docteur|professeur|sig|sig ra|sig na|signor|signora|signorina|dott|dott ssa|dottor|"
    "dottoressa|ing|avv|arch|geom|rag|professore|professoressa"
)
HONORIFICS = frozenset(_HONORIFICS.split("|"))
"""Folded, as files of English, French and Italian write them."""


def resolve_titles(targets: list[Target], rows: Sequence[Sequence[str]]) -> list[Target]:
    """Take "Title" for a position only where nothing else is one, and never for "Mme" or "Dr".

    French Outlook has it twice: before the given name, and again for what somebody does.
    """
    named = any(field_of(target) is Field.POSITION for target in targets)
    titles = [place for place, target in enumerate(targets) if field_of(target) is Field.TITLE]
    leading = {place for place in titles if len(titles) > 1 and _leads(place, targets)}
    resolved = list(targets)
    for place in titles:
        target = targets[place]
        if named or place in leading or _addresses([row[place] for row in rows]):
            resolved[place] = SKIP
        elif isinstance(target, StandardTarget):
            resolved[place] = replace(target, field=Field.POSITION)
    return resolved


def _leads(place: int, targets: Sequence[Target]) -> bool:
    return place + 1 < len(targets) and field_of(targets[place + 1]) is Field.GIVEN_NAME


def _addresses(cells: Sequence[str]) -> bool:
    said = {fold(cell) for cell in cells} - {""}
    return bool(said) and said <= HONORIFICS
