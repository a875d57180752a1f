"""A row that stays out, and what of it was refused."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from backend.contacts.drafts import ContactDraft
from backend.core.errors import Refusal
from backend.imports.reader import RefusedRow, Row

_SHOWN_CHARACTERS = 100


@dataclass(frozen=True, slots=True)
class Refused:
    """A row, why it stays out, and the text at fault when it is one of several in a cell."""

    row: Row | RefusedRow
    refusal: Refusal
    text: str = ""


def refused_text(draft: ContactDraft, path: Sequence[str]) -> str:
    """Return the e-mail or phone of a draft that the path of a refusal leads to, or nothing."""
    match path:
        case ["emails", place, *_]:
            return draft.emails[int(place)].address[:_SHOWN_CHARACTERS]
        case ["phones", place, *_]:
            return draft.phones[int(place)].number[:_SHOWN_CHARACTERS]
    return ""
