"""Forgetting an import that has not begun."""

from __future__ import annotations

import asyncio

from backend.core.permissions import Actor, Permission
from backend.core.unit_of_work import unit_of_work
from backend.imports import files
from backend.imports.errors import ImportOver
from backend.imports.events import ImportDiscarded
from backend.imports.service.changing import locked_import
from backend.imports.states import WAITING


async def discard_import(actor: Actor, import_id: int) -> str:
    """Forget an import and its file; return the account's place in its history.

    Raises:
        ImportOver: it has begun: its history stays.
        NotFound, Forbidden
    """
    actor.require(Permission.WRITE_CONTACTS)
    async with unit_of_work(actor) as unit:
        found = await locked_import(unit, import_id)
        if found.state not in WAITING:
            raise ImportOver(("id",))
        await unit.execute("DELETE FROM contact_import WHERE id = ?", (import_id,))
        unit.record(ImportDiscarded(import_id))
        unit.after_commit(lambda: asyncio.to_thread(files.forget, found.token))
    return unit.cursor
