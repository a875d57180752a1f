"""Deleting sites, linking and unlinking them, with the words that say so and their undo."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from frontend.client import OperationFailed
from frontend.errors import explain, report
from frontend.locale import t, tn
from frontend.operations import load
from frontend.pages.site_parts.words import Site
from frontend.session import Session

Sites = Sequence[Site]
TakeSites = Callable[[Sites], None]


async def delete_site(session: Session, site: Site) -> bool:
    """Delete a site, say so with an Undo, and return whether it was done."""
    if await _run(session, "delete_site", {"id": site["id"]}) is None:
        return False

    async def undo() -> None:
        await _run(session, "restore_site", {"id": site["id"]})

    session.toasts.show(t("{name} was deleted", name=site["name"]), kind="success", undo=undo)
    return True


async def link_sites(
    session: Session, contact_id: str, ids: Sequence[str], take: TakeSites
) -> bool:
    """Make sites a contact's; `take` gets all that it has now."""
    payload = await _run(session, "link_sites", {"contactId": contact_id, "siteIds": list(ids)})
    if payload is None:
        return False
    take(payload["sites"])
    words = tn("{count} site linked", "{count} sites linked", len(ids))
    session.toasts.show(words, kind="success")
    return True


async def unlink_site(session: Session, contact_id: str, site: Site, take: TakeSites) -> None:
    """Let a site be a contact's no longer, and say so with an Undo."""
    values = {"contactId": contact_id, "siteId": site["id"]}
    payload = await _run(session, "unlink_site", values)
    if payload is None:
        return
    take(payload["sites"])

    async def undo() -> None:
        back = {"contactId": contact_id, "siteIds": [site["id"]]}
        again = await _run(session, "link_sites", back)
        if again is not None:
            take(again["sites"])

    session.toasts.show(t("{name} was unlinked", name=site["name"]), kind="success", undo=undo)


async def turn_checks(session: Session, *, enabled: bool) -> bool:
    """Have the sites looked at every day, or no longer; return whether it was done."""
    if await _run(session, "set_site_checks", {"enabled": enabled}) is None:
        return False
    words = t("Sites are checked every day") if enabled else t("Sites are not checked any more")
    session.toasts.show(words, kind="success")
    return True


async def _run(session: Session, verb: str, values: dict[str, Any]) -> dict[str, Any] | None:
    operation = load(f"sites/{verb}")
    try:
        data = await session.client.run(operation, {"input": values})
    except OperationFailed as error:
        report(error, session)
        return None
    payload: dict[str, Any] = data[operation.field]
    if payload["errors"]:
        session.toasts.show(explain(payload["errors"][0]), kind="error")
        return None
    return payload
