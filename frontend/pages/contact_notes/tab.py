"""The notes: a field for a new one, and those that there are."""

from __future__ import annotations

from typing import Any

from reactpy import component, html, use_ref
from reactpy.types import Component, VdomDict

from frontend.components import Button, EmptyState, Skeleton
from frontend.fragments import FragmentList
from frontend.hooks import use_can, use_live, use_store, use_target, use_task
from frontend.locale import t
from frontend.operations import load
from frontend.pages.contact.state import use_contact_page
from frontend.pages.contact_notes.acts import delete_note, pin_note
from frontend.pages.contact_notes.composer import Composer
from frontend.pages.contact_notes.editor import NoteEditor
from frontend.pages.contact_notes.note import DELETE, EDIT, PIN, note_card
from frontend.pages.contact_notes.state import Note, NoteList, Shown
from frontend.session import current_session

NOT_BEGUN: NoteList | None = None


@component
def NotesTab(contact_id: str) -> VdomDict:
    """All notes of a contact. It never renders again; its parts watch the notes."""
    session, page, kept = current_session(), use_contact_page(), use_ref(NOT_BEGUN)
    if kept.current is None:
        kept.current = NoteList(session, contact_id)
        kept.current.begin(page.first("notes"), page.cursor.value)
    notes, can_write = kept.current, use_can("WRITE_CONTACTS")

    async def read() -> None:
        if notes.shown.value is None:
            await notes.read()

    use_task(read, [], loading=session)
    return html.div(
        {"className": "contact-notes"},
        Composer(notes, key="composer") if can_write else None,
        Notes(notes, key="notes"),
    )


@component
def Follow(notes: NoteList) -> None:
    """Nothing to see: takes in what others do."""
    use_live(load("notes/follow_notes"), {"id": notes.contact_id}, notes.follow, after=notes.cursor)


@component
def Notes(notes: NoteList) -> VdomDict | Component:
    """The list, or what stands instead of it."""
    can_write = use_can("WRITE_CONTACTS")
    shown: Shown | None = use_store(notes.shown)
    failed: bool = use_store(notes.failed)
    editing: str | None = use_store(notes.editing)

    async def pin(event: dict[str, Any]) -> None:
        told = event["currentTarget"]["dataset"]
        await pin_note(notes, told["id"], pinned="pinned" not in told)

    async def delete(event: dict[str, Any]) -> None:
        await delete_note(notes, event["currentTarget"]["dataset"]["id"])

    def edit(event: dict[str, Any]) -> None:
        notes.editing.set(event["currentTarget"]["dataset"]["id"])

    use_target(PIN, pin)
    use_target(DELETE, delete)
    use_target(EDIT, edit)
    if shown is None:
        if failed:
            return EmptyState(
                t("The notes could not be read"),
                t("The server did not answer as it should. What you have is safe."),
                action=Button(t("Try again"), variant="primary", on_click=notes.read),
                drawing="lost",
            )
        return Skeleton("list", lines=4)
    return html.div(
        {"className": "notes-frame"},
        Follow(notes, key="follow"),
        *_parts(notes, shown, editing, can_write),
        Button(t("Show more"), on_click=notes.read_more, attributes={"id": "more-notes"})
        if shown.end
        else None,
    )


def _parts(notes: NoteList, shown: Shown, editing: str | None, can_write: bool) -> list[Any]:
    """Return the list, in two parts around the note that is being edited."""
    if not shown.notes:
        return [
            EmptyState(
                t("No notes yet"),
                t("What was said in a meeting or a call, and what to remember, stays here."),
                drawing="cards",
            )
        ]
    place = next((number for number, note in enumerate(shown.notes) if note["id"] == editing), None)
    if place is None:
        return [_list(shown.notes, can_write, "all")]
    return [
        _list(shown.notes[:place], can_write, "above"),
        NoteEditor(notes, shown.notes[place], key=f"edit-{editing}"),
        _list(shown.notes[place + 1 :], can_write, "below"),
    ]


def _list(notes: tuple[Note, ...], can_write: bool, key: str) -> Any:
    return FragmentList(
        "ul",
        {"className": "notes", "key": key, "aria-label": t("Notes")},
        [note_card(note, can_write) for note in notes],
    )
