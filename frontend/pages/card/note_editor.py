"""A note of a card being edited where it stands, and what somebody else saved meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from reactpy import component, html, use_ref, use_state
from reactpy.types import Component, VdomDict

from frontend.components import Button, TextArea
from frontend.components.field import FieldErrors
from frontend.components.rich_text import RichText
from frontend.components.submit_form import SubmitForm
from frontend.errors import explain
from frontend.hooks import use_draft, use_form
from frontend.hooks.draft import Draft
from frontend.locale import t
from frontend.pages.card.state import OpenCard

LENGTH = 20_000
NO_WORDS: tuple[str, ...] = ()
Note = Mapping[str, Any]
NO_NOTE: Note | None = None


@component
def NoteEditor(card: OpenCard, note: Note, close: Callable[[], None]) -> Component | VdomDict:
    """The field, once what was typed before is known."""
    draft = use_draft(f"card-note:{note['id']}")
    if draft.loading:
        return html.div({"className": "card-note-composer", "aria-busy": "true"})
    return EditNote(card, note, draft, close, key="edit")


@component
def EditNote(card: OpenCard, note: Note, draft: Draft, close: Callable[[], None]) -> Component:
    """What the note says, to be changed from the version that was seen first."""
    form = use_form({"text": note["text"], "version": note["version"]}, draft=draft)
    conflict, set_conflict = use_state(NO_NOTE)
    refused, set_refused = use_state(NO_WORDS)
    field_id = use_ref(f"card-note-{note['id']}").current

    async def leave() -> None:
        close()
        await draft.discard()

    async def save(values: dict[str, Any]) -> None:
        payload = await card.run(
            "update_card_note",
            {"id": note["id"], "version": values["version"], "text": values["text"]},
        )
        if payload is None:
            return
        if payload["conflict"] is not None:
            set_conflict(payload["conflict"])
            return
        set_refused(tuple(explain(error) for error in payload["errors"]))
        if not payload["errors"]:
            await leave()
            await card.read()

    async def keep_mine() -> None:
        if conflict is not None:
            form.set("version", conflict["version"])
            set_conflict(None)
            await save(form.values)

    async def take_theirs() -> None:
        await leave()
        await card.read()

    return SubmitForm(
        form,
        TextArea(
            rows=4,
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
        FieldErrors(field_id, refused),
        html.div(
            {"className": "card-note-foot"},
            html.span({"className": "note-hint"}, t("Ctrl+Enter saves")),
            Button(t("Cancel"), small=True, on_click=leave, attributes={"data-cancel": ""}),
            Button(t("Save"), type="submit", small=True, variant="primary"),
        )
        if conflict is None
        else _theirs(conflict, keep_mine, take_theirs),
        on_submit=save,
        label=t("Edit note"),
        id=f"card-note-form-{note['id']}",
        class_name="card-note-composer",
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
            {"className": "card-note-foot"},
            Button(t("Take theirs"), small=True, on_click=take_theirs),
            Button(t("Keep mine"), small=True, variant="primary", on_click=keep_mine),
        ),
    )
