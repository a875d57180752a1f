"""Adding notes, and changing them."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from enum import Enum
from typing import Final

from backend.contacts.service import touched_contact
from backend.core.clock import now_micros
from backend.core.errors import Required, StaleVersion
from backend.core.idempotency import earlier_result, fingerprint, remember_result
from backend.core.permissions import Actor, Permission
from backend.core.text import clean_lines
from backend.core.unit_of_work import UnitOfWork, unit_of_work
from backend.notes.events import NoteAdded, NoteEdited, NotePinned, NoteUnpinned
from backend.notes.kinds import NoteKind
from backend.notes.limits import TEXT_LENGTH
from backend.notes.rows import NoteRow
from backend.notes.service.standing import fact, own_contact, own_note


class Unset(Enum):
    """What an edit leaves as it is."""

    UNSET = "unset"


UNSET: Final = Unset.UNSET


@dataclass(frozen=True, slots=True)
class NoteDraft:
    """A note to add; ``text`` is Markdown."""

    text: str
    kind: NoteKind | None = None
    pinned: bool = False


@dataclass(frozen=True, slots=True)
class NoteChanges:
    """A change of what a note says; what is left out stays, and a kind of None is none."""

    text: str | Unset = UNSET
    kind: NoteKind | Unset | None = UNSET


@dataclass(frozen=True, slots=True)
class NoteWritten:
    """A note as it is now, and the account's place in its history."""

    note: NoteRow
    cursor: str


async def add_note(
    actor: Actor, contact_id: int, draft: NoteDraft, *, idempotency_key: str | None = None
) -> NoteWritten:
    """Write something down about a contact.

    The summary of a meeting or a call is activity of the client.

    Raises:
        NotFound: no contact of the account, or in the bin.
        Required, TooLong, InvalidCharacters, IdempotencyKeyReused, Forbidden
    """
    actor.require(Permission.WRITE_CONTACTS)
    text = _clean(draft.text)
    mark = fingerprint("add_note", {"contact_id": contact_id, **asdict(draft)})
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        key = await earlier_result(unit, idempotency_key, "add_note", mark)
        if key is None:
            own_id = await own_contact(unit, contact_id)
            key = await _insert(unit, own_id, text, draft)
            await remember_result(unit, idempotency_key, "add_note", mark, key)
            unit.record(fact(NoteAdded, await own_note(actor, key)))
            if draft.kind is not None:
                await touched_contact(unit, own_id)
        note = await own_note(actor, key)
    return NoteWritten(note, unit.cursor)


async def edit_note(actor: Actor, note_id: int, version: int, changes: NoteChanges) -> NoteWritten:
    """Change what a note says, from the version that was seen.

    Raises:
        StaleVersion: somebody changed it meanwhile.
        NotFound, Required, TooLong, InvalidCharacters, Forbidden
    """
    actor.require(Permission.WRITE_CONTACTS)
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        before = await own_note(actor, note_id)
        if before.version != version:
            raise StaleVersion(("version",), current_version=before.version)
        text = before.text if isinstance(changes.text, Unset) else _clean(changes.text)
        kind = before.kind if isinstance(changes.kind, Unset) else changes.kind
        if (text, kind) == (before.text, before.kind):
            return NoteWritten(before, unit.cursor)
        await unit.execute(
            "UPDATE note SET text = ?, kind = ?, version = version + 1, updated_at = ?, "
            "updated_by = ? WHERE id = ?",
            (text, kind and kind.value, now_micros(), actor.name, note_id),
        )
        after = await own_note(actor, note_id)
        unit.record(fact(NoteEdited, after))
    return NoteWritten(after, unit.cursor)


async def pin_note(actor: Actor, note_id: int, *, pinned: bool) -> NoteWritten:
    """Keep a note above the others of its contact, or no longer; its version stays.

    Raises:
        NotFound, Forbidden
    """
    actor.require(Permission.WRITE_CONTACTS)
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        note = await own_note(actor, note_id)
        if note.pinned is not pinned:
            await unit.execute("UPDATE note SET pinned = ? WHERE id = ?", (int(pinned), note_id))
            note = await own_note(actor, note_id)
            unit.record(fact(NotePinned, note) if pinned else fact(NoteUnpinned, note))
    return NoteWritten(note, unit.cursor)


async def _insert(unit: UnitOfWork, contact_id: int, text: str, draft: NoteDraft) -> int:
    now = now_micros()
    rows = await unit.fetch(
        "INSERT INTO note (account_id, contact_id, kind, text, pinned, version, created_at, "
        "created_by, updated_at, updated_by) VALUES (?, ?, ?, ?, ?, 1, ?, ?, ?, ?) RETURNING id",
        (
            unit.actor.account_id,
            contact_id,
            draft.kind and draft.kind.value,
            text,
            int(draft.pinned),
            now,
            unit.actor.name,
            now,
            unit.actor.name,
        ),
    )
    return int(rows[0][0])


def _clean(text: str) -> str:
    clean = clean_lines(text.replace("\t", "    "), ("text",), maximum=TEXT_LENGTH)
    if clean is None:
        raise Required(("text",))
    return clean
