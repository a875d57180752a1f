"""Operations to begin with: a document and its variables, side by side."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from frontend.locale import t

FOLDER = Path(__file__).parent
NAMES = ("first_contacts", "find_contacts", "create_contact", "follow_contacts", "who_am_i")


@dataclass(frozen=True, slots=True)
class Example:
    """One operation, ready to be run."""

    title: str
    query: str
    variables: str


def examples() -> list[Example]:
    """Return the examples in the order of being offered; the first fills an empty bench."""
    return [Example(title, *_texts(name)) for name, title in zip(NAMES, _titles(), strict=True)]


def _titles() -> tuple[str, ...]:
    return (
        t("The first contacts"),
        t("Find contacts"),
        t("Add a contact"),
        t("Follow contacts live"),
        t("Who am I?"),
    )


@cache
def _texts(name: str) -> tuple[str, str]:
    query = (FOLDER / f"{name}.graphql").read_text(encoding="utf-8")
    variables = FOLDER / f"{name}.json"
    return query, variables.read_text(encoding="utf-8") if variables.exists() else "{}\n"
