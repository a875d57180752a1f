"""A note being edited where it stands, and what somebody else saved meanwhile."""

from __future__ import annotations

from typing import Any

from reactpy import component, html, use_ref, use_state
from reactpy.types import Component, VdomDict

from frontend.components import Button
from frontend.components.rich_text import RichText
from frontend.components.submit_form import SubmitForm
from frontend.components.text_input import TextArea
from frontend.hooks import use_draft, use_form, use_mutation
from frontend.hooks.draft import Draft
from frontend.locale import t
from frontend.operations import load
from frontend.pages.contact_notes.composer import LENGTH, NoteErrors, NoteKind
from frontend.pages.contact_notes.state import Note, NoteList
from frontend.pages.contact_notes.words import NO_KIND

NO_NOTE: Note | None = None


@component
def NoteEditor(notes: NoteList, note: Note) -> Component | VdomDict:
    """The field, once what was typed before is known."""
    draft = use_draft(f"note:{note['id']}")
    if draft.loading:
        return html.div({"className": "note", "aria-busy": "true"})
    return EditNote(notes, note, draft, key="edit")


@component
def EditNote(notes: NoteList, note: Note, draft: Draft) -> VdomDict:
    """What the note says, to be changed. It is saved from the version that was seen first."""
    update, _ = use_mutation(load("notes/update_note"))
    began = {"text": note["text"], "kind": note["kind"] or NO_KIND, "version": note["version"]}
    form = use_form(began, draft=draft)
    conflict, set_conflict = use_state(NO_NOTE)
    field_id = use_ref(f"note-text-{note['id']}").current

    async def close() -> None:
        notes.editing.set(None)
        await draft.discard()

    async def save(values: dict[str, Any]) -> None:
        outcome = await update(
            {
                "id": note["id"],
                "version": values["version"],
                "text": values["text"],
                "kind": values["kind"] or None,
            }
        )
        payload = outcome.payload
        if payload is not None and payload["conflict"] is not None:
            set_conflict(payload["conflict"])
            return
        form.show_errors(outcome.errors)
        if payload is not None and not outcome.errors:
            notes.take([payload["note"]])
            await close()

    async def keep_mine() -> None:
        if conflict is not None:
            form.set("version", conflict["version"])
            set_conflict(None)
            await save(form.values)

    async def take_theirs() -> None:
        if conflict is not None:
            notes.take([conflict])
        await close()

    return html.div(
        {"className": "note note-editing"},
        SubmitForm(
            form,
            TextArea(
                rows=5,
                label=t("Text of the note"),
                attributes={
                    **form.control("text"),
                    "id": field_id,
                    "maxLength": LENGTH,
                    "dir": "auto",
                    "data-autofocus": "",
                    "aria-describedby": f"{field_id}-error",
                },
            ),
            NoteErrors(form, field_id, key="errors"),
            _theirs(conflict, keep_mine, take_theirs) if conflict else None,
            html.div(
                {"className": "note-composer-foot"},
                NoteKind(form),
                html.span({"className": "note-hint"}, t("Ctrl+Enter saves")),
                Button(t("Cancel"), on_click=close, attributes={"data-cancel": ""}),
                Button(t("Save"), type="submit", variant="primary"),
            )
            if conflict is None
            else None,
            on_submit=save,
            label=t("Edit note"),
            id=f"note-form-{note['id']}",
            class_name="note-composer",
        ),
    )


def _theirs(conflict: Note, keep_mine: Any, take_theirs: Any) -> VdomDict:
    return html.section(
        {"className": "note-conflict", "role": "alert"},
        html.p(
            {"className": "note-conflict-title"},
            t("{name} changed this note meanwhile:", name=conflict["updatedBy"]),
        ),
        RichText(conflict["html"]),
        html.div(
            {"className": "note-composer-foot"},
            Button(t("Take theirs"), on_click=take_theirs),
            Button(t("Keep mine"), variant="primary", on_click=keep_mine),
        ),
    )
