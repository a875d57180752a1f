"""Merging and dismissing, said with an Undo."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from frontend.client import OperationFailed, UserError
from frontend.errors import explain, report
from frontend.locale import t
from frontend.operations import load
from frontend.session import Session


async def merge_contacts(
    session: Session, values: Mapping[str, Any], *, name: str
) -> tuple[UserError, ...] | None:
    """Merge two contacts; return why not, nothing when it was done, None when the server failed.

    `values` are those of a MergeContactsInput.
    """
    payload = await _run(session, "merge_contacts", values)
    if payload is None:
        return None
    if payload["errors"]:
        return tuple(payload["errors"])
    merge_id = payload["undo"]

    async def undo() -> None:
        undone = await _run(session, "undo_merge", {"id": merge_id})
        if undone is not None and not _refused(session, undone):
            session.toasts.show(t("The merge was undone"), kind="success")

    merged = (payload["contact"] or {}).get("displayName") or name
    session.toasts.show(t("Merged into {name}", name=merged), kind="success", undo=undo)
    return ()


async def dismiss_pair(session: Session, pair_id: str) -> bool:
    """Say that a pair is two people; return whether it was done."""
    payload = await _run(session, "dismiss_duplicate", {"id": pair_id})
    if payload is None or _refused(session, payload):
        return False

    async def undo() -> None:
        put_back = await _run(session, "dismiss_duplicate", {"id": pair_id, "undo": True})
        if put_back is not None:
            _refused(session, put_back)

    session.toasts.show(t("Not shown again"), kind="success", undo=undo)
    return True


def _refused(session: Session, payload: Mapping[str, Any]) -> bool:
    for error in payload["errors"]:
        session.toasts.show(explain(error), kind="error")
    return bool(payload["errors"])


async def _run(session: Session, verb: str, values: Mapping[str, Any]) -> dict[str, Any] | None:
    operation = load(f"duplicates/{verb}")
    try:
        data = await session.client.run(operation, {"input": dict(values)})
    except OperationFailed as error:
        report(error, session)
        return None
    payload: dict[str, Any] = data[operation.field]
    return payload
