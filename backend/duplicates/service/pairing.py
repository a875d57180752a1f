"""The pairs of some contacts brought up to date."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from backend.contacts.sql import values_in
from backend.core.change_log import Fact
from backend.core.ids import encode_id
from backend.core.unit_of_work import UnitOfWork
from backend.duplicates.events import DuplicateFound, DuplicateGone
from backend.duplicates.limits import TOLD_APART
from backend.duplicates.queries.pairs import pairs_of
from backend.duplicates.rows import PairRow
from backend.duplicates.rules import Likeness
from backend.duplicates.service.comparing import (
    Couple,
    likely_couples,
    read_profiles,
    renew_keys,
)


@dataclass(slots=True)
class _Renewal:
    """Rows to write, and facts about what is shown."""

    new: list[tuple[int, ...]] = field(default_factory=list)
    changed: list[tuple[int, ...]] = field(default_factory=list)
    gone: list[int] = field(default_factory=list)
    facts: list[Fact] = field(default_factory=list)


async def refresh_pairs(unit: UnitOfWork, contact_ids: Sequence[int]) -> None:
    """Look at contacts anew: their keys, with whom they may be one, and what is no more.

    The unit has the account's turn.
    """
    if not contact_ids:
        return
    profiles = await read_profiles(unit, contact_ids)
    keys = await renew_keys(unit, contact_ids, profiles)
    before = {
        (pair.first_key, pair.second_key): pair for pair in await pairs_of(unit.actor, contact_ids)
    }
    found = await likely_couples(unit, profiles, keys, before)
    await _write(unit, await _renewal(unit, before, found))


async def _renewal(
    unit: UnitOfWork, before: dict[Couple, PairRow], found: dict[Couple, Likeness]
) -> _Renewal:
    renewal = _Renewal()
    ids = iter(await _reserve_ids(unit, sum(couple not in before for couple in found)))
    for couple in sorted(found):
        likeness, pair = found[couple], before.get(couple)
        reasons = int(likeness.reasons)
        if pair is None:
            key = next(ids)
            renewal.new.append(
                (key, unit.actor.account_id, *couple, likeness.score, reasons, 0, likeness.score)
            )
            renewal.facts.append(_found(key, couple, likeness.score))
            continue
        place = place_of(likeness.score, reasons, pair.dismissed_bits)
        if (likeness.score, reasons, place) != (pair.score, pair.reason_bits, pair.place):
            renewal.changed.append((likeness.score, reasons, place, pair.pk))
            if place:
                renewal.facts.append(_found(pair.pk, couple, likeness.score))
    for couple, pair in before.items():
        if couple in found:
            continue
        if pair.place:
            renewal.facts.append(DuplicateGone(pair.pk))
        if not pair.dismissed_bits:
            renewal.gone.append(pair.pk)
        elif pair.score or pair.reason_bits or pair.place:
            # Kept, so that it stays dismissed should the same reasons come back.
            renewal.changed.append((0, 0, 0, pair.pk))
    return renewal


def place_of(score: int, reasons: int, dismissed: int) -> int:
    """Return where a pair stands: by its score, or nowhere while all its reasons are dismissed."""
    return score if reasons & ~dismissed else 0


def _found(key: int, couple: Couple, score: int) -> DuplicateFound:
    return DuplicateFound(key, [encode_id("Contact", each) for each in couple], score)


async def _write(unit: UnitOfWork, renewal: _Renewal) -> None:
    await unit.insert_rows(
        "duplicate_pair",
        (
            "id",
            "account_id",
            "first_contact_id",
            "second_contact_id",
            "score",
            "reasons",
            "dismissed",
            "place",
        ),
        renewal.new,
    )
    await unit.execute_many(
        "UPDATE duplicate_pair SET score = ?, reasons = ?, place = ? WHERE id = ?", renewal.changed
    )
    if renewal.gone:
        gone = values_in("id", renewal.gone, unit.dialect)
        await unit.execute(f"DELETE FROM duplicate_pair WHERE {gone.text}", gone.params)  # noqa: S608
    if len(renewal.facts) <= TOLD_APART:
        unit.record_many(renewal.facts)
    else:
        key = renewal.facts[-1].subject_id
        unit.record(DuplicateFound(key, contacts=[], score=0, bulk=True))


async def _reserve_ids(unit: UnitOfWork, count: int) -> list[int]:
    if not count:
        return []
    if unit.dialect == "postgres":
        rows = await unit.fetch(
            "SELECT nextval(pg_get_serial_sequence('duplicate_pair', 'id')) "
            "FROM generate_series(1, ?)",
            (count,),
        )
        return [row[0] for row in rows]
    # The unit holds SQLite's only write lock: nobody else takes a number before it ends.
    rows = await unit.fetch("SELECT seq FROM sqlite_sequence WHERE name = 'duplicate_pair'")
    last = int(rows[0][0]) if rows else 0
    return list(range(last + 1, last + count + 1))
