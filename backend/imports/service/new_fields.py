"""Make the custom fields that a file brings, once, before its first row is written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from backend.core.folding import fold
from backend.core.unit_of_work import UnitOfWork
from backend.custom_fields.service import add_field, fields_of
from backend.imports.columns import CustomColumns
from backend.imports.targets import CustomTarget


@dataclass(frozen=True, slots=True)
class MadeFields:
    """The fields that stand for the new ones of a plan.

    ``ids`` are in the order of ``plan.new_fields``; ``created`` are those among them that were not
    there before; ``choices`` are the targets of their columns from now on: an import that goes on
    after a crash starts from these.
    """

    ids: tuple[int, ...]
    created: frozenset[int]
    choices: dict[int, CustomTarget]


async def make_fields(unit: UnitOfWork, wanted: Sequence[CustomColumns]) -> MadeFields:
    """Make the new fields of a plan, inside of a unit of work that does more.

    A field that somebody made meanwhile, of the same name and type, is taken as it is.

    Raises:
        FieldNameTaken, FieldNameReserved, TooManyFields, Required, TooLong, InvalidCharacters,
        Forbidden
    """
    if not wanted:
        return MadeFields((), frozenset(), {})
    await unit.take_turn()
    known = {
        (fold(field.name), field.kind): field.pk for field in await fields_of(unit.actor.account_id)
    }
    ids, created = list[int](), set[int]()
    for columns in wanted:
        key = known.get((fold(columns.name), columns.kind))
        if key is None:
            key = await add_field(unit, columns.name, columns.kind)
            created.add(key)
        ids.append(key)
    choices = {
        place: CustomTarget(key)
        for key, columns in zip(ids, wanted, strict=True)
        for place in columns.places
    }
    return MadeFields(tuple(ids), frozenset(created), choices)
