"""Stopping a check, or an import in the middle."""

from __future__ import annotations

from backend.contacts.acts import ActState
from backend.core.jobs.queue import drop_job
from backend.core.permissions import Actor, Permission
from backend.core.unit_of_work import unit_of_work
from backend.imports.errors import ImportNotStarted
from backend.imports.service.asking import work_key
from backend.imports.service.changing import change_import, locked_import
from backend.imports.service.create import ImportWritten
from backend.imports.service.ending import end_import
from backend.imports.states import ImportState


async def cancel_import(actor: Actor, import_id: int) -> ImportWritten:
    """Stop: a check leaves nothing; an import leaves the batches that were written whole.

    It waits for the batch that is being written, and for nothing else: no worker is needed.

    Raises:
        ImportNotStarted: nothing is under way.
        NotFound, Forbidden
    """
    actor.require(Permission.WRITE_CONTACTS)
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        found = await locked_import(unit, import_id)
        if found.state is ImportState.RUNNING:
            await end_import(unit, found, ActState.CANCELLED)
        elif found.state is ImportState.CHECKING:
            values = {"task": found.task + 1, "report": None}
            await change_import(unit, import_id, values, ImportState.READY)
            await drop_job(unit, work_key(import_id, found.task))
        else:
            raise ImportNotStarted(("id",))
    return ImportWritten(import_id, unit.cursor)
