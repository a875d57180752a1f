"""Recurring invoices: set up from a document, changed from now on, paused, skipped, deleted."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields, replace
from datetime import date, timedelta
from typing import Any, TypeAlias

from backend.billing.document_rows import DocumentRow
from backend.billing.errors import WrongStage
from backend.billing.events import (
    DocumentDrafted,
    DraftDeleted,
    RecurringInvoiceChanged,
    RecurringInvoiceCreated,
)
from backend.billing.limits import MAX_RECURRING
from backend.billing.queries.documents import today_of
from backend.billing.queries.recurring import count_recurring, recurring_by_id
from backend.billing.recurring_rows import RecurringRow
from backend.billing.rules.content import Content, content_to_json
from backend.billing.rules.drafting import UNSET, DraftChanges, Unset
from backend.billing.rules.kinds import DocumentKind, Stage
from backend.billing.rules.lifecycle import require_kind, require_stage
from backend.billing.rules.recurring import (
    Frequency,
    RecurringMode,
    Schedule,
    check_schedule,
    next_day,
)
from backend.billing.service.corrections import as_draft
from backend.billing.service.drafts import DocumentWritten, changed_draft
from backend.billing.service.retention import require_buyer
from backend.billing.service.standing import insert_draft, own_document, require_whole
from backend.core.clock import now_micros
from backend.core.errors import NotFound, StaleVersion, TooMany
from backend.core.idempotency import earlier_result, fingerprint, remember_result
from backend.core.permissions import Actor, Permission
from backend.core.unit_of_work import UnitOfWork, unit_of_work

MAKE = "make_recurring_invoices_of"
_Said: TypeAlias = tuple[Content, int | None]
"""What each says, and whose it is."""


@dataclass(frozen=True, slots=True)
class RecurringChanges:
    """A change from now on. ``document_id`` is a draft that says what is to be said, and goes."""

    frequency: Frequency | Unset = UNSET
    every: int | Unset = UNSET
    start_date: date | Unset = UNSET
    ends_on: date | Unset | None = UNSET
    times: int | Unset | None = UNSET
    mode: RecurringMode | Unset = UNSET
    content: DraftChanges | None = None
    document_id: int | None = None


@dataclass(frozen=True, slots=True)
class RecurringWritten:
    """A recurring invoice as it is now, and the account's place in its history."""

    recurring: RecurringRow
    cursor: str


async def create_recurring(
    actor: Actor,
    document_id: int,
    schedule: Schedule,
    mode: RecurringMode,
    *,
    idempotency_key: str | None = None,
) -> RecurringWritten:
    """Make an invoice again and again. One that is issued stays as it is; a draft goes: what it
    says comes on the first day.

    Raises:
        NumberOutOfRange, DateOutOfRange: as ``rules.recurring.check_schedule``; not before today.
        WrongStage: no invoice, or one that is void.
        BuyerErased: it is kept of somebody who was erased, or made from what is.
        TooMany, NotFound, IdempotencyKeyReused, Forbidden
    """
    actor.require(Permission.WRITE_BILLING)
    said = {"document": document_id, "schedule": asdict(schedule), "mode": mode}
    mark = fingerprint("create_recurring", said)
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        key = await earlier_result(unit, idempotency_key, "create_recurring", mark)
        if key is None:
            await _refuse_one_more(actor)
            check_schedule(schedule, await today_of(actor))
            document = await own_document(actor, document_id)
            require_whole(document)
            require_kind(document.kind, DocumentKind.INVOICE)
            require_stage(document.stage, Stage.DRAFT, Stage.ISSUED)
            await require_buyer(actor, document)
            key = await _insert(unit, document, schedule, mode)
            await remember_result(unit, idempotency_key, "create_recurring", mark, key)
            await _use_up(unit, document)
            unit.enqueue(MAKE, {"account_id": actor.account_id})
        recurring = await own_recurring(actor, key)
    return RecurringWritten(recurring, unit.cursor)


async def update_recurring(
    actor: Actor, recurring_id: int, version: int, changes: RecurringChanges
) -> RecurringWritten:
    """Change what is said, when, how often or until when; from now on.

    Raises:
        WrongStage: the document is no draft of an invoice.
        BuyerErased: it is made from what is kept of somebody who was erased.
        StaleVersion, NotFound, Forbidden; as ``rules.recurring.check_schedule`` and
        ``rules.drafting.changed_content``
    """
    actor.require(Permission.WRITE_BILLING)
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        before = await own_recurring(actor, recurring_id, version)
        said = await _said(unit, before, changes)
        schedule = _changed_schedule(before, changes)
        coming = before.next_iso
        if schedule != before.schedule:
            passed = {each.day for each in before.passed}
            earliest = max(before.today, _day_after_last(before))
            coming = next_day(schedule, earliest, passed, before.made).isoformat()
        mode = before.mode if isinstance(changes.mode, Unset) else changes.mode
        was = (before.content, before.contact_key), before.schedule, before.mode
        if (said, schedule, mode) != was or changes.document_id is not None:
            await _write(unit, recurring_id, said, schedule, mode, coming)
            unit.record(RecurringInvoiceChanged(recurring_id, said[1], before.version + 1))
            unit.enqueue(MAKE, {"account_id": actor.account_id})
        recurring = await own_recurring(actor, recurring_id)
    return RecurringWritten(recurring, unit.cursor)


