"""What can be done with an issued document: one thing first, the others in its menu."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from reactpy import component, html, use_state
from reactpy.types import VdomDict

from frontend.components import Button, IconButton, Menu, MenuItem, MenuSeparator
from frontend.components.menu import MenuEntry
from frontend.hooks import use_can, use_store, use_url_state
from frontend.locale import t
from frontend.pages.billing_document.issued_state import IssuedState, Shown
from frontend.pages.billing_document.questions import Question
from frontend.pages.document_send.panel import SENDABLE
from frontend.pages.documents.words import Document
from frontend.pages.recurring.places import make_recurring_url

NOTHING = ""
OPEN = ("ISSUED", "PARTLY_PAID")
Ask = Callable[[str], None]


@component
def Acts(state: IssuedState) -> VdomDict | None:
    """The buttons, the menu, and the question that is open."""
    shown: Shown | None = use_store(state.shown)
    can_write = use_can("WRITE_BILLING")
    asked, ask = use_state(NOTHING)
    busy, set_busy = use_state(False)
    _, set_paying = use_url_state("pay")
    _, set_sending = use_url_state("send")
    if shown is None:
        return None
    document = shown.document

    async def do(verb: str, **values: Any) -> None:
        set_busy(True)
        try:
            wrote = await state.do(verb, **values)
        finally:
            set_busy(False)
        if verb in ("revise_quote", "invoice_quote"):
            state.leave_for(wrote)

    version = {"id": document["id"], "version": document["version"]}
    verbs: dict[str, Callable[[], Any]] = {
        "pay": lambda: set_paying("1", push=True),
        "send": lambda: set_sending("1", push=True),
        "accept": lambda: do("answer_quote", **version, accepted=True),
        "reject": lambda: do("answer_quote", **version, accepted=False),
        "revise": lambda: do("revise_quote", id=document["id"]),
        "invoice": lambda: do("invoice_quote", **version),
    }
    if document["purgedAt"]:
        return None
    first = _first(document) if can_write else NOTHING
    entries = _entries(document, first, verbs, ask) if can_write else []
    return html.div(
        {"className": "issued-acts"},
        Button(
            t("Print"),
            icon="file-text",
            href=document["pdfUrl"],
            keys="p",
            attributes={
                "target": "_blank",
                "rel": "noopener",
                "className": "issued-print",
                # On phones only its icon is shown.
                "aria-label": t("Print"),
            },
        ),
        IconButton(
            "download",
            t("Download the PDF"),
            href=f"{document['pdfUrl']}?download",
            attributes={"download": ""},
        ),
        Menu(IconButton("ellipsis", t("More actions")), entries, id="document-menu", align="end")
        if entries
        else None,
        _primary(first, verbs[first], busy=busy) if first else None,
        Question(state, asked, on_close=lambda: ask(NOTHING), key=asked) if asked else None,
    )


def _first(document: Document) -> str:
    """Return what is done next as a rule."""
    kind, status = document["kind"], document["status"]
    if kind == "INVOICE" and status in OPEN:
        return "pay"
    if kind != "QUOTE":
        return NOTHING
    answers = {
        "ISSUED": "accept",
        "ACCEPTED": "invoice",
        "EXPIRED": "revise",
        "REJECTED": "revise",
    }
    return answers.get(status, NOTHING)


def _primary(first: str, run: Callable[[], Any], *, busy: bool) -> VdomDict:
    labels = {
        "pay": (t("Record payment"), "check"),
        "accept": (t("Mark as accepted"), "check"),
        "invoice": (t("Turn into an invoice"), "receipt"),
        "revise": (t("Revise"), "pencil"),
    }
    words, icon = labels[first]

    def click(event: Mapping[str, Any]) -> Any:
        # What is next stands where the last one stood: a double-click is not meant for both.
        return None if event["clicks"] > 1 else run()

    return Button(
        words, icon=icon, variant="primary", on_click=click, busy=busy, attributes={"id": "do-next"}
    )


def _entries(
    document: Document, first: str, verbs: dict[str, Callable[[], Any]], ask: Ask
) -> list[MenuEntry]:
    kind, status = document["kind"], document["status"]
    found: list[MenuEntry] = []
    if status in SENDABLE:
        found.append(MenuItem(t("Send…"), icon="send", on_click=verbs["send"], keys="s"))
    if kind == "QUOTE" and status in ("ISSUED", "EXPIRED"):
        found.append(MenuItem(t("Mark as rejected"), icon="x", on_click=verbs["reject"]))
    if kind == "QUOTE" and status in ("ISSUED", "EXPIRED", "REJECTED") and first != "revise":
        found.append(MenuItem(t("Revise"), icon="pencil", on_click=verbs["revise"]))
    if kind == "INVOICE" and status in (*OPEN, "PAID") and first != "pay":
        found.append(MenuItem(t("Record payment"), icon="check", on_click=verbs["pay"]))
    total, credited = int(document["total"]["minor"]), int(document["credited"]["minor"])
    if kind == "INVOICE" and status in (*OPEN, "PAID") and credited < total:
        words = t("Credit note…")
        found.append(MenuItem(words, icon="undo-2", on_click=lambda: ask("credit")))
    if kind == "INVOICE" and status in (*OPEN, "PAID") and not document["keptUntil"]:
        again = make_recurring_url(document["id"])
        found.append(MenuItem(t("Make it recurring"), icon="repeat", href=again))
    may_void = kind != "CREDIT_NOTE" and status in (*OPEN, "PAID", "EXPIRED") and not credited
    if may_void:
        void = MenuItem(
            t("Declare void…"), icon="circle-x", danger=True, on_click=lambda: ask("void")
        )
        found += [MenuSeparator(), void] if found else [void]
    return found
