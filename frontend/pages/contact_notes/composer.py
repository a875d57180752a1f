"""A new note: on top, sent by Mod+Enter, kept on the server while it is typed."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from reactpy import component, html
from reactpy.types import Component, VdomDict

from frontend.components import Button
from frontend.components.field import FieldErrors
from frontend.components.select import Select
from frontend.components.submit_form import SubmitForm
from frontend.components.text_input import TextArea
from frontend.hooks import Form, use_draft, use_form, use_mutation, use_store
from frontend.hooks.draft import Draft
from frontend.locale import t
from frontend.operations import load
from frontend.pages.contact_notes.state import NoteList
from frontend.pages.contact_notes.words import NO_KIND, kind_options
from frontend.session import current_session

LENGTH = 20_000
KEY_REUSED = "IDEMPOTENCY_KEY_REUSED"


@component
def Composer(notes: NoteList) -> Component | VdomDict:
    """The field, once what was typed before is known."""
    draft = use_draft(f"note:new:{notes.contact_id}")
    if draft.loading:
        return html.div({"className": "note-composer", "aria-busy": "true"})
    return Compose(notes, draft, key="compose")


@component
def Compose(notes: NoteList, draft: Draft) -> Component:
    """What is written, what it sums up, and the button."""
    session = current_session()
    create, _ = use_mutation(load("notes/create_note"))
    form = use_form({"text": "", "kind": NO_KIND, "idempotencyKey": uuid4().hex}, draft=draft)

    async def save(values: dict[str, Any]) -> None:
        outcome = await create(
            {
                "contactId": notes.contact_id,
                "text": values["text"],
                "kind": values["kind"] or None,
                "idempotencyKey": values["idempotencyKey"],
            }
        )
        if any(error["code"] == KEY_REUSED for error in outcome.errors):
            # The first try arrived, its answer did not; what is typed now is another note.
            form.set("idempotencyKey", uuid4().hex)
            await save(form.values)
            return
        form.show_errors(outcome.errors)
        if outcome.payload is None or outcome.errors:
            return
        notes.take([outcome.payload["note"]])
        await draft.discard()
        form.reset({"text": "", "kind": NO_KIND, "idempotencyKey": uuid4().hex})
        session.command("focus", id="new-note")

    return SubmitForm(
        form,
        TextArea(
            rows=3,
            placeholder=t("Write a note… Markdown works."),
            label=t("New note"),
            attributes={
                **form.control("text"),
                "id": "new-note",
                "maxLength": LENGTH,
                "data-keys": "n",
                "data-label": t("New note"),
                "dir": "auto",
                "aria-describedby": "new-note-error",
            },
        ),
        NoteErrors(form, "new-note", key="errors"),
        html.div(
            {"className": "note-composer-foot"},
            NoteKind(form),
            html.span({"className": "note-hint"}, t("Ctrl+Enter saves")),
            Button(t("Add note"), type="submit", variant="primary"),
        ),
        on_submit=save,
        label=t("New note"),
        id="note-composer",
        class_name="note-composer",
    )


def NoteKind(form: Form) -> VdomDict:
    """Draw the choice of what a note sums up."""
    control = form.control("kind")
    chosen = control.pop("defaultValue")
    control["onChange"] = control.pop("onInput")
    return Select(kind_options(), value=chosen, label=t("Kind of note"), attributes=control)


@component
def NoteErrors(form: Form, field_id: str) -> VdomDict | None:
    """What was refused of a text."""
    errors = use_store(form.errors, lambda shown: (*shown.get("text", ()), *shown.get("", ())))
    return FieldErrors(field_id, errors)
