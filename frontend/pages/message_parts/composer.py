"""The field to write in: sent once by the button or Mod+Enter, kept on the server while it is
typed.
"""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from reactpy import component, html, use_ref, use_state
from reactpy.types import Component, VdomDict

from frontend.components import Button, Field, FormErrors, IconButton, Option, Select, TextField
from frontend.components.rich_editor import RichEditor
from frontend.components.submit_form import SubmitForm
from frontend.hooks import Form, use_draft, use_form, use_mutation, use_store, use_viewer
from frontend.hooks.draft import Draft
from frontend.locale import t
from frontend.operations import load
from frontend.pages.contact_attachments.uploads import Uploads
from frontend.pages.message_parts.enclosures import Enclosed, Enclosures
from frontend.pages.message_parts.payment import Payment
from frontend.pages.message_parts.recipient import Recipient
from frontend.pages.message_parts.saved_replies import SavedReplies
from frontend.pages.message_parts.sending import input_of, nothing_typed
from frontend.pages.message_parts.state import ConversationState, Shown
from frontend.store import Store

KEY_REUSED = "IDEMPOTENCY_KEY_REUSED"
SUBJECT_LENGTH = 500
NO_INSERTION: tuple[int, str] | None = None


@component
def Composer(state: ConversationState, recipient: Recipient) -> Component | VdomDict:
    """The field, once what was typed before is known."""
    draft = use_draft(f"message:{state.key}")
    if draft.loading:
        return html.div({"className": "composer", "aria-busy": "true"})
    return Compose(state, recipient, draft, key="compose")


@component
def Compose(state: ConversationState, recipient: Recipient, draft: Draft) -> VdomDict:
    """To whom, about what, the text, what goes with it, and the button."""
    viewer = use_viewer()
    send, _ = use_mutation(load("messages/send_message"))
    empty = nothing_typed(viewer.account.currency if viewer else "EUR")
    form = use_form(empty, draft=draft)
    uploads = Uploads(state.session, f"message:{state.key}")
    enclosed: Enclosed = use_ref(Store(tuple(form.values["files"]))).current
    asks: Store[bool] = use_ref(Store(bool(form.values["asks"]))).current
    choosing, set_choosing = use_state(False)
    insertion, set_insertion = use_state(NO_INSERTION)
    insertions = insertion[0] if insertion else 0

    async def submit(values: dict[str, Any]) -> None:
        if uploads.sending.value:
            form.errors.set({"uploadIds": (t("Wait until all files are there, or stop them."),)})
            return
        chosen = values["to"] if values["to"] in recipient.addresses else ""
        given, problems = input_of(state, values, chosen or recipient.preferred(state.shown.value))
        if problems:
            form.show_errors(problems)
            return
        outcome = await send(given)
        if any(error["code"] == KEY_REUSED for error in outcome.errors):
            # The first try arrived, its answer did not; what is typed now is another message.
            form.set("idempotencyKey", uuid4().hex)
            await submit(form.values)
            return
        form.show_errors(outcome.errors)
        if outcome.payload is None or outcome.errors:
            return
        state.take([outcome.payload["message"]])
        await draft.discard()
        asks.set(False)
        enclosed.set(())
        form.reset(nothing_typed(values["paymentRequest"]["currency"]))
        state.session.command("focus", id=form.element_id("html"))

    def ask() -> None:
        asks.set(True)
        form.set("asks", True)
        state.session.command("focus", id=form.element_id("paymentRequest.amountMinor"))

    def insert(subject: str | None, html_text: str) -> None:
        set_choosing(False)
        set_insertion((insertions + 1, html_text))
        if subject and not form.get("subject").strip():
            form.set("subject", subject)

    return html.div(
        {"className": "composer-frame"},
        SubmitForm(
            form,
            html.div(
                {"className": "composer-heads"},
                To(form, state, recipient, key="to"),
                Subject(form, state, key=f"subject-{insertions}"),
            ),
            RichEditor(
                form,
                "html",
                label=t("Message"),
                placeholder=t("Write a message…"),
                insertion=insertion,
                tools=html.div(
                    {"className": "composer-tools"},
                    Enclosures(form, uploads, enclosed, key="files"),
                    IconButton("receipt", t("Ask for a payment"), small=True, on_click=ask),
                    IconButton(
                        "message-square-text",
                        t("Saved replies"),
                        small=True,
                        on_click=lambda: set_choosing(True),
                        attributes={"id": "open-saved-replies"},
                    ),
                    html.span({"className": "composer-hint"}, t("Ctrl+Enter sends")),
                    Button(t("Send"), type="submit", variant="primary", icon="send"),
                ),
                key="text",
            ),
            Payment(form, asks, state.contact_id, key="payment"),
            FormErrors(form, key="errors"),
            AboutContact(form, key="about-contact"),
            on_submit=submit,
            label=t("New message"),
            id="message-composer",
            class_name="composer",
        ),
        SavedReplies(state, insert, lambda: set_choosing(False), key="replies")
        if choosing
        else None,
    )


@component
def To(form: Form, state: ConversationState, recipient: Recipient) -> VdomDict | None:
    """The choice of the address, where there are several."""
    errors: tuple[str, ...] = use_store(form.errors, lambda shown: shown.get("to", ()))
    shown: Shown | None = use_store(state.shown)
    if len(recipient.addresses) < 2:
        return None
    kept = form.get("to")
    chosen = kept if kept in recipient.addresses else recipient.preferred(shown)
    control = form.control("to")
    control.pop("defaultValue")
    control["onChange"] = control.pop("onInput")
    control["key"] = f"to-{chosen}"
    return Field(
        t("To"),
        Select(
            [Option(address, address) for address in recipient.addresses],
            value=chosen,
            attributes=control,
        ),
        id=form.element_id("to"),
        errors=errors,
    )


@component
def Subject(form: Form, state: ConversationState) -> Component:
    """The subject; where it is left empty an answer goes on with the last one."""
    last: str = use_store(state.shown, _last_subject)
    return TextField(
        form,
        "subject",
        label=t("Subject"),
        placeholder=last or t("Subject"),
        label_hidden=True,
        attributes={"maxLength": SUBJECT_LENGTH, "dir": "auto"},
        key="subject",
    )


@component
def AboutContact(form: Form) -> VdomDict | None:
    """What was refused of the contact itself, such as one that was deleted meanwhile."""
    errors: tuple[str, ...] = use_store(
        form.errors, lambda shown: (*shown.get("contactId", ()), *shown.get("threadId", ()))
    )
    if not errors:
        return None
    return html.div(
        {"className": "field-errors", "role": "alert"},
        *(html.p({"className": "field-error"}, words) for words in errors),
    )


def _last_subject(shown: Shown | None) -> str:
    if not shown or not shown.messages or not shown.messages[-1]["subject"]:
        return ""
    subject: str = shown.messages[-1]["subject"]
    return subject if subject[:3].lower() == "re:" else f"Re: {subject}"
