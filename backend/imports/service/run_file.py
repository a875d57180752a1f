"""The import itself, as a job: a batch to a transaction, with its place in the file and its counts.

However often a process dies, every record is dealt with once: a batch is written only by whoever
finds the import at the place where the batch begins, and holds its row to the end. The report of
rejected rows is written at the length that the row says, under the same lock.
"""

from __future__ import annotations

import asyncio
import io
from collections.abc import Mapping, Sequence
from enum import Enum, auto
from time import monotonic
from typing import Any

from backend.contacts.acts import ActState
from backend.contacts.kinds import ConsentSource
from backend.contacts.service import advance_act
from backend.core.clock import now
from backend.core.jobs.queue import release_key
from backend.core.permissions import Actor
from backend.core.unit_of_work import UnitOfWork, unit_of_work
from backend.imports import files
from backend.imports.batches import Batch
from backend.imports.parts import Tally, dump
from backend.imports.refused import Refused
from backend.imports.rejects import REPORT_COLUMNS, RejectsReport
from backend.imports.rows import ImportRow
from backend.imports.service.asking import ask_again, work_key
from backend.imports.service.changing import locked_import
from backend.imports.service.counting import count_batch
from backend.imports.service.ending import end_import
from backend.imports.service.faults import faults
from backend.imports.service.fetched import rows_came
from backend.imports.service.open_files import OpenFile
from backend.imports.service.turns import (
    FIRST_ROWS,
    GAP_SECONDS,
    TAKEN_UP_AFTER,
    TURN_SECONDS,
    next_rows,
)
from backend.imports.service.writing import BatchWriter
from backend.imports.states import ImportState
from backend.labels.events import LabelCreated


class Turn(Enum):
    """How a turn of the job ended."""

    OVER = auto()
    """Nothing is left to do here."""
    PAUSED = auto()
    """The job is queued again."""


async def run_file(
    actor: Actor, found: ImportRow, payload: Mapping[str, Any], file: OpenFile
) -> Turn:
    """Import for some seconds."""
    until = monotonic() + TURN_SECONDS
    writer = BatchWriter(
        actor,
        found.chosen.existing,
        file.opened.plan.field_ids,
        bulk=file.opened.is_large,
        act=found.act_id,
        own_from=found.own_from,
        consent=found.chosen.consent_source if found.chosen.subscribed else "",
        source=ConsentSource.GOOGLE if found.fetch else ConsentSource.IMPORT,
    )
    is_first, rows = True, FIRST_ROWS
    while True:
        batch = await file.read(rows)
        file.read_ahead(rows)
        began = monotonic()
        async with unit_of_work(actor) as unit:
            await unit.take_turn()
            current = await _held(unit, found, file.place if batch is None else batch.start)
            if current is None:
                return Turn.OVER
            if is_first:
                await release_key(unit, work_key(found.pk, found.task))
            if batch is None:
                await end_import(unit, current, ActState.DONE)
                return Turn.OVER
            if not await _write(unit, current, batch, writer, file):
                return Turn.OVER
            has_time = monotonic() < until
            ask_again(unit, payload, now() + TAKEN_UP_AFTER if has_time else now())
        if not has_time:
            return Turn.PAUSED
        is_first, rows = False, next_rows(batch.end - batch.start, monotonic() - began)
        await asyncio.sleep(GAP_SECONDS)


async def _held(unit: UnitOfWork, found: ImportRow, place: int) -> ImportRow | None:
    """Return the import as it is, if this job is still the one that goes on at this place."""
    current = await locked_import(unit, found.pk)
    is_ours = (
        current.task == found.task
        and current.state is ImportState.RUNNING
        and current.place == place
    )
    return current if is_ours else None


async def _write(
    unit: UnitOfWork, current: ImportRow, batch: Batch, writer: BatchWriter, file: OpenFile
) -> bool:
    """Write a batch and where it ends; False when somebody stopped the act."""
    act_id = current.act_id
    if act_id is None or not await advance_act(unit, act_id, done=batch.end - batch.start):
        await end_import(unit, current, ActState.CANCELLED)
        return False
    written = await writer.write_in(unit, batch)
    if current.fetch is not None and written.contacts:
        await rows_came(unit, current, written.contacts)
    found = faults(batch, written)
    tally = current.tally or Tally()
    count_batch(tally, batch, written, found)
    tally.total_bytes = file.opened.size_bytes  # of the text that a workbook was turned into
    made = current.made
    made.label_ids += [fact.subject_id for fact in unit.recorded(LabelCreated)]
    size = current.rejects_bytes
    if found:
        data = _rejected(found, file, with_header=not size)
        # Within the transaction: of two jobs at the same place only one gets so far.
        path = files.rejects_file(current.token)
        await asyncio.to_thread(files.write_at, path, size, data)
        size += len(data)
    await unit.execute(
        "UPDATE contact_import SET place = ?, report = ?, made = ?, rejects_bytes = ?, "
        "own_from = ?, failures = 0 WHERE id = ?",
        (batch.end, dump(tally), dump(made), size, writer.own_from, current.pk),
    )
    return True


def _rejected(found: Sequence[Refused], file: OpenFile, *, with_header: bool) -> bytes:
    text = io.StringIO(newline="")
    report = RejectsReport(text, file.opened.separator or ",")
    if with_header:
        text.write("\ufeff")  # so that spreadsheets read the accents
        report.write([*REPORT_COLUMNS, *file.opened.plan.header])
    for fault in found:
        row = fault.row
        report.add(
            *(row.number, row.line, row.cells, fault.refusal, fault.text), imported=fault.imported
        )
    return text.getvalue().encode("utf-8", errors="replace")
