"""Sending many documents: what would leave is said before anything does."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple
from uuid import uuid4

from reactpy import component, html, use_ref, use_state
from reactpy.types import Component, VdomDict

from frontend.client import OperationFailed
from frontend.components import Button, Checkbox, Dialog, Notice, Option, Select, Skeleton
from frontend.components.field import Field
from frontend.errors import explain
from frontend.hooks import use_query, use_store
from frontend.locale import t, tn
from frontend.operations import load
from frontend.pages.document_builder.places import document_url
from frontend.pages.documents.sending_strips import show_sending
from frontend.pages.documents.state import DocumentList
from frontend.pages.documents.words import name_of

Selection = Mapping[str, Any]
DOCUMENT, REMINDER = "document", "reminder"


class _Asked(NamedTuple):
    """What to send: the documents themselves or reminders, to whom."""

    letter: str = DOCUMENT
    unsent: bool = False


@component
def SendMany(documents: DocumentList) -> Component | None:
    """The dialog, while something is to be sent."""
    selection: Selection | None = use_store(documents.sending)
    if selection is None:
        return None
    return SendManyDialog(documents, selection, key="dialog")


@component
def SendManyDialog(documents: DocumentList, selection: Selection) -> VdomDict:
    """Ask what to send, say how many leave and who has no address, then begin."""
    asked, set_asked = use_state(_Asked())
    busy, set_busy = use_state(False)
    words, set_words = use_state("")
    key = use_ref(uuid4().hex)
    reminds = asked.letter == REMINDER
    values = {"selection": selection, "reminds": reminds, "unsent": asked.unsent}
    found, loading, error, _ = use_query(load("billing/preview_document_sending"), values)
    preview = (found or {}).get("documentSendingPreview")
    session = documents.session

    def close() -> None:
        documents.sending.set(None)

    async def send() -> None:
        set_busy(True)
        try:
            given = {**values, "idempotencyKey": f"{key.current}{asked.letter}{asked.unsent}"}
            data = await session.client.run(load("billing/send_documents"), {"input": given})
        finally:
            set_busy(False)
        payload = data["sendBillingDocuments"]
        if payload["errors"]:
            set_words(explain(payload["errors"][0]))
            return
        close()
        show_sending(session, payload["sending"]["id"])

    def choose(event: Mapping[str, Any]) -> None:
        letter = event["target"]["value"]
        set_asked(lambda now: now._replace(letter=letter))

    def leave_out(event: Mapping[str, Any]) -> None:
        unsent = bool(event["target"]["checked"])
        set_asked(lambda now: now._replace(unsent=unsent))

    ready = preview["readyCount"] if preview else 0
    letters = [
        Option(DOCUMENT, t("Each document, with its usual letter")),
        Option(REMINDER, t("A payment reminder, for invoices that are not paid")),
    ]
    return Dialog(
        t("Send many documents"),
        html.div(
            {"className": "form", "key": "form"},
            _problem(words, error),
            None
            if documents.filter.of_quotes
            else Field(
                t("What to send"),
                Select(letters, value=asked.letter, on_change=choose),
                id="send-many-letter",
            ),
            Checkbox(t("Leave out what was sent before"), on_change=leave_out),
            Skeleton("list", lines=2) if preview is None else _said(preview),
        ),
        on_close=close,
        id="send-many",
        size="medium",
        actions=html.div(
            {"className": "dialog-actions"},
            Button(t("Cancel"), attributes={"data-close": ""}),
            Button(
                tn("Send {count} document", "Send {count} documents", ready)
                if ready
                else t("Send"),
                icon="send",
                variant="primary",
                on_click=send,
                busy=busy,
                disabled=not ready or loading,
            ),
        ),
    )


def _problem(words: str, error: Exception | None) -> VdomDict | None:
    if isinstance(error, OperationFailed):
        words = t("At most 1,000 documents can be sent at once. Narrow the list first.")
    return Notice(html.p(words), kind="error") if words else None


def _said(preview: Mapping[str, Any]) -> VdomDict:
    lines = [
        (
            preview["readyCount"],
            tn("{count} leaves now", "{count} leave now", preview["readyCount"]),
        ),
        (
            preview["sentBefore"],
            tn("{count} was sent before", "{count} were sent before", preview["sentBefore"]),
        ),
        (
            preview["unissued"],
            tn(
                "{count} is a draft or holds no longer, and stays",
                "{count} are drafts or hold no longer, and stay",
                preview["unissued"],
            ),
        ),
    ]
    return html.div(
        {"className": "send-many-said", "aria-live": "polite"},
        *(html.p({"key": str(at)}, words) for at, (count, words) in enumerate(lines) if count),
        _unreachable(preview),
        html.p(t("Nothing of this can be sent.")) if not preview["readyCount"] else None,
    )


def _unreachable(preview: Mapping[str, Any]) -> VdomDict | None:
    count, shown = preview["unreachableCount"], preview["unreachable"]
    if not count:
        return None
    more = count - len(shown)
    return html.div(
        {"key": "unreachable"},
        html.p(
            tn(
                "{count} has no e-mail address of its client:",
                "{count} have no e-mail address of their client:",
                count,
            )
        ),
        html.ul(
            {"className": "send-many-list"},
            *(_line(each) for each in shown),
            html.li(tn("and {count} more", "and {count} more", more)) if more else None,
        ),
    )


def _line(document: Mapping[str, Any]) -> VdomDict:
    return html.li(
        {"key": document["id"]},
        html.a({"href": document_url(document["kind"], document["id"])}, name_of(document)),
        " · ",
        html.bdi(document["buyer"]["name"] or t("No client yet")),
    )
