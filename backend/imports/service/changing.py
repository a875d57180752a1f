"""Writing the row of an import: only as long as it is as whoever writes believes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from backend.core.errors import NotFound
from backend.core.permissions import Actor
from backend.core.unit_of_work import UnitOfWork
from backend.imports.events import ImportChanged
from backend.imports.queries import find_import
from backend.imports.rows import ImportRow
from backend.imports.states import ImportState


async def locked_import(unit: UnitOfWork, import_id: int, *, large: bool = False) -> ImportRow:
    """Return an import of the unit's account as it stays until the unit ends.

    Raises:
        NotFound
    """
    # A write that changes nothing holds the row; SQLite has one writer anyway.
    await unit.execute(
        "UPDATE contact_import SET version = version WHERE id = ? AND account_id = ?",
        (import_id, unit.actor.account_id),
    )
    found = await find_import(unit.actor.account_id, import_id, large=large)
    if found is None:
        raise NotFound(("id",))
    return found


async def own_import(actor: Actor, import_id: int, *, large: bool = False) -> ImportRow:
    """Return an import of the actor's account.

    Raises:
        NotFound
    """
    found = await find_import(actor.account_id, import_id, large=large)
    if found is None:
        raise NotFound(("id",))
    return found


async def change_import(
    unit: UnitOfWork, import_id: int, values: Mapping[str, Any], state: ImportState | None = None
) -> None:
    """Write columns of an import that :func:`locked_import` holds, and tell who follows it.

    ``values`` are by names of our own, never from input.
    """
    columns = dict(values)
    if state is not None:
        columns["state"] = state.value
    parts = "".join(f"{name} = ?, " for name in columns)
    rows = await unit.fetch(
        f"UPDATE contact_import SET {parts}version = version + 1 "  # noqa: S608
        "WHERE id = ? AND account_id = ? RETURNING state",
        (*columns.values(), import_id, unit.actor.account_id),
    )
    unit.record(ImportChanged(import_id, state=str(rows[0][0])))
