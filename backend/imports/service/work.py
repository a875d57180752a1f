"""The job of an import: a dry run or a part of the import, in the name of whoever asked."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import structlog

from backend.accounts.service.on_behalf import acting
from backend.contacts.acts import ActState
from backend.contacts.service.preparing import rules_of
from backend.core.errors import Refusal, Refusals
from backend.core.jobs.queue import drop_job
from backend.core.permissions import Actor, Permission
from backend.core.unit_of_work import unit_of_work
from backend.imports.batches import Common
from backend.imports.errors import ImportFailed
from backend.imports.parts import Problem, dump, problem_of
from backend.imports.queries import find_import
from backend.imports.rows import ImportRow
from backend.imports.service.asking import work_key
from backend.imports.service.changing import change_import, locked_import
from backend.imports.service.ending import end_import
from backend.imports.service.open_files import keep_open, open_file
from backend.imports.service.run_file import Turn, run_file
from backend.imports.service.try_file import try_file
from backend.imports.service.turns import MOST_FAILURES
from backend.imports.states import ImportState
from backend.labels.service import labels_by_id

log = structlog.get_logger(__name__)
_WORK = frozenset({ImportState.CHECKING, ImportState.RUNNING})


async def work_on_import(payload: Mapping[str, Any]) -> None:
    """Go on with an import, unless another job did, or somebody called it off.

    Raises:
        Exception: something that may be mended by trying again.
    """
    found = await find_import(payload["account_id"], payload["import_id"], large=True)
    if found is None or found.task != payload["task"] or found.state not in _WORK:
        return
    try:
        actor = await acting(payload)
        actor.require(Permission.WRITE_CONTACTS)
        await _work(actor, found, payload)
    except (Refusal, Refusals) as refusal:
        first = refusal if isinstance(refusal, Refusal) else refusal.refusals[0]
        await _give_up(found, problem_of(first))
    except Exception as error:
        if await _count_failure(found) < MOST_FAILURES:
            raise
        log.warning("import_failed", import_id=found.pk, error=repr(error))
        await _give_up(found, problem_of(ImportFailed()))


async def _work(actor: Actor, found: ImportRow, payload: Mapping[str, Any]) -> None:
    rules = await rules_of(actor.account_id)
    chosen = found.chosen
    common = Common(rules.country, chosen.subscribed, await _labels(found), chosen.consent_date)
    is_trial = found.state is ImportState.CHECKING
    # A check writes nothing: judging is then the half that is left to this process.
    file = await open_file(
        found, common, rules, judged=not is_trial, skip=0 if is_trial else found.place
    )
    is_kept = False
    try:
        if is_trial:
            await try_file(actor, found, payload, file)
        elif await run_file(actor, found, payload, file) is Turn.PAUSED:
            await keep_open(found, file)
            is_kept = True
    finally:
        if not is_kept:
            await file.close()


async def _labels(found: ImportRow) -> tuple[str, ...]:
    """Return the names of the labels for everybody, as they are called now."""
    chosen = found.chosen
    known = await labels_by_id(Actor.system(found.account_id), chosen.label_ids)
    return (*(label.name for label in known.values()), *chosen.new_labels)


async def _count_failure(found: ImportRow) -> int:
    async with unit_of_work(Actor.system(found.account_id)) as unit:
        rows = await unit.fetch(
            "UPDATE contact_import SET failures = failures + 1 WHERE id = ? AND task = ? "
            "RETURNING failures",
            (found.pk, found.task),
        )
    return int(rows[0][0]) if rows else 0


async def _give_up(found: ImportRow, problem: Problem) -> None:
    """Say why it does not go on: an import has failed, a check leaves it as it was."""
    async with unit_of_work(Actor.system(found.account_id)) as unit:
        await unit.take_turn()
        current = await locked_import(unit, found.pk)
        if current.task != found.task:
            return
        if current.state is ImportState.RUNNING:
            await end_import(unit, current, ActState.FAILED, problem)
        elif current.state is ImportState.CHECKING:
            values = {"task": current.task + 1, "problem": dump(problem), "report": None}
            await change_import(unit, found.pk, values, ImportState.READY)
            await drop_job(unit, work_key(found.pk, found.task))
