"""Verbs of recurring invoices, with the words that say so and their undo."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from frontend.client import OperationFailed
from frontend.errors import explain, report
from frontend.locale import format_date, t
from frontend.operations import load
from frontend.pages.recurring.words import Recurring, name_of
from frontend.session import Session

Payload = Mapping[str, Any]


async def run(session: Session, verb: str, given: Mapping[str, Any]) -> Payload | None:
    """Run a mutation; say what refused it. Return what it answered when it was done."""
    operation = load(f"recurring/{verb}")
    try:
        data = await session.client.run(operation, {"input": dict(given)})
    except OperationFailed as error:
        report(error, session)
        return None
    payload: Payload = data[operation.field]
    for refused in payload["errors"]:
        session.toasts.show(explain(refused), kind="error")
    return None if payload["errors"] else payload


async def pause(session: Session, recurring: Recurring) -> None:
    """Pause one, or go on with it."""
    given, was_paused = {"id": recurring["id"]}, recurring["isPaused"]
    verbs = ("resume_recurring_invoice", "pause_recurring_invoice")
    done, undone = verbs if was_paused else verbs[::-1]
    if await run(session, done, given) is None:
        return

    async def undo() -> None:
        await run(session, undone, given)

    words = t("Goes on from today") if was_paused else t("Paused: nothing is made for now")
    session.toasts.show(words, kind="success", undo=undo)


async def skip(session: Session, recurring: Recurring, day: str) -> None:
    """Have a day skipped."""
    given = {"id": recurring["id"], "day": day}
    if await run(session, "skip_recurring_invoice", given) is None:
        return

    async def undo() -> None:
        await run(session, "unskip_recurring_invoice", given)

    words = t("No invoice on {day}", day=format_date(day))
    session.toasts.show(words, kind="success", undo=undo)


async def delete(session: Session, recurring: Recurring) -> bool:
    """Delete one; return whether it was done."""
    given = {"id": recurring["id"]}
    if await run(session, "delete_recurring_invoice", given) is None:
        return False

    async def undo() -> None:
        await run(session, "restore_recurring_invoice", given)

    words = t("{name} was deleted", name=name_of(recurring))
    session.toasts.show(words, kind="success", undo=undo)
    return True


async def discard_draft(session: Session, draft_id: str, after: Callable[[], None]) -> None:
    """Let go what one was to say from now on; call `after` it, and after it was undone."""
    given = {"id": draft_id}
    if await run(session, "discard_recurring_draft", given) is None:
        return
    after()

    async def undo() -> None:
        await run(session, "restore_recurring_draft", given)
        after()

    session.toasts.show(t("The changes were discarded"), kind="success", undo=undo)
