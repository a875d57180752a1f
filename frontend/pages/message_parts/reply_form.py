"""A saved reply being written, kept on the server until it is saved."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any
from uuid import uuid4

from reactpy import component, html
from reactpy.types import Component, VdomDict

from frontend.client import UserError
from frontend.components import Button, FormErrors, TextField
from frontend.components.rich_editor import RichEditor
from frontend.components.submit_form import SubmitForm
from frontend.hooks import use_draft, use_form, use_mutation
from frontend.hooks.draft import Draft
from frontend.hooks.effect import use_effect
from frontend.locale import t
from frontend.operations import load
from frontend.pages.message_parts.placeholders import placeholders

NAME_LENGTH = 80
SUBJECT_LENGTH = 500
Done = Callable[[bool], None]
"""Leave the form; True when something was saved."""


@component
def ReplyForm(reply: Mapping[str, Any], done: Done) -> Component | VdomDict:
    """The form, once what was typed before is known. An empty `reply` is a new one."""
    draft = use_draft(f"saved-reply:{reply.get('id', 'new')}")
    if draft.loading:
        return html.div({"aria-busy": "true"})
    return WriteReply(reply, draft, done, key="write")


@component
def WriteReply(reply: Mapping[str, Any], draft: Draft, done: Done) -> Component:
    """Its name, its subject, its text, and the places that can stand in it."""
    run, state = use_mutation(
        load("messages/update_saved_reply" if reply else "messages/create_saved_reply")
    )
    typed = {name: reply.get(name) or "" for name in ("name", "subject", "html")}
    form = use_form({"reply": typed, "idempotencyKey": uuid4().hex}, draft=draft)

    @use_effect(dependencies=[])
    def begin() -> None:
        # The drawer was open, and had its focus, before the draft was found.
        form.session.command("focus", id=form.element_id("reply.name"))

    async def save(values: dict[str, Any]) -> None:
        given = {**values["reply"], "subject": values["reply"]["subject"].strip() or None}
        if reply:
            given |= {"id": reply["id"], "version": reply["version"]}
        else:
            given["idempotencyKey"] = values["idempotencyKey"]
        outcome = await run(given)
        form.show_errors([_placed(error) for error in outcome.errors])
        if outcome.ok:
            await draft.discard()
            done(True)

    async def cancel() -> None:
        await draft.discard()
        done(False)

    return SubmitForm(
        form,
        FormErrors(form, key="errors"),
        TextField(
            form,
            "reply.name",
            label=t("Name"),
            required=True,
            attributes={"maxLength": NAME_LENGTH},
            key="name",
        ),
        TextField(
            form,
            "reply.subject",
            label=t("Subject"),
            attributes={"maxLength": SUBJECT_LENGTH},
            key="subject",
        ),
        html.div(
            {"className": "field"},
            html.span({"className": "field-label"}, t("Text")),
            RichEditor(
                form,
                "reply.html",
                label=t("Text"),
                key="html",
                under=html.div(
                    {"className": "placeholders", "role": "group", "aria-label": t("Fill in")},
                    html.span({"className": "field-hint"}, t("Fill in:")),
                    *(_place(place, words) for place, words in placeholders()),
                ),
            ),
            html.p(
                {"className": "field-hint"},
                t(
                    "{place} says “{word}” where no name is known.",
                    place=f"{{{{given_name|{t('there')}}}}}",
                    word=t("there"),
                ),
            ),
        ),
        html.div(
            {"className": "dialog-actions"},
            Button(t("Cancel"), on_click=cancel),
            Button(t("Save"), variant="primary", type="submit", busy=state.loading),
        ),
        on_submit=save,
        label=t("Saved reply"),
        id="saved-reply-form",
    )


def _place(place: str, words: str) -> VdomDict:
    return html.button(
        {"type": "button", "className": "placeholder", "data-put": place, "key": place}, words
    )


def _placed(error: UserError) -> UserError:
    """Return a refusal with the path of its field in this form."""
    is_field = error["path"][:1] in (["name"], ["subject"], ["html"])
    path = ["reply", *error["path"]] if is_field else []
    return UserError(code=error["code"], path=path, parameters=error["parameters"])
