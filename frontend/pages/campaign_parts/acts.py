"""Verbs of campaigns, with the words that say so and their undo."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from frontend.client import OperationFailed
from frontend.errors import explain, report
from frontend.hooks.navigation import go
from frontend.locale import t
from frontend.operations import load
from frontend.pages.campaign_parts.words import Campaign, campaign_url, title_of
from frontend.session import Session, current_session

Payload = Mapping[str, Any]


async def run(session: Session, verb: str, given: Mapping[str, Any]) -> Payload | None:
    """Run a mutation; say what refused it. Return what it answered when it was done."""
    operation = load(f"campaigns/{verb}")
    try:
        data = await session.client.run(operation, {"input": dict(given)})
    except OperationFailed as error:
        report(error, session)
        return None
    payload: Payload = data[operation.field]
    for refused in payload["errors"]:
        session.toasts.show(explain(refused), kind="error")
    return None if payload["errors"] else payload


async def create(session: Session, filter: Mapping[str, Any] | None = None) -> str | None:
    """Begin a campaign; return its id when that was done."""
    done = await run(session, "create_campaign", {"filter": filter} if filter else {})
    return None if done is None else done["campaign"]["id"]


async def duplicate(session: Session, campaign_id: str) -> str | None:
    """Make a draft of a campaign; return its id when that was done."""
    done = await run(session, "duplicate_campaign", {"id": campaign_id})
    if done is None:
        return None
    session.toasts.show(t("This is a copy, as a draft"), kind="success")
    return str(done["campaign"]["id"])


async def delete(session: Session, campaign: Campaign) -> bool:
    """Delete a campaign; return whether it was done."""
    given = {"id": campaign["id"]}
    if await run(session, "delete_campaign", given) is None:
        return False

    async def undo() -> None:
        await run(session, "restore_campaign", given)

    words = t("{name} was deleted", name=title_of(campaign))
    session.toasts.show(words, kind="success", undo=undo)
    return True


async def begin_new() -> None:
    """Begin a campaign to nobody yet, and go there."""
    session = current_session()
    made = await create(session)
    if made is not None:
        go(session, campaign_url(made))


async def begin_campaign(session: Session, filter: Mapping[str, Any] | None) -> None:
    """Begin a campaign to those of a list, and go there."""
    made = await create(session, filter or {"and": []})
    if made is not None:
        go(session, campaign_url(made))
