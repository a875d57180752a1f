"""Asking for a dry run, and for the import itself."""

from __future__ import annotations

from typing import Any

import orjson

from backend.contacts.acts import ActDetail, ActKind, ActState
from backend.contacts.service import begin_act
from backend.core.clock import now, now_micros, to_micros
from backend.core.errors import Refusal
from backend.core.permissions import Actor, Permission
from backend.core.unit_of_work import UnitOfWork, unit_of_work
from backend.custom_fields.service import fields_of
from backend.imports.choices import Choices
from backend.imports.errors import ConsentNeeded, ImportNotReady, ImportOver, ImportRunning
from backend.imports.events import ImportStarted
from backend.imports.limits import KEPT_DAYS
from backend.imports.mapping import plan_columns
from backend.imports.parts import Made, Tally, Understood, dump
from backend.imports.rows import ImportRow
from backend.imports.service.asking import ask_to_work
from backend.imports.service.changing import change_import, locked_import
from backend.imports.service.configure import targets_of
from backend.imports.service.create import ImportWritten
from backend.imports.service.new_fields import make_fields
from backend.imports.states import ImportState
from backend.labels.service import LabelNames


async def check_import(actor: Actor, import_id: int) -> ImportWritten:
    """Ask for a dry run: what the import would do, with the choices as they are.

    One that runs goes on.

    Raises:
        ImportNotReady: the file is not whole, or cannot be read as it is configured.
        ImportRunning, ImportOver: the import itself was begun.
        NotFound, Forbidden
    """
    actor.require(Permission.WRITE_CONTACTS)
    async with unit_of_work(actor) as unit:
        found = await locked_import(unit, import_id, large=True)
        if found.state is not ImportState.CHECKING:
            _readable(found)
            task = found.task + 1
            tally = dump(Tally(total_bytes=found.size_bytes))
            values = {"task": task, "trial": None, "report": tally, "failures": 0}
            await change_import(unit, import_id, values, ImportState.CHECKING)
            ask_to_work(unit, import_id, task)
    return ImportWritten(import_id, unit.cursor)


async def start_import(actor: Actor, import_id: int) -> ImportWritten:
    """Ask for the import. Its choices stand from then on; what they need is made.

    One that was begun goes on: asking twice imports once.

    Raises:
        ImportNotReady: the file is not whole, or cannot be read as it is configured.
        ImportOver: it was imported before.
        ConsentNeeded: people are to be subscribed, and nothing says by which consent.
        FieldNameTaken, FieldNameReserved, TooManyFields, TooManyLabels, NotFound, Forbidden
    """
    actor.require(Permission.WRITE_CONTACTS)
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        found = await locked_import(unit, import_id, large=True)
        if found.state is not ImportState.RUNNING:
            await _start(unit, found)
    return ImportWritten(import_id, unit.cursor)


def _readable(found: ImportRow) -> Understood:
    if found.state in (ImportState.RUNNING, ImportState.UNDOING):
        raise ImportRunning(("id",))
    if found.has_begun:
        raise ImportOver(("id",))
    if found.state is ImportState.UPLOADING or found.problem or found.understood is None:
        raise ImportNotReady(("id",))
    return found.understood


async def _start(unit: UnitOfWork, found: ImportRow) -> None:
    understood, choices = _readable(found), found.chosen
    _require_consent(choices)
    (await LabelNames.read(unit.actor, unit)).check(choices.new_labels)
    targets, made = await _settled_targets(unit, understood, found)
    rows = found.dry_run.tally.rows if found.dry_run else 0
    act_id = await begin_act(
        unit,
        ActKind.IMPORT,
        ActDetail(filename=found.filename),
        total=rows,
        state=ActState.QUEUED,
    )
    unit.record(
        ImportStarted(
            unit.actor.account_id,
            file=found.filename,
            subscribed=choices.subscribed,
            consent_source=choices.consent_source if choices.subscribed else "",
            consent_date=_day(choices),
            import_id=found.pk,
        )
    )
    values: dict[str, Any] = {
        "task": found.task + 1,
        "choices": orjson.dumps(targets).decode(),
        "made": dump(made),
        "act_id": act_id,
        "report": dump(Tally(total_bytes=found.size_bytes)),
        "failures": 0,
        "started_at": now_micros(),
        "expires_at": to_micros(now() + KEPT_DAYS),
    }
    await change_import(unit, found.pk, values, ImportState.RUNNING)
    ask_to_work(unit, found.pk, found.task + 1)


async def _settled_targets(
    unit: UnitOfWork, understood: Understood, found: ImportRow
) -> tuple[dict[str, str], Made]:
    """Return what every column becomes for good, its new custom fields being made."""
    fields = await fields_of(unit.actor.account_id)
    header = [column.header for column in understood.columns]
    targets = targets_of(understood, found.targets)
    plan = plan_columns(header, targets, fields)
    plan.require_people()
    try:
        made = await make_fields(unit, plan.new_fields)
    except Refusal as refusal:
        place = plan.new_fields[0].places[0]
        raise refusal.at("columns", str(place), "target") from None
    settled = {**targets, **made.choices}
    keys = {str(place): target.key for place, target in settled.items()}
    return keys, Made(field_ids=sorted(made.created))


def _require_consent(choices: Choices) -> None:
    if not choices.subscribed:
        return
    if not choices.consent_source:
        raise ConsentNeeded(("consentSource",))
    if choices.consent_date is None:
        raise ConsentNeeded(("consentDate",))


def _day(choices: Choices) -> str | None:
    day = choices.consent_date if choices.subscribed else None
    return day.isoformat() if day else None
