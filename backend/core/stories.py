"""Stories of things: what happened to them, and what happened elsewhere that is about them.

Two indexed streams of the log, merged: a page costs the same however long the story is.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from backend.core.change_log import CHANGE_COLUMNS, Change, change_of_row
from backend.core.database.dialect import placeholders
from backend.core.database.reading import read

NEWEST = 2**62


@dataclass(frozen=True, slots=True)
class Told:
    """Which facts of things of a type are told: kinds of their own, and of those about them.

    None is all; a stream without kinds is not read.
    """

    subject_type: str
    own: tuple[str, ...] | None = None
    about: tuple[str, ...] | None = None


async def read_stories(
    account_id: int, told: Told, ids: Sequence[int], *, limit: int, before: int = NEWEST
) -> dict[int, list[Change]]:
    """Return up to ``limit`` changes of each thing before a place of the log, newest first.

    Two statements, whatever the number of things; one of them for all that is about the things
    says how far back the other one has to look.
    """
    found: dict[int, list[Change]] = {key: [] for key in ids}
    if not ids or limit <= 0:
        return found
    if told.about is None or told.about:
        every = dict.fromkeys(ids, 0)
        await _read(account_id, told, "about", told.about, every, limit, before, found)
    if told.own is None or told.own:
        floors = {
            key: changes[-1].sequence if len(changes) == limit else 0
            for key, changes in found.items()
        }
        await _read(account_id, told, "subject", told.own, floors, limit, before, found)
    for key, changes in found.items():
        changes.sort(key=lambda change: change.sequence, reverse=True)
        found[key] = changes[:limit]
    return found


async def _read(  # noqa: PLR0917 - the parts of one statement
    account_id: int,
    told: Told,
    stream: str,
    kinds: Sequence[str] | None,
    floors: Mapping[int, int],
    limit: int,
    before: int,
    found: dict[int, list[Change]],
) -> None:
    """Add what one stream has of each thing after its floor; ``stream`` is subject or about."""
    # The plus keeps SQLite from walking the whole account's log, newest first, for a short story.
    account = "account_id" if stream == "about" else "account_id + 0"
    one = (
        f"SELECT {CHANGE_COLUMNS}, {stream}_id AS told_of FROM change WHERE {account} = ? "  # noqa: S608
        f"AND {stream}_type = ? AND {stream}_id = ? AND {stream}_id IS NOT NULL "
        f"AND sequence < ? AND sequence > ?{_and_kinds(kinds)} ORDER BY sequence DESC LIMIT ?"
    )
    sql = " UNION ALL ".join(
        f"SELECT * FROM ({one}) AS told_{place}"  # noqa: S608
        for place in range(len(floors))
    )
    params: list[Any] = []
    for key, floor in floors.items():
        params += (account_id, told.subject_type, key, before, floor, *(kinds or ()), limit)
    for *row, told_of in await read.fetch(sql, params):
        found[told_of].append(change_of_row(account_id, row))


def _and_kinds(kinds: Sequence[str] | None) -> str:
    return "" if kinds is None else f" AND kind IN ({placeholders(len(kinds))})"


async def count_stories(account_id: int, told: Told, ids: Sequence[int]) -> dict[int, int]:
    """Return how many changes the story of each thing has: two statements."""
    totals = dict.fromkeys(ids, 0)
    for stream, kinds in (("subject", told.own), ("about", told.about)):
        if ids and (kinds is None or kinds):
            rows = await read.fetch(
                f"SELECT {stream}_id, COUNT(*) FROM change WHERE account_id = ? "  # noqa: S608
                f"AND {stream}_type = ? AND {stream}_id IS NOT NULL "
                f"AND {stream}_id IN ({placeholders(len(ids))}){_and_kinds(kinds)} "
                f"GROUP BY {stream}_id",
                (account_id, told.subject_type, *ids, *(kinds or ())),
            )
            for key, count in rows:
                totals[key] += count
    return totals
