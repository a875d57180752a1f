"""Notes on cards: written, changed without overwriting anybody's, deleted and restored."""

from __future__ import annotations

from dataclasses import dataclass

from backend.core.clock import now_micros
from backend.core.errors import NotFound, Required, StaleVersion
from backend.core.idempotency import earlier_result, fingerprint, remember_result
from backend.core.permissions import Actor, Permission
from backend.core.text import clean_lines
from backend.core.unit_of_work import unit_of_work
from backend.workflows.detail_events import (
    CardNoteAdded,
    CardNoteDeleted,
    CardNoteEdited,
    CardNoteRestored,
)
from backend.workflows.detail_rows import CardNoteRow
from backend.workflows.limits import NOTE_LENGTH
from backend.workflows.queries.holdings import notes_by_id
from backend.workflows.service.detailing import mark_changed, open_card


@dataclass(frozen=True, slots=True)
class CardNoteWritten:
    """A note as it is now, and the account's place in its history."""

    note: CardNoteRow
    cursor: str


async def add_card_note(
    actor: Actor, card_id: int, text: str, *, idempotency_key: str | None = None
) -> CardNoteWritten:
    """Write something down on a card, in Markdown.

    Raises:
        NotFound, CardArchived, Required, TooLong, InvalidCharacters
        IdempotencyKeyReused, Forbidden
    """
    actor.require(Permission.WRITE_CONTACTS)
    clean = _clean(text)
    mark = fingerprint("add_card_note", {"card": card_id, "text": text})
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        key = await earlier_result(unit, idempotency_key, "add_card_note", mark)
        if key is None:
            card = await open_card(unit, card_id, ("cardId",))
            at = now_micros()
            rows = await unit.fetch(
                "INSERT INTO card_note (account_id, card_id, text, version, created_at, "
                "created_by, updated_at, updated_by) VALUES (?, ?, ?, 1, ?, ?, ?, ?) RETURNING id",
                (actor.account_id, card_id, clean, at, actor.name, at, actor.name),
            )
            key = int(rows[0][0])
            await remember_result(unit, idempotency_key, "add_card_note", mark, key)
            card = await mark_changed(unit, card)
            unit.record(card.detail(CardNoteAdded, clean))
        note = await _own_note(actor, key)
    return CardNoteWritten(note, unit.cursor)


async def edit_card_note(actor: Actor, note_id: int, version: int, text: str) -> CardNoteWritten:
    """Change what a note says, from the version that was seen.

    Raises:
        StaleVersion: somebody changed it meanwhile.
        NotFound, CardArchived, Required, TooLong, InvalidCharacters, Forbidden
    """
    actor.require(Permission.WRITE_CONTACTS)
    clean = _clean(text)
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        note = await _own_note(actor, note_id)
        if note.version != version:
            raise StaleVersion(("version",), current_version=note.version)
        card = await open_card(unit, note.card_key, ("id",))
        if clean != note.text:
            await unit.execute(
                "UPDATE card_note SET text = ?, version = version + 1, updated_at = ?, "
                "updated_by = ? WHERE id = ?",
                (clean, now_micros(), actor.name, note_id),
            )
            note = await _own_note(actor, note_id)
            card = await mark_changed(unit, card)
            unit.record(card.detail(CardNoteEdited, clean))
    return CardNoteWritten(note, unit.cursor)


async def delete_card_note(actor: Actor, note_id: int) -> CardNoteWritten:
    """Delete a note; ``restore_card_note`` brings it back for CARNET_DELETED_CONTACT_DAYS.

    Raises:
        NotFound, CardArchived, Forbidden
    """
    actor.require(Permission.WRITE_CONTACTS)
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        note = await _own_note(actor, note_id)
        card = await open_card(unit, note.card_key, ("id",))
        await unit.execute(
            "UPDATE card_note SET deleted_at = ? WHERE id = ?", (now_micros(), note_id)
        )
        card = await mark_changed(unit, card)
        unit.record(card.detail(CardNoteDeleted, note.text))
    return CardNoteWritten(note, unit.cursor)


async def restore_card_note(actor: Actor, note_id: int) -> CardNoteWritten:
    """Bring back a deleted note; one that is there stays as it is.

    Raises:
        NotFound: none of the account, or gone for good.
        CardArchived, Forbidden
    """
    actor.require(Permission.WRITE_CONTACTS)
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        gone = (await notes_by_id(actor, (note_id,), deleted=True)).get(note_id)
        if gone is not None:
            card = await open_card(unit, gone.card_key, ("id",))
            await unit.execute("UPDATE card_note SET deleted_at = NULL WHERE id = ?", (note_id,))
            card = await mark_changed(unit, card)
            unit.record(card.detail(CardNoteRestored, gone.text))
        note = await _own_note(actor, note_id)
    return CardNoteWritten(note, unit.cursor)


async def _own_note(actor: Actor, note_id: int) -> CardNoteRow:
    found = (await notes_by_id(actor, (note_id,))).get(note_id)
    if found is None:
        raise NotFound(("id",))
    return found


def _clean(text: str) -> str:
    clean = clean_lines(text.replace("\t", "    "), ("text",), maximum=NOTE_LENGTH)
    if clean is None:
        raise Required(("text",))
    return clean
