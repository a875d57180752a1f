"""Making, changing and deleting labels; keeping how many contacts carry them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from backend.core.errors import NotFound, StaleVersion
from backend.core.folding import fold
from backend.core.idempotency import earlier_result, fingerprint, remember_result
from backend.core.ids import encode_id
from backend.core.permissions import Actor, Permission
from backend.core.unit_of_work import UnitOfWork, unit_of_work
from backend.labels.by_name import LabelNames, clean_name, insert_label
from backend.labels.errors import LabelNameTaken, TooManyLabels
from backend.labels.events import LabelDeleted, LabelUpdated
from backend.labels.queries import labels_by_id, labels_by_name
from backend.labels.rows import LabelRow
from backend.labels.rules import MAX_LABELS, LabelColor, least_used_color

__all__ = [
    "LabelNames",
    "LabelRemoved",
    "LabelWritten",
    "create_label",
    "delete_label",
    "delete_unused_label",
    "labels_by_id",
    "labels_by_name",
    "shift_label_counts",
    "update_label",
]


@dataclass(frozen=True, slots=True)
class LabelWritten:
    """A label as it is now, and the account's place in its history."""

    label: LabelRow
    cursor: str


@dataclass(frozen=True, slots=True)
class LabelRemoved:
    """How many contacts carried the deleted label."""

    affected_count: int
    cursor: str


async def create_label(
    actor: Actor,
    name: str,
    color: LabelColor | None = None,
    *,
    idempotency_key: str | None = None,
) -> LabelWritten:
    """Make a label; without a colour, in the one that the account's labels have least.

    Raises:
        LabelNameTaken: the account has one of this name, accents and case aside.
        TooManyLabels: it has a thousand.
        Required, TooLong, InvalidCharacters, IdempotencyKeyReused, Forbidden
    """
    actor.require(Permission.MANAGE_LABELS)
    clean = clean_name(name)
    mark = fingerprint("create_label", {"name": clean, "color": color})
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        key = await earlier_result(unit, idempotency_key, "create_label", mark)
        if key is None:
            key = await _insert(unit, clean, color)
            await remember_result(unit, idempotency_key, "create_label", mark, key)
        label = await _own(actor, key)
    return LabelWritten(label, unit.cursor)


async def _insert(unit: UnitOfWork, name: str, color: LabelColor | None) -> int:
    rows = await unit.fetch(
        "SELECT color FROM label WHERE account_id = ?", (unit.actor.account_id,)
    )
    if len(rows) >= MAX_LABELS:
        raise TooManyLabels(("name",), maximum=MAX_LABELS)
    await _refuse_taken(unit, name)
    return await insert_label(unit, name, color or least_used_color(row[0] for row in rows))


async def update_label(
    actor: Actor,
    label_id: int,
    version: int,
    *,
    name: str | None = None,
    color: LabelColor | None = None,
) -> LabelWritten:
    """Rename or recolour a label; None leaves as it is.

    Raises:
        StaleVersion: somebody changed it meanwhile.
        LabelNameTaken, NotFound, Required, TooLong, InvalidCharacters, Forbidden
    """
    actor.require(Permission.MANAGE_LABELS)
    clean = None if name is None else clean_name(name)
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        label = await _own(actor, label_id)
        if label.version != version:
            raise StaleVersion(("version",), current_version=label.version)
        new_name, new_color = clean or label.name, color or LabelColor(label.color)
        if (new_name, new_color) == (label.name, label.color):
            return LabelWritten(label, unit.cursor)
        await _refuse_taken(unit, new_name, but=label_id)
        await unit.execute(
            "UPDATE label SET name = ?, folded_name = ?, color = ?, version = version + 1 "
            "WHERE id = ?",
            (new_name, fold(new_name), new_color.value, label_id),
        )
        unit.record(
            LabelUpdated(label_id, version=version + 1, name=new_name, color=new_color.value)
        )
        label = await _own(actor, label_id)
    return LabelWritten(label, unit.cursor)


async def delete_label(actor: Actor, label_id: int) -> LabelRemoved:
    """Delete a label and take it off every contact.

    Raises:
        NotFound, Forbidden
    """
    actor.require(Permission.MANAGE_LABELS)
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        label = await _own(actor, label_id)
        await unit.execute("DELETE FROM label WHERE id = ?", (label_id,))
        unit.record(LabelDeleted(label_id, name=label.name, contact_count=label.contact_count))
    return LabelRemoved(label.contact_count, unit.cursor)


async def delete_unused_label(
    unit: UnitOfWork, label_id: int, *, unless_changed: bool = False
) -> None:
    """Delete a label that no contact carries; one that somebody gave to a contact stays, and one
    that somebody renamed or recoloured if it is to stay then.
    """
    unit.actor.require(Permission.MANAGE_LABELS)
    await unit.take_turn()
    changed = " AND version = 1" if unless_changed else ""
    rows = await unit.fetch(
        "DELETE FROM label WHERE account_id = ? AND id = ? AND contact_count = 0"  # noqa: S608
        f"{changed} RETURNING name",
        (unit.actor.account_id, label_id),
    )
    unit.record_many(LabelDeleted(label_id, name=row[0], contact_count=0) for row in rows)


async def shift_label_counts(unit: UnitOfWork, deltas: Mapping[int, int]) -> None:
    """Add to how many contacts carry each label, inside of the unit that changed them.

    The unit has the account's turn.
    """
    await unit.execute_many(
        "UPDATE label SET contact_count = contact_count + ? WHERE id = ? AND account_id = ?",
        [(delta, key, unit.actor.account_id) for key, delta in sorted(deltas.items()) if delta],
    )


async def _own(actor: Actor, label_id: int) -> LabelRow:
    found = await labels_by_id(actor, (label_id,))
    if label_id not in found:
        raise NotFound(("id",))
    return found[label_id]


async def _refuse_taken(unit: UnitOfWork, name: str, *, but: int = 0) -> None:
    rows = await unit.fetch(
        "SELECT id FROM label WHERE account_id = ? AND folded_name = ? AND id <> ?",
        (unit.actor.account_id, fold(name), but),
    )
    if rows:
        raise LabelNameTaken(("name",), id=encode_id("Label", rows[0][0]))
