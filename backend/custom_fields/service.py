"""Making, renaming, ordering, deleting and restoring custom fields; keeping their counts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from backend.core.clock import now_micros
from backend.core.errors import NotFound, Refusal, Refusals, Required, StaleVersion
from backend.core.folding import fold
from backend.core.idempotency import earlier_result, fingerprint, remember_result
from backend.core.ids import encode_id
from backend.core.permissions import Actor, Permission
from backend.core.text import clean_line
from backend.core.unit_of_work import UnitOfWork, unit_of_work
from backend.custom_fields.errors import FieldNameReserved, FieldNameTaken, TooManyFields
from backend.custom_fields.events import (
    CustomFieldCreated,
    CustomFieldDeleted,
    CustomFieldMoved,
    CustomFieldPurged,
    CustomFieldRestored,
    CustomFieldUpdated,
)
from backend.custom_fields.kinds import CustomFieldKind
from backend.custom_fields.limits import MAX_FIELDS, NAME_LENGTH
from backend.custom_fields.names import is_reserved
from backend.custom_fields.queries import deleted_field, fields_by_id, fields_of, fields_to_purge
from backend.custom_fields.rows import FieldRow

__all__ = [
    "FieldWritten",
    "FieldsOrdered",
    "add_field",
    "create_field",
    "fields_by_id",
    "fields_of",
    "fields_to_purge",
    "purge_field",
    "refuse_new_name",
    "reorder_fields",
    "shift_field_counts",
    "trash_field",
    "trash_unused_field",
    "untrash_field",
    "update_field",
]


@dataclass(frozen=True, slots=True)
class FieldWritten:
    """A field as it is now, or was when it was deleted; the account's place in its history."""

    field: FieldRow
    cursor: str


@dataclass(frozen=True, slots=True)
class FieldsOrdered:
    """All fields in their order."""

    fields: list[FieldRow]
    cursor: str


async def create_field(
    actor: Actor, name: str, kind: CustomFieldKind, *, idempotency_key: str | None = None
) -> FieldWritten:
    """Make a field, behind the others.

    Raises:
        FieldNameTaken: the account has one of this name, accents and case aside.
        FieldNameReserved: a standard field is called so.
        TooManyFields: it has a hundred.
        Required, TooLong, InvalidCharacters, IdempotencyKeyReused, Forbidden
    """
    actor.require(Permission.MANAGE_CUSTOM_FIELDS)
    clean = _clean_name(name)
    mark = fingerprint("create_custom_field", {"name": clean, "kind": kind})
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        key = await earlier_result(unit, idempotency_key, "create_custom_field", mark)
        if key is None:
            key = await _insert(unit, clean, kind)
            await remember_result(unit, idempotency_key, "create_custom_field", mark, key)
        field = await _own(actor, key)
    return FieldWritten(field, unit.cursor)


def refuse_new_name(name: str, taken: Iterable[str]) -> None:
    """Refuse a name that no new field may have; ``taken`` are the names of others, folded.

    Raises:
        FieldNameTaken, FieldNameReserved, Required, TooLong, InvalidCharacters
    """
    if fold(_clean_name(name)) in taken:
        raise FieldNameTaken(("name",))


async def add_field(unit: UnitOfWork, name: str, kind: CustomFieldKind) -> int:
    """Make a field inside of a unit of work that does more, and return its number.

    Raises:
        FieldNameTaken, FieldNameReserved, TooManyFields, Required, TooLong, InvalidCharacters,
        Forbidden
    """
    unit.actor.require(Permission.MANAGE_CUSTOM_FIELDS)
    await unit.take_turn()
    return await _insert(unit, _clean_name(name), kind)


async def _insert(unit: UnitOfWork, name: str, kind: CustomFieldKind) -> int:
    account_id = unit.actor.account_id
    await _refuse_one_more(unit)
    await _refuse_taken(unit, name)
    rows = await unit.fetch(
        "INSERT INTO custom_field (account_id, name, folded_name, kind, position, version, "
        "contact_count, created_at) VALUES (?, ?, ?, ?, ?, 1, 0, ?) RETURNING id",
        (account_id, name, fold(name), kind.value, await _last_position(unit), now_micros()),
    )
    key = int(rows[0][0])
    unit.record(CustomFieldCreated(key, name=name, type=kind.value))
    return key


async def update_field(actor: Actor, field_id: int, version: int, *, name: str) -> FieldWritten:
    """Rename a field.

    Raises:
        StaleVersion: somebody renamed it meanwhile.
        FieldNameTaken, FieldNameReserved, NotFound, Required, TooLong, InvalidCharacters,
        Forbidden
    """
    actor.require(Permission.MANAGE_CUSTOM_FIELDS)
    clean = _clean_name(name)
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        field = await _own(actor, field_id)
        if field.version != version:
            raise StaleVersion(("version",), current_version=field.version)
        if clean == field.name:
            return FieldWritten(field, unit.cursor)
        await _refuse_taken(unit, clean, but=field_id)
        await unit.execute(
            "UPDATE custom_field SET name = ?, folded_name = ?, version = version + 1 WHERE id = ?",
            (clean, fold(clean), field_id),
        )
        unit.record(CustomFieldUpdated(field_id, version=version + 1, name=clean))
        field = await _own(actor, field_id)
    return FieldWritten(field, unit.cursor)