async def draft_recurring(actor: Actor, recurring_id: int) -> DocumentWritten:
    """Begin a draft of what a recurring invoice is to say from now on, or return the one begun.

    Raises:
        NotFound, Forbidden
    """
    actor.require(Permission.WRITE_BILLING)
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        recurring = await own_recurring(actor, recurring_id)
        draft = await open_draft(actor, recurring)
        if draft is None:
            key = await insert_draft(
                unit, DocumentKind.INVOICE, recurring.content, recurring.contact_key
            )
            await unit.execute(
                "UPDATE recurring_invoice SET draft_id = ? WHERE id = ?", (key, recurring_id)
            )
            unit.record(DocumentDrafted(key, DocumentKind.INVOICE.value, recurring.contact_key))
            unit.record(
                RecurringInvoiceChanged(recurring_id, recurring.contact_key, recurring.version)
            )
            draft = await own_document(actor, key)
    return DocumentWritten(draft, unit.cursor)


async def open_draft(actor: Actor, recurring: RecurringRow) -> DocumentRow | None:
    """Return the draft of what a recurring invoice is to say, while it is one."""
    if recurring.draft_key is None:
        return None
    try:
        draft = await own_document(actor, recurring.draft_key)
    except NotFound:
        return None
    return draft if draft.stage is Stage.DRAFT else None


async def own_recurring(
    actor: Actor, recurring_id: int, version: int | None = None, *, deleted: bool = False
) -> RecurringRow:
    """Return a recurring invoice of the account, as it was seen where a version is given.

    Raises:
        NotFound, StaleVersion
    """
    found = (await recurring_by_id(actor, (recurring_id,), deleted=deleted)).get(recurring_id)
    if found is None:
        raise NotFound(("id",))
    if version is not None and found.version != version:
        raise StaleVersion(("version",), current_version=found.version)
    return found


def _changed_schedule(before: RecurringRow, changes: RecurringChanges) -> Schedule:
    given = {
        name: getattr(changes, "start_date" if name == "start" else name)
        for name in (each.name for each in fields(Schedule))
    }
    wanted = replace(
        before.schedule, **{name: value for name, value in given.items() if value is not UNSET}
    )
    if wanted == before.schedule:
        return wanted
    moved = wanted.start != before.schedule.start
    return check_schedule(wanted, before.today if moved else wanted.start, before.made)


def _day_after_last(before: RecurringRow) -> date:
    """Return the first day that may still come: none is made twice, nor out of order."""
    last = max((each.day for each in before.passed if each.document_key is not None), default=None)
    return date.min if last is None else last + timedelta(days=1)


async def _said(unit: UnitOfWork, before: RecurringRow, changes: RecurringChanges) -> _Said:
    content, contact_id = before.content, before.contact_key
    if changes.document_id is not None:
        draft = await own_document(unit.actor, changes.document_id)
        if draft.kind is not DocumentKind.INVOICE or draft.stage is not Stage.DRAFT:
            raise WrongStage(("documentId",), stage=draft.stage_name)
        await require_buyer(unit.actor, draft)
        content, contact_id = _template(draft.content), draft.contact_key
        await _use_up(unit, draft)
    if changes.content is not None:
        content, contact_id = await changed_draft(unit.actor, content, contact_id, changes.content)
        content = _template(content)
    return content, contact_id


def _template(content: Content) -> Content:
    """Return what a document says of no day in particular."""
    return replace(as_draft(content), delivered_from=None, delivered_until=None)


async def _refuse_one_more(actor: Actor) -> None:
    if await count_recurring(actor) >= MAX_RECURRING:
        raise TooMany(("documentId",), maximum=MAX_RECURRING)


async def _use_up(unit: UnitOfWork, document: DocumentRow) -> None:
    """Let a draft go that says what is said elsewhere from now on; it can be brought back."""
    if document.stage is Stage.DRAFT:
        await unit.execute(
            "UPDATE billing_document SET deleted_at = ?, version = version + 1 WHERE id = ?",
            (now_micros(), document.pk),
        )
        unit.record(DraftDeleted(document.pk, document.kind_name, document.contact_key))


async def _insert(
    unit: UnitOfWork, document: DocumentRow, schedule: Schedule, mode: RecurringMode
) -> int:
    coming = next_day(schedule, schedule.start, (), 0).isoformat()
    rows = await unit.fetch(
        "INSERT INTO recurring_invoice (account_id, user_id, content, currency, total_minor, "
        "frequency, every, start_date, mode, made, next_date, version, created_at, updated_at, "
        "updated_by) VALUES (?, ?, '', '', 0, '', 0, '', '', 0, '', 0, ?, 0, '') RETURNING id",
        (unit.actor.account_id, unit.actor.user_id, now_micros()),
    )
    key = int(rows[0][0])
    said = _template(document.content), document.contact_key
    await _write(unit, key, said, schedule, mode, coming)
    unit.record(RecurringInvoiceCreated(key, document.contact_key, coming))
    return key


async def _write(
    unit: UnitOfWork,
    recurring_id: int,
    said: _Said,
    schedule: Schedule,
    mode: RecurringMode,
    coming: str,
) -> None:
    content, contact_id = said
    values: dict[str, Any] = {
        "content": content_to_json(content),
        "currency": content.currency,
        "total_minor": content.totals.total_minor,
        "contact_id": contact_id,
        "frequency": schedule.frequency.value,
        "every": schedule.every,
        "start_date": schedule.start.isoformat(),
        "ends_on": schedule.ends_on and schedule.ends_on.isoformat(),
        "times": schedule.times,
        "mode": mode.value,
        "next_date": coming,
        "updated_at": now_micros(),
        "updated_by": unit.actor.name,
    }
    columns = ", ".join(f"{name} = ?" for name in values)
    await unit.execute(
        f"UPDATE recurring_invoice SET {columns}, version = version + 1 WHERE id = ?",  # noqa: S608
        (*values.values(), recurring_id),
    )
