"""What is written on cards, for those who ask what is held about them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from backend.contacts.sql import values_in
from backend.core.clock import from_micros
from backend.core.database import read


async def kept_files(ids: Sequence[int]) -> dict[int, list[tuple[str, int]]]:
    """Return the name and the stored file of the files of each of some cards."""
    found: dict[int, list[tuple[str, int]]] = {key: [] for key in ids}
    own = values_in("card_id", ids, read.dialect)
    for key, name, file_id in await read.fetch(
        f"SELECT card_id, name, file_id FROM card_file WHERE {own.text} ORDER BY id", own.params
    ):
        found[key].append((name, file_id))
    return found


async def card_texts(ids: Sequence[int]) -> dict[int, dict[str, Any]]:
    """Return the checklist, notes, files and steps of each of some cards; JSON-ready."""
    found: dict[int, dict[str, Any]] = {
        key: {"checklist": [], "notes": [], "files": [], "steps": []} for key in ids
    }
    own = values_in("card_id", ids, read.dialect)
    for key, text, done_at in await read.fetch(
        f"SELECT card_id, text, done_at FROM card_item WHERE {own.text} ORDER BY rank",
        own.params,
    ):
        found[key]["checklist"].append({"text": text, "done": done_at is not None})
    for key, text, at, by in await read.fetch(
        f"SELECT card_id, text, created_at, created_by FROM card_note WHERE {own.text} ORDER BY id",
        own.params,
    ):
        found[key]["notes"].append({"text": text, "at": from_micros(at).isoformat(), "by": by})
    for key, name in await read.fetch(
        f"SELECT card_id, name FROM card_file WHERE {own.text} ORDER BY id",
        own.params,
    ):
        found[key]["files"].append(name)
    for key, name, at in await read.fetch(
        "SELECT card_id, workflow_step.name, entered_at FROM card_stay JOIN workflow_step "
        f"ON workflow_step.id = card_stay.step_id WHERE {own.text} ORDER BY card_stay.id",
        own.params,
    ):
        found[key]["steps"].append({"step": name, "at": from_micros(at).isoformat()})
    return found
