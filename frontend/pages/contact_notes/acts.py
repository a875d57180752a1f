"""Pinning and deleting notes, and bringing them back, with the words that say so."""

from __future__ import annotations

from typing import Any

from frontend.client import OperationFailed
from frontend.errors import explain, report
from frontend.locale import t
from frontend.operations import load
from frontend.pages.contact_notes.state import NoteList

_leaving: set[str] = set()
"""Notes that are being deleted."""


async def pin_note(notes: NoteList, note_id: str, *, pinned: bool) -> None:
    """Keep a note on top, or no longer."""
    payload = await _run(notes, "pin_note", {"id": note_id, "pinned": pinned})
    if payload is not None:
        notes.take([payload["note"]])


async def delete_note(notes: NoteList, note_id: str) -> None:
    """Delete a note, and say so with an Undo."""
    if note_id in _leaving:  # a double click is one
        return
    _leaving.add(note_id)
    try:
        if await _run(notes, "delete_note", {"id": note_id}) is None:
            return
    finally:
        _leaving.discard(note_id)
    notes.take(gone=[note_id])

    async def undo() -> None:
        payload = await _run(notes, "restore_note", {"id": note_id})
        if payload is not None:
            notes.take([payload["note"]])

    notes.session.toasts.show(t("Note deleted"), kind="success", undo=undo)


async def _run(notes: NoteList, verb: str, values: dict[str, Any]) -> dict[str, Any] | None:
    operation = load(f"notes/{verb}")
    try:
        data = await notes.session.client.run(operation, {"input": values})
    except OperationFailed as error:
        report(error, notes.session)
        return None
    payload: dict[str, Any] = data[operation.field]
    if not payload["errors"]:
        return payload
    refusal = payload["errors"][0]
    if refusal["code"] == "NOT_FOUND":  # somebody else was quicker
        notes.take(gone=[values["id"]])
    notes.session.toasts.show(explain(refusal), kind="error")
    return None