async def reorder_fields(actor: Actor, ids: Sequence[int]) -> FieldsOrdered:
    """Put fields in this order; those that are not named stay behind them, in theirs.

    Raises:
        Refusals: ids that are no field of the account.
        Forbidden
    """
    actor.require(Permission.MANAGE_CUSTOM_FIELDS)
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        known = {field.pk: field for field in await fields_of(actor.account_id)}
        unknown: list[Refusal] = [
            NotFound(("ids", str(place))) for place, key in enumerate(ids) if key not in known
        ]
        Refusals.raise_if(unknown)
        order = list(dict.fromkeys((*ids, *known)))
        moved = [(p, key) for p, key in enumerate(order) if known[key].position != p]
        await unit.execute_many("UPDATE custom_field SET position = ? WHERE id = ?", moved)
        unit.record_many(CustomFieldMoved(key, position=place) for place, key in moved)
        fields = await fields_of(actor.account_id)
    return FieldsOrdered(fields, unit.cursor)


async def trash_field(unit: UnitOfWork, field_id: int) -> FieldRow:
    """Put a field into the trash, its values with it; ``contacts`` lets nobody find them any more.

    Raises:
        NotFound, Forbidden
    """
    unit.actor.require(Permission.MANAGE_CUSTOM_FIELDS)
    await unit.take_turn()
    field = await _own(unit.actor, field_id)
    await unit.execute(
        "UPDATE custom_field SET deleted_at = ?, version = version + 1 WHERE id = ?",
        (now_micros(), field_id),
    )
    unit.record(CustomFieldDeleted(field_id, name=field.name, contact_count=field.contact_count))
    return field


async def trash_unused_field(unit: UnitOfWork, field_id: int) -> None:
    """Put a field into the trash in which no contact has a value; else it stays."""
    await unit.take_turn()
    found = await fields_by_id(unit.actor, (field_id,))
    if field_id in found and not found[field_id].contact_count:
        await trash_field(unit, field_id)


async def untrash_field(unit: UnitOfWork, field_id: int) -> FieldRow:
    """Take a field out of the trash with its values, behind the others.

    Raises:
        FieldNameTaken: another field got its name meanwhile.
        TooManyFields, NotFound, Forbidden
    """
    unit.actor.require(Permission.MANAGE_CUSTOM_FIELDS)
    await unit.take_turn()
    field = await deleted_field(unit.actor.account_id, field_id)
    if field is None:
        raise NotFound(("id",))
    await _refuse_one_more(unit)
    await _refuse_taken(unit, field.name)
    await unit.execute(
        "UPDATE custom_field SET deleted_at = NULL, version = version + 1, position = ? "
        "WHERE id = ?",
        (await _last_position(unit), field_id),
    )
    unit.record(CustomFieldRestored(field_id, name=field.name, contact_count=field.contact_count))
    return await _own(unit.actor, field_id)


async def purge_field(unit: UnitOfWork, field_id: int) -> None:
    """Erase a field of the trash for good; its values are gone already."""
    await unit.execute(
        "DELETE FROM custom_field WHERE account_id = ? AND id = ? AND deleted_at IS NOT NULL",
        (unit.actor.account_id, field_id),
    )
    unit.record(CustomFieldPurged(field_id))


async def shift_field_counts(unit: UnitOfWork, deltas: Mapping[int, int]) -> None:
    """Add to how many contacts have a value in each field, inside of the unit that changed them.

    The unit has the account's turn.
    """
    await unit.execute_many(
        "UPDATE custom_field SET contact_count = contact_count + ? WHERE id = ? AND account_id = ?",
        [(delta, key, unit.actor.account_id) for key, delta in sorted(deltas.items()) if delta],
    )


def _clean_name(name: str) -> str:
    clean = clean_line(name, ("name",), maximum=NAME_LENGTH)
    if clean is None or not fold(clean):
        raise Required(("name",))
    if is_reserved(clean):
        raise FieldNameReserved(("name",))
    return clean


async def _own(actor: Actor, field_id: int) -> FieldRow:
    found = await fields_by_id(actor, (field_id,))
    if field_id not in found:
        raise NotFound(("id",))
    return found[field_id]


async def _last_position(unit: UnitOfWork) -> int:
    rows = await unit.fetch(
        "SELECT COALESCE(MAX(position) + 1, 0) FROM custom_field "
        "WHERE account_id = ? AND deleted_at IS NULL",
        (unit.actor.account_id,),
    )
    return int(rows[0][0])


async def _refuse_one_more(unit: UnitOfWork) -> None:
    rows = await unit.fetch(
        "SELECT COUNT(*) FROM custom_field WHERE account_id = ? AND deleted_at IS NULL",
        (unit.actor.account_id,),
    )
    if rows[0][0] >= MAX_FIELDS:
        raise TooManyFields(("name",), maximum=MAX_FIELDS)


async def _refuse_taken(unit: UnitOfWork, name: str, *, but: int = 0) -> None:
    rows = await unit.fetch(
        "SELECT id FROM custom_field WHERE account_id = ? AND folded_name = ? AND id <> ? "
        "AND deleted_at IS NULL",
        (unit.actor.account_id, fold(name), but),
    )
    if rows:
        raise FieldNameTaken(("name",), id=encode_id("CustomField", rows[0][0]))
