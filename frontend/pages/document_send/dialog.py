"""The letter that a document goes with, before it leaves: filled, and open to changes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any
from uuid import uuid4

from reactpy import component, html, use_state
from reactpy.types import Component, VdomDict

from frontend.components import (
    Button,
    CheckboxField,
    Dialog,
    FormErrors,
    Icon,
    Notice,
    Option,
    SelectField,
    Skeleton,
    TextField,
    Time,
)
from frontend.components.submit_form import SubmitForm
from frontend.hooks import use_form, use_mutation, use_query, use_toast
from frontend.locale import t
from frontend.operations import load
from frontend.pages.document_send.words import dialog_title, letter_names

FORM = "send-document"


@component
def SendDialog(
    document_id: str, *, on_close: Callable[[], Any], on_sent: Callable[[], Any] | None = None
) -> VdomDict | Component:
    """Send an issued document. `on_sent` hears of a letter that is on its way."""
    kind, set_kind = use_state("")
    asked = {"id": document_id, **({"kind": kind} if kind else {})}
    data, loading, error, _ = use_query(load("billing/read_document_letter"), asked)
    if data is None or data["billingDocument"] is None or loading:
        said = Notice(html.p(t("This could not be read.")), kind="error") if error else None
        return Dialog(
            t("Send"), said or Skeleton("form", lines=5), on_close=on_close, id="send", size="large"
        )
    letter = data["documentLetter"]
    return Letter(
        document_id,
        data,
        on_close=on_close,
        on_sent=on_sent,
        on_kind=set_kind,
        key=letter["kind"],
    )


@component
def Letter(
    document_id: str,
    data: Mapping[str, Any],
    *,
    on_close: Callable[[], Any],
    on_sent: Callable[[], Any] | None,
    on_kind: Callable[[str], None],
) -> VdomDict:
    """The dialog with a letter of one kind."""
    letter, document = data["documentLetter"], data["billingDocument"]
    send, state = use_mutation(load("billing/send_document"))
    toast = use_toast()
    form = use_form(
        {
            "to": letter["to"] or "",
            "kind": letter["kind"],
            "subject": letter["subject"],
            "message": letter["message"],
            "copyToMe": False,
            "idempotencyKey": uuid4().hex,
        },
        on_change=lambda name, value: on_kind(value) if name == "kind" else None,
    )

    async def submit(values: dict[str, Any]) -> None:
        outcome = await send({"id": document_id, **values})
        form.show_errors(outcome.errors)
        if outcome.ok:
            toast(t("On its way to {address}", address=values["to"]), kind="success")
            on_close()
            if on_sent is not None:
                on_sent()

    return Dialog(
        dialog_title(document["kind"], document["number"] or ""),
        SubmitForm(
            form,
            FormErrors(form, key="errors"),
            _sent_before(document),
            _fields(form, letter, document["locale"]),
            _enclosed(document, data["mailbox"]),
            CheckboxField(form, "copyToMe", label=t("Send me a copy")),
            on_submit=submit,
            label=t("Letter"),
            id=FORM,
            class_name="form document-send",
        ),
        on_close=on_close,
        id="send",
        size="large",
        actions=html.div(
            {"className": "dialog-actions"},
            Button(t("Cancel"), attributes={"data-close": ""}),
            Button(
                t("Send"),
                icon="send",
                type="submit",
                variant="primary",
                busy=state.loading,
                attributes={"form": FORM},
            ),
        ),
    )


def _sent_before(document: Mapping[str, Any]) -> VdomDict | None:
    if not document["deliveries"]:
        return None
    last = document["deliveries"][0]
    return html.p(
        {"className": "document-send-before", "key": "before"},
        t("Sent to {address} before:", address=last["to"]),
        " ",
        Time(last["createdAt"]),
    )


def _fields(form: Any, letter: Mapping[str, Any], locale: str) -> VdomDict:
    names = letter_names()
    return html.div(
        {"className": "document-send-fields", "key": "fields"},
        TextField(
            form,
            "to",
            label=t("To"),
            type="email",
            required=True,
            autofocus=not letter["to"],
            attributes={"maxLength": 254},
        ),
        SelectField(
            form, "kind", [Option(each, names[each]) for each in letter["kinds"]], label=t("Letter")
        )
        if len(letter["kinds"]) > 1
        else None,
        TextField(
            form,
            "subject",
            label=t("Subject"),
            required=True,
            attributes={"maxLength": 300, "lang": locale},
        ),
        TextField(
            form,
            "message",
            label=t("Message"),
            required=True,
            lines=9,
            attributes={"maxLength": 10_000, "lang": locale},
        ),
    )


def _enclosed(document: Mapping[str, Any], mailbox: Mapping[str, Any] | None) -> VdomDict:
    return html.ul(
        {"className": "document-send-enclosed", "key": "enclosed"},
        html.li(
            Icon("paperclip"),
            html.a(
                {"href": document["pdfUrl"], "target": "_blank", "rel": "noopener"},
                f"{document['number']}.pdf",
            ),
        ),
        html.li(Icon("link"), t("A button to the document’s page comes below your words.")),
        html.li(
            Icon("mail"),
            t("From {address}", address=mailbox["fromAddress"])
            if mailbox
            else t("From this server’s own address; answers come to yours."),
        ),
    )
