"""The days of a recurring invoice: paused and resumed, skipped; its end and its return."""

from __future__ import annotations

from datetime import date

from backend.billing.errors import DateOutOfRange
from backend.billing.events import (
    RecurringDayRestored,
    RecurringDaySkipped,
    RecurringInvoiceDeleted,
    RecurringInvoicePaused,
    RecurringInvoiceRestored,
    RecurringInvoiceResumed,
)
from backend.billing.recurring_rows import RecurringRow
from backend.billing.rules.recurring import Outcome, next_day
from backend.billing.service.recurring import MAKE, RecurringWritten, own_recurring
from backend.core.clock import now_micros
from backend.core.permissions import Actor, Permission
from backend.core.unit_of_work import UnitOfWork, unit_of_work


async def pause_recurring(actor: Actor, recurring_id: int) -> RecurringWritten:
    """Make nothing until it is resumed; one that is paused stays so.

    Raises:
        NotFound, Forbidden
    """
    actor.require(Permission.WRITE_BILLING)
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        before = await own_recurring(actor, recurring_id)
        if not before.is_paused:
            await _set(unit, recurring_id, "paused_at = ?", now_micros())
            unit.record(RecurringInvoicePaused(recurring_id, before.contact_key))
        recurring = await own_recurring(actor, recurring_id)
    return RecurringWritten(recurring, unit.cursor)


async def resume_recurring(actor: Actor, recurring_id: int) -> RecurringWritten:
    """Go on from today; days that passed meanwhile are not made up for.

    Raises:
        NotFound, Forbidden
    """
    actor.require(Permission.WRITE_BILLING)
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        before = await own_recurring(actor, recurring_id)
        if before.is_paused:
            await _set(
                unit, recurring_id, "paused_at = NULL, next_date = ?", _coming(before).isoformat()
            )
            unit.record(RecurringInvoiceResumed(recurring_id, before.contact_key))
            unit.enqueue(MAKE, {"account_id": actor.account_id})
        recurring = await own_recurring(actor, recurring_id)
    return RecurringWritten(recurring, unit.cursor)


async def skip_recurring(actor: Actor, recurring_id: int, day: date) -> RecurringWritten:
    """Make no invoice on a day that is to come; the day is none of ``times``.

    Raises:
        DateOutOfRange: no invoice comes on this day.
        NotFound, Forbidden
    """
    actor.require(Permission.WRITE_BILLING)
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        before = await own_recurring(actor, recurring_id)
        skipped = {each.day for each in before.passed if each.outcome is Outcome.SKIPPED}
        if day not in skipped:
            coming = before.coming()
            if day not in coming:
                raise DateOutOfRange(("day",), earliest=_iso(coming[:1]), latest=_iso(coming[-1:]))
            await unit.execute(
                "INSERT INTO recurring_day (recurring_id, day, outcome, at) VALUES (?, ?, ?, ?)",
                (recurring_id, day.isoformat(), Outcome.SKIPPED.value, now_micros()),
            )
            await _move_on(unit, recurring_id, _due(before))
            unit.record(RecurringDaySkipped(recurring_id, before.contact_key, day.isoformat()))
        recurring = await own_recurring(actor, recurring_id)
    return RecurringWritten(recurring, unit.cursor)


async def unskip_recurring(actor: Actor, recurring_id: int, day: date) -> RecurringWritten:
    """Let a skipped day come after all, unless it has passed; one that comes anyway stays.

    Raises:
        NotFound, Forbidden
    """
    actor.require(Permission.WRITE_BILLING)
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        before = await own_recurring(actor, recurring_id)
        count = await unit.execute(
            "DELETE FROM recurring_day WHERE recurring_id = ? AND day = ? AND outcome = ? "
            "AND day >= ?",
            (recurring_id, day.isoformat(), Outcome.SKIPPED.value, before.today.isoformat()),
        )
        if count:
            await _move_on(unit, recurring_id, _due(before))
            unit.record(RecurringDayRestored(recurring_id, before.contact_key, day.isoformat()))
        recurring = await own_recurring(actor, recurring_id)
    return RecurringWritten(recurring, unit.cursor)


async def delete_recurring(actor: Actor, recurring_id: int) -> RecurringWritten:
    """Make none of it any more; ``restore_recurring`` brings it back. What was made stays.

    Raises:
        NotFound, Forbidden
    """
    actor.require(Permission.WRITE_BILLING)
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        before = await own_recurring(actor, recurring_id)
        await _set(unit, recurring_id, "deleted_at = ?", now_micros())
        unit.record(RecurringInvoiceDeleted(recurring_id, before.contact_key))
    return RecurringWritten(before, unit.cursor)


async def restore_recurring(actor: Actor, recurring_id: int) -> RecurringWritten:
    """Bring a deleted one back, from today on; one that is there stays as it is.

    Raises:
        NotFound, Forbidden
    """
    actor.require(Permission.WRITE_BILLING)
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        count = await unit.execute(
            "UPDATE recurring_invoice SET deleted_at = NULL, version = version + 1 "
            "WHERE account_id = ? AND id = ? AND deleted_at IS NOT NULL",
            (actor.account_id, recurring_id),
        )
        recurring = await own_recurring(actor, recurring_id)
        if count:
            await _move_on(unit, recurring_id)
            unit.record(RecurringInvoiceRestored(recurring_id, recurring.contact_key))
            unit.enqueue(MAKE, {"account_id": actor.account_id})
            recurring = await own_recurring(actor, recurring_id)
    return RecurringWritten(recurring, unit.cursor)


def _due(recurring: RecurringRow) -> date | None:
    """Return the day that is made next, which may have passed while nobody made it."""
    return None if recurring.is_paused else recurring.next_date


def _coming(recurring: RecurringRow, due: date | None = None) -> date:
    """Return the first day from today on that nothing became of, or from an earlier one on."""
    passed = {each.day for each in recurring.passed}
    earliest = max(min(due or recurring.today, recurring.today), recurring.schedule.start)
    return next_day(recurring.schedule, earliest, passed, recurring.made)


def _iso(days: list[date]) -> str:
    return days[0].isoformat() if days else date.max.isoformat()


async def _move_on(unit: UnitOfWork, recurring_id: int, due: date | None = None) -> None:
    recurring = await own_recurring(unit.actor, recurring_id)
    await _set(unit, recurring_id, "next_date = ?", _coming(recurring, due).isoformat())


async def _set(unit: UnitOfWork, recurring_id: int, columns: str, value: int | str) -> None:
    await unit.execute(
        f"UPDATE recurring_invoice SET {columns}, updated_at = ?, updated_by = ?, "  # noqa: S608
        "version = version + 1 WHERE id = ?",
        (value, now_micros(), unit.actor.name, recurring_id),
    )
