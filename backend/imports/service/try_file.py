"""The dry run of an import, as a job: it writes nothing but what it found."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from time import monotonic
from typing import Any

from backend.core.clock import now
from backend.core.jobs.queue import drop_job, release_key
from backend.core.permissions import Actor
from backend.core.unit_of_work import unit_of_work
from backend.imports.parts import (
    SHOWN_CELLS,
    SHOWN_PROBLEMS,
    RowProblem,
    Tally,
    Trial,
    dump,
    parameters_of,
    shown,
)
from backend.imports.refused import Refused
from backend.imports.rows import ImportRow
from backend.imports.service.asking import ask_again, work_key
from backend.imports.service.changing import change_import, locked_import
from backend.imports.service.counting import count_batch
from backend.imports.service.faults import faults
from backend.imports.service.open_files import OpenFile
from backend.imports.service.trial import TrialWriter
from backend.imports.service.turns import FIRST_ROWS, TAKEN_UP_AFTER
from backend.imports.states import ImportState

SAVED_EVERY_SECONDS = 0.25


async def try_file(
    actor: Actor, found: ImportRow, payload: Mapping[str, Any], file: OpenFile
) -> None:
    """Read a whole file and keep what importing it would do.

    It cannot go on half way: it remembers every person of the file. After a crash it begins again.
    """
    trial = Trial(Tally(total_bytes=file.opened.size_bytes), [], has_more_problems=False)
    writer = TrialWriter(actor, found.chosen.existing)
    saved_at = 0.0
    while (batch := await file.read(FIRST_ROWS)) is not None:
        file.read_ahead(FIRST_ROWS)
        written = await writer.write(batch)
        found_faults = faults(batch, written)
        count_batch(trial.tally, batch, written, found_faults)
        _show(trial, found_faults, file.opened.plan.header)
        if monotonic() - saved_at >= SAVED_EVERY_SECONDS:
            if not await _save(actor, found, payload, trial):
                return
            saved_at = monotonic()
    await _finish(actor, found, trial)


def _show(trial: Trial, found: Sequence[Refused], header: Sequence[str]) -> None:
    room = SHOWN_PROBLEMS - len(trial.problems)
    trial.problems += (_problem(fault, header) for fault in found[:room])
    trial.has_more_problems = trial.has_more_problems or len(found) > room


def _problem(fault: Refused, header: Sequence[str]) -> RowProblem:
    column = fault.refusal.path[0] if fault.refusal.path else ""
    return RowProblem(
        row=fault.row.number,
        line=fault.row.line,
        column=shown([column])[0] if column in header else None,
        code=fault.refusal.code,
        parameters=parameters_of(fault.refusal),
        text=shown([fault.text])[0],
        cells=shown(fault.row.cells[:SHOWN_CELLS]),
        is_imported=fault.imported,
    )


async def _save(actor: Actor, found: ImportRow, payload: Mapping[str, Any], trial: Trial) -> bool:
    """Write down how far it is; False when nobody waits for it any more."""
    async with unit_of_work(actor) as unit:
        touched = await unit.execute(
            "UPDATE contact_import SET report = ?, failures = 0 "
            "WHERE id = ? AND task = ? AND state = ?",
            (dump(trial.tally), found.pk, found.task, ImportState.CHECKING.value),
        )
        if touched:
            await release_key(unit, work_key(found.pk, found.task))
            ask_again(unit, payload, now() + TAKEN_UP_AFTER)
    return bool(touched)


async def _finish(actor: Actor, found: ImportRow, trial: Trial) -> None:
    async with unit_of_work(actor) as unit:
        current = await locked_import(unit, found.pk)
        if current.task == found.task and current.state is ImportState.CHECKING:
            values = {"trial": dump(trial), "report": dump(trial.tally)}
            await change_import(unit, found.pk, values, ImportState.READY)
        await drop_job(unit, work_key(found.pk, found.task))
