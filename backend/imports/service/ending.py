"""The end of an import: read to its end, stopped, or given up."""

from __future__ import annotations

import asyncio
from functools import partial

from backend.contacts.acts import ActState
from backend.contacts.service import finish_act
from backend.core.clock import now_micros
from backend.core.jobs.queue import drop_job
from backend.core.unit_of_work import UnitOfWork
from backend.imports import files
from backend.imports.events import ImportFinished
from backend.imports.parts import Problem, Tally, dump
from backend.imports.rows import ImportRow
from backend.imports.service.asking import work_key
from backend.imports.service.changing import change_import
from backend.imports.states import ImportState


async def end_import(
    unit: UnitOfWork, current: ImportRow, how: ActState, problem: Problem | None = None
) -> None:
    """Write down that an import is over, and forget its file; its rejected rows stay a while.

    The unit has the account's turn and holds the import.
    """
    tally = current.tally or Tally()
    if current.act_id is not None:
        await finish_act(unit, current.act_id, how, problem.code if problem else None)
    unit.record(
        ImportFinished(
            unit.actor.account_id,
            file=current.filename,
            created=tally.created,
            updated=tally.updated,
            duplicates=tally.duplicates,
            rejected=tally.rejected,
            import_id=current.pk,
        )
    )
    values = {
        "task": current.task + 1,
        "finished_at": now_micros(),
        "problem": dump(problem) if problem else None,
    }
    await change_import(unit, current.pk, values, ImportState(how.value))
    await drop_job(unit, work_key(current.pk, current.task))
    unit.after_commit(partial(asyncio.to_thread, files.forget_source, current.token))
