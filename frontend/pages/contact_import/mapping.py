"""What can be said of all columns together: how many are imported, and what looks wrong."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from frontend.locale import t
from frontend.pages.contact_import.targets import family_of, target_key, target_words

Column = Mapping[str, Any]
Show = Literal["all", "imported", "skipped"]

ONE_VALUE = frozenset(
    {
        "GIVEN_NAME",
        "MIDDLE_NAME",
        "FAMILY_NAME",
        "FULL_NAME",
        "COMPANY",
        "POSITION",
        "CREATED",
        "LAST_ACTIVITY",
        "IDENTITY",
    }
)
"""Fields of which a contact has one value."""
NAMING = frozenset({"GIVEN_NAME", "FAMILY_NAME", "FULL_NAME", "COMPANY"})
REACHING = frozenset({"EMAIL", "PHONE"})
QUALIFYING = {
    "EMAIL": frozenset({"EMAIL_KIND", "EMAIL_STATUS", "EMAIL_STATUS_SINCE"}),
    "PHONE": frozenset({"PHONE_KIND"}),
}
"""Fields that say something about one of several e-mails or phones."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something that may not be meant; `columns` are the places it is about."""

    words: str
    columns: tuple[int, ...] = ()
    blocks: bool = False


def is_imported(column: Column) -> bool:
    """Tell whether a column becomes something."""
    return not column["target"]["isSkipped"]


def chosen_columns(
    columns: Sequence[Column], show: str, stays: Collection[int] = ()
) -> list[Column]:
    """Return the columns that a filter lets through, and those at the places in `stays`: who
    changes a column must not lose it from sight.
    """
    if show not in ("imported", "skipped"):
        return list(columns)
    wanted = show == "imported"
    return [each for each in columns if is_imported(each) is wanted or each["index"] in stays]


def first_shown(columns: Sequence[Column]) -> Show:
    """Return the filter that one begins with: what is imported, unless nothing useful is."""
    blocked = any(doubt.blocks for doubt in doubts_of(columns))
    return "all" if blocked else "imported"


def empty_last(columns: Sequence[Column]) -> tuple[list[Column], list[Column]]:
    """Return the columns that have something in them, and those that have not."""
    filled = [each for each in columns if not each["isEmpty"]]
    return filled, [each for each in columns if each["isEmpty"]]


def doubts_of(columns: Sequence[Column]) -> list[Doubt]:
    """Return what may not be meant, the gravest first."""
    fields = {each["target"]["field"] for each in columns}
    found: list[Doubt] = []
    if not fields & (NAMING | REACHING):
        words = t(
            "No column is a name, a company, an e-mail or a phone. Choose at least one: without "
            "it nobody can be imported."
        )
        found.append(Doubt(words, blocks=True))
    elif not fields & REACHING and "IDENTITY" not in fields:
        words = t(
            "No column is an e-mail or a phone. People who are in your book already will not be "
            "recognised by anything but their name, so some may come in twice."
        )
        found.append(Doubt(words))
    return [*found, *_doubled(columns)]


def _doubled(columns: Sequence[Column]) -> list[Doubt]:
    """Return the fields of one value that several columns would fill."""
    meant: dict[tuple[str, str], list[Column]] = defaultdict(list)
    for column in columns:
        target = column["target"]
        if target["isSkipped"] or (target["field"] and target["field"] not in ONE_VALUE):
            continue
        meant[target_key(target), target["newName"] or ""].append(column)
    return [
        Doubt(
            t(
                "Several columns become “{field}”: {columns}. In each row the first of them that "
                "is not empty counts.",
                columns=", ".join(each["header"] for each in same),
                field=target_words(same[0]["target"]),
            ),
            tuple(each["index"] for each in same),
        )
        for same in meant.values()
        if len(same) > 1
    ]


def doubtful_columns(doubts: Sequence[Doubt]) -> frozenset[int]:
    """Return the places of the columns that a warning is about."""
    return frozenset(place for doubt in doubts for place in doubt.columns)


def most_of_each(columns: Sequence[Column]) -> dict[str, int]:
    """Return how many e-mails, phones and addresses the columns tell apart; 0 where nothing
    depends on which of them a column is about.
    """
    most = {"EMAIL": 0, "PHONE": 0, "ADDRESS": 0}
    fields = {column["target"]["field"] for column in columns}
    for column in columns:
        target = column["target"]
        family = family_of(target["field"])
        if family and (family == "ADDRESS" or fields & QUALIFYING[family]):
            most[family] = max(most[family], target["number"])
    return most
