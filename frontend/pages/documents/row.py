"""A document in a list, as a shared fragment."""

from __future__ import annotations

from collections.abc import Hashable
from datetime import date

from reactpy import html
from reactpy.types import VdomDict

from frontend.components import Chip, classes
from frontend.fragments import fragment
from frontend.locale import format_date, format_money, t
from frontend.pages.document_builder.places import document_url
from frontend.pages.documents.words import Document, name_of, status_color, status_words


def _version(document: Document, *, tickable: bool) -> Hashable:
    state = document["status"], document["isOverdue"], document["balance"]["minor"]
    return document["id"], document["version"], state, tickable


@fragment(version=_version)
def document_row(document: Document, *, tickable: bool) -> VdomDict:
    """Draw a document; one that is `tickable` can be chosen with others, once it is issued."""
    name = name_of(document)
    return html.li(
        {"key": document["id"], "className": "document-row", "data-state": document["status"]},
        _tick(document, name) if tickable else None,
        html.a(
            {
                "className": "document-link",
                "data-row": "",
                "href": document_url(document["kind"], document["id"]),
            },
            html.span(
                {"className": "document-number"},
                document["number"] or t("Draft"),
            ),
            html.span({"className": "document-kind"}, t("Credit note"))
            if document["kind"] == "CREDIT_NOTE"
            else None,
            html.bdi({"className": "document-title"}, document["title"])
            if document["title"]
            else None,
        ),
        html.bdi(
            {
                "className": classes(
                    "document-client", not document["buyer"]["name"] and "document-blank"
                )
            },
            document["buyer"]["name"] or t("No client yet"),
        ),
        _day("document-issued", document["issueDate"], t("Issue date")),
        _day("document-due", _due(document), t("Due")),
        html.span(
            {"className": "document-status"},
            Chip(status_words(document), color=status_color(document)),
        ),
        html.span({"className": "document-amount"}, _amount(document), _left(document)),
    )


def _tick(document: Document, name: str) -> VdomDict:
    """Draw the box that chooses it; a draft has no PDF to be taken away."""
    return html.span(
        {"className": "document-tick"},
        html.input(
            {
                "type": "checkbox",
                "className": "checkbox-input",
                "value": document["id"],
                "aria-label": t("Select {name}", name=name),
            }
        )
        if document["status"] != "DRAFT"
        else None,
    )


def _due(document: Document) -> str | None:
    return None if document["kind"] == "CREDIT_NOTE" else document["dueDate"]


def _day(name: str, day: str | None, label: str) -> VdomDict:
    if day is None:
        return html.span({"className": name})
    return html.span(
        {"className": name, "title": label},
        html.span({"className": "visually-hidden"}, f"{label} "),
        format_date(date.fromisoformat(day)),
    )


def _amount(document: Document) -> VdomDict:
    total = document["total"]
    sign = -1 if document["kind"] == "CREDIT_NOTE" else 1
    words = format_money(sign * int(total["minor"]), total["currency"])
    return html.span({"className": "document-total"}, words)


def _left(document: Document) -> VdomDict | None:
    """Say what is left to pay where that is not all of it, or what was paid too much."""
    left, total = int(document["balance"]["minor"]), int(document["total"]["minor"])
    if left in (0, total):
        return None
    words = format_money(abs(left), document["balance"]["currency"])
    said = t("{amount} left", amount=words) if left > 0 else t("{amount} too much", amount=words)
    return html.span({"className": "document-left"}, said)
