"""What was written down on a card: a field for more, and the notes, the newest first."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import uuid4

from reactpy import component, html, use_state
from reactpy.types import Component, VdomDict

from frontend.components import Button, IconButton, TextArea
from frontend.components.field import FieldErrors
from frontend.components.rich_text import RichText
from frontend.components.submit_form import SubmitForm
from frontend.components.time import Time
from frontend.hooks import Form, use_can, use_draft, use_form, use_store
from frontend.hooks.draft import Draft
from frontend.locale import format_number, t
from frontend.pages.card.note_editor import NoteEditor
from frontend.pages.card.section import drawer_section
from frontend.pages.card.state import Card, OpenCard, is_settled

LENGTH = 20_000
NOBODY_EDITS = ""
Note = Mapping[str, Any]


@component
def Notes(card: OpenCard) -> VdomDict | None:
    """The field, and the notes."""
    shown: Card = use_store(card.card)
    can_write = use_can("WRITE_CONTACTS") and not is_settled(shown)
    editing, set_editing = use_state(NOBODY_EDITS)
    notes = [edge["node"] for edge in shown["notes"]["edges"]]
    if not notes and not can_write:
        return None

    def close() -> None:
        set_editing(NOBODY_EDITS)

    return drawer_section(
        "notes",
        t("Notes"),
        "notebook-pen",
        NoteComposer(card, key="composer") if can_write else None,
        html.ul(
            {"className": "card-notes-list", "aria-label": t("Notes")},
            *(
                html.li(
                    {"className": "card-note", "key": note["id"]},
                    NoteEditor(card, note, close, key="editor")
                    if can_write and editing == note["id"]
                    else NoteShown(card, note, set_editing, can_write, key="shown"),
                )
                for note in notes
            ),
        )
        if notes
        else None,
        html.p({"className": "card-nothing"}, t("Older notes are not shown."))
        if shown["noteCount"] > len(notes)
        else None,
        count=format_number(shown["noteCount"]) if notes else None,
    )


@component
def NoteShown(card: OpenCard, note: Note, edit: Any, can_write: bool) -> VdomDict:
    """A note as it reads."""

    async def delete() -> None:
        if await card.act("delete_card_note", {"id": note["id"]}) is None:
            return

        async def undo() -> None:
            await card.act("restore_card_note", {"id": note["id"]})

        card.session.toasts.show(t("Note deleted"), kind="success", undo=undo)

    return html.div(
        html.header(
            {"className": "card-note-head"},
            html.bdi({"className": "card-note-by"}, note["createdBy"]),
            Time(note["createdAt"]),
            html.span({"title": t("Edited by {name}", name=note["updatedBy"])}, t("edited"))
            if note["version"] > 1
            else None,
            html.span(
                {"className": "card-note-acts"},
                IconButton("pencil", t("Edit note"), small=True, on_click=lambda: edit(note["id"])),
                IconButton("trash-2", t("Delete note"), small=True, on_click=delete),
            )
            if can_write
            else None,
        ),
        RichText(note["html"], class_name="note-text"),
    )


@component
def NoteComposer(card: OpenCard) -> Component | VdomDict:
    """The field, once what was typed before is known."""
    draft = use_draft(f"card-note:new:{card.card_id}")
    if draft.loading:
        return html.div({"className": "card-note-composer", "aria-busy": "true"})
    return ComposeNote(card, draft, key="compose")


@component
def ComposeNote(card: OpenCard, draft: Draft) -> Component:
    """What is written; Mod+Enter saves it."""
    form = use_form({"text": "", "idempotencyKey": uuid4().hex}, draft=draft)

    async def save(values: dict[str, Any]) -> None:
        if not values["text"].strip():
            return
        payload = await card.run(
            "add_card_note",
            {
                "cardId": card.card_id,
                "text": values["text"],
                "idempotencyKey": values["idempotencyKey"],
            },
        )
        if payload is None:
            return
        form.show_errors(payload["errors"])
        if payload["errors"]:
            return
        await draft.discard()
        form.reset({"text": "", "idempotencyKey": uuid4().hex})
        card.session.command("focus", id="new-card-note")
        await card.read()

    return SubmitForm(
        form,
        TextArea(
            rows=2,
            placeholder=t("Write a note… Markdown works."),
            label=t("New note"),
            attributes={
                **form.control("text"),
                "id": "new-card-note",
                "maxLength": LENGTH,
                "dir": "auto",
                "aria-describedby": "new-card-note-error",
            },
        ),
        NoteErrors(form, "new-card-note", key="errors"),
        html.div(
            {"className": "card-note-foot"},
            html.span({"className": "note-hint"}, t("Ctrl+Enter saves")),
            Button(t("Add note"), type="submit", small=True),
        ),
        on_submit=save,
        label=t("New note"),
        id="card-note-composer",
        class_name="card-note-composer",
    )


@component
def NoteErrors(form: Form, field_id: str) -> VdomDict | None:
    """What was refused of a text."""
    errors = use_store(form.errors, lambda shown: tuple(w for each in shown.values() for w in each))
    return FieldErrors(field_id, errors)
