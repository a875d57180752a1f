"""Somebody else changed the same: mine or theirs."""

from __future__ import annotations

from reactpy import component, html
from reactpy.types import VdomDict

from frontend.components import Button, Notice
from frontend.hooks import use_store
from frontend.locale import t
from frontend.pages.document_builder.desk import Desk
from frontend.pages.document_builder.head import head_of
from frontend.pages.document_builder.lines import read_line
from frontend.pages.document_builder.state import Clash, values_of


@component
def ClashNotice(desk: Desk) -> VdomDict | None:
    """The question; nothing is saved until it is answered."""
    clash: Clash | None = use_store(desk.draft.clash)
    if clash is None:
        return None

    def keep() -> None:
        desk.draft.clash.set(None)
        desk.saver.save_soon(0)

    def give_way() -> None:
        take_theirs(desk, clash)
        desk.draft.clash.set(None)
        desk.saver.save_soon(0)

    return Notice(
        html.p(
            t(
                "{name} changed the same meanwhile: {fields}. Which should stay?",
                name=clash.document["updatedBy"],
                fields=", ".join(_fields(desk, clash)),
            )
        ),
        kind="warning",
        action=html.div(
            {"className": "builder-clash-acts"},
            Button(t("Theirs"), small=True, on_click=give_way),
            Button(t("Mine"), small=True, variant="primary", on_click=keep),
        ),
    )


def take_theirs(desk: Desk, clash: Clash) -> None:
    """Show what the other window saved where both changed the same."""
    draft, document = desk.draft, clash.document
    draft.take_head(head_of(document), clash.names)
    theirs = {line["key"]: line for line in values_of(document)}
    currency = draft.head.value.currency
    lines = []
    for key in draft.order.value:
        if key not in clash.keys:
            lines.append(read_line(draft.lines[key].value, currency).values)
        elif key in theirs:
            lines.append(theirs[key])
    draft.take_lines(lines)


def _fields(desk: Desk, clash: Clash) -> list[str]:
    labels = {
        "contact_id": t("Client"),
        "buyer": t("Client"),
        "title": t("Title"),
        "issue_date": t("Issued on"),
        "due_date": t("Due"),
        "payment_days": t("Due"),
        "notes": t("Notes"),
        "legal_terms": t("Legal terms"),
        "discount": t("Discount in %"),
        "locale": t("Language"),
        "currency": t("Currency"),
    }
    named = [labels.get(name, t("Document")) for name in clash.names]
    order = desk.draft.order.value
    named += [t("Line {number}", number=order.index(key) + 1) for key in clash.keys if key in order]
    return list(dict.fromkeys(named)) or [t("Lines")]
