"""The saved filters that a window knows, its user's own and the team's: read once, followed, and
changed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple
from uuid import uuid4
from weakref import WeakKeyDictionary

from reactpy import component

from frontend.client import OperationFailed, UserError
from frontend.errors import explain, report
from frontend.hooks import use_changes, use_store, use_task
from frontend.locale import t
from frontend.operations import load
from frontend.pages.contact_filters.argument import arguments_of
from frontend.pages.contact_filters.conditions import Group
from frontend.pages.contact_filters.reading import group_of
from frontend.pages.contact_parts.labels import read_labels
from frontend.pages.contact_parts.shared_reading import SharedReading
from frontend.session import Session, current_session
from frontend.store import Store

Segment = Mapping[str, Any]
Segments = tuple[Segment, ...]
TEAM, PRIVATE = "TEAM", "PRIVATE"

_stores: WeakKeyDictionary[Session, Store[Segments | None]] = WeakKeyDictionary()


class Saved(NamedTuple):
    """What became of a write: the saved filter, or why not."""

    segment_id: str | None
    errors: tuple[UserError, ...] = ()


def segments_of(session: Session) -> Store[Segments | None]:
    """Return the window's store of saved filters, None in it until they have been read."""
    return _stores.setdefault(session, Store[Segments | None](None))


def filter_of(segment: Segment) -> Group:
    """Return what a saved filter holds, as the bar shows it."""
    return group_of(segment["filter"])


def saved_form(where: Group, search: str = "") -> dict[str, Any]:
    """Return a filter as it is saved, with what is searched for by now."""
    parts = arguments_of(where)
    if search.strip():
        parts.insert(0, {"search": search.strip()})
    return parts[0] if len(parts) == 1 else {"and": parts}


async def read_segments(session: Session) -> None:
    """Read the saved filters anew."""
    try:
        data = await session.client.run(load("segments/list_segments"))
    except OperationFailed as error:
        report(error, session)
        # A link to one of them must lead somewhere all the same.
        segments_of(session).update(lambda known: known or ())
        return
    segments_of(session).set(tuple(data["segments"]))


_first_reading = SharedReading(read_segments)


def use_segments() -> Segments:
    """Return the saved filters by name; who shows them first has them read."""
    session = current_session()
    segments: Segments | None = use_store(segments_of(session))

    async def read() -> None:
        if segments_of(session).value is None:
            await _first_reading.join(session)

    use_task(read, [], loading=session)
    return segments or ()


@component
def FollowFilters() -> None:
    """Nothing to see: keeps the window's saved filters and labels true, whoever changes them."""
    session = current_session()

    async def changed(event: Mapping[str, Any]) -> None:
        if event["subjectType"] == "LABEL":
            await read_labels(session)
        else:
            await read_segments(session)

    use_changes(("LABEL", "SEGMENT"), changed)


async def create_segment(session: Session, name: str, **holds: Any) -> Saved:
    """Save under a name what a filter `holds`: which contacts, for whom, perhaps in which order."""
    values = {"name": name.strip(), **holds, "idempotencyKey": uuid4().hex}
    return await _saved(session, "create_segment", values)


async def update_segment(session: Session, segment: Segment, **changes: Any) -> Saved:
    """Change the name of a saved filter, or anything that it holds."""
    values = {"id": segment["id"], "version": segment["version"], **changes}
    return await _saved(session, "update_segment", values)


async def delete_segment(
    session: Session, segment: Segment, *, leave: Callable[[], None], enter: Callable[[], None]
) -> None:
    """Delete a saved filter and say so with an Undo. `leave` is called before the window forgets
    it, `enter` when it is back.
    """
    payload = await _run(session, "delete_segment", {"id": segment["id"]})
    _say_refusals(session, payload)
    if payload is None or payload["errors"]:
        await read_segments(session)
        return

    async def undo() -> None:
        restored = await _run(session, "restore_segment", {"id": segment["id"]})
        _say_refusals(session, restored)
        await read_segments(session)
        if restored and not restored["errors"]:
            enter()

    leave()
    await read_segments(session)
    words = t("The filter “{name}” was deleted", name=segment["name"])
    session.toasts.show(words, kind="success", undo=undo)


async def _saved(session: Session, verb: str, values: dict[str, Any]) -> Saved:
    payload = await _run(session, verb, values)
    if payload is None or payload["errors"]:
        return Saved(None, tuple(payload["errors"] if payload else ()))
    await read_segments(session)
    return Saved(payload["segment"]["id"])


async def _run(session: Session, verb: str, values: dict[str, Any]) -> dict[str, Any] | None:
    operation = load(f"segments/{verb}")
    try:
        data = await session.client.run(operation, {"input": values})
    except OperationFailed as error:
        report(error, session)
        return None
    payload: dict[str, Any] = data[operation.field]
    return payload


def _say_refusals(session: Session, payload: Mapping[str, Any] | None) -> None:
    for refusal in payload["errors"] if payload else ():
        session.toasts.show(explain(refusal), kind="error")
