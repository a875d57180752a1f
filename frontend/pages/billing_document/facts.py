"""Whose a document is, its days, and the documents that belong to it."""

from __future__ import annotations

from collections.abc import Sequence

from reactpy import component, html
from reactpy.types import VdomDict

from frontend.components import Chip
from frontend.components.elements import Child
from frontend.hooks import use_store
from frontend.locale import format_date, format_money, t
from frontend.pages.billing_document.issued_state import IssuedState, Shown
from frontend.pages.contact_parts.places import contact_url
from frontend.pages.document_builder.places import document_url
from frontend.pages.documents.words import Document, name_of, status_color, status_words


@component
def Facts(state: IssuedState) -> VdomDict | None:
    """The panel of facts, and that of what belongs to it."""
    shown: Shown | None = use_store(state.shown)
    if shown is None:
        return None
    document = shown.document
    related = [each for each in (document["source"], *document["derived"]) if each]
    return html.div(
        {"className": "issued-panels"},
        html.section(
            {"className": "issued-panel", "aria-label": t("Document"), "key": "facts"},
            html.dl(
                {"className": "issued-facts"},
                *_fact(t("Client"), _client(document)),
                *(_fact(t("About"), html.bdi(document["title"])) if document["title"] else ()),
                *(
                    _fact(
                        t("Total"),
                        format_money(int(document["total"]["minor"]), document["currency"]),
                    )
                    if document["kind"] != "INVOICE"
                    else ()
                ),
                *_fact(t("Issue date"), format_date(document["issueDate"])),
                *_due(document),
            ),
        ),
        _related(related) if related else None,
    )


def _due(document: Document) -> Sequence[VdomDict]:
    if document["dueDate"] is None or document["kind"] == "CREDIT_NOTE":
        return ()
    label = t("Valid until") if document["kind"] == "QUOTE" else t("Due")
    return _fact(label, format_date(document["dueDate"]))


def _client(document: Document) -> Child:
    buyer = document["buyer"]
    name = html.bdi(buyer["name"] or t("No client"))
    if document["contactId"] is None:
        return name
    return html.a({"href": contact_url(document["contactId"], "documents")}, name)


def _fact(label: str, value: Child) -> tuple[VdomDict, VdomDict]:
    return html.dt({"key": f"{label}-name"}, label), html.dd({"key": label}, value)


def _related(documents: Sequence[Document]) -> VdomDict:
    return html.section(
        {"className": "issued-panel", "aria-labelledby": "related-title", "key": "related"},
        html.h2({"id": "related-title", "className": "issued-heading"}, t("Belongs to it")),
        html.ul(
            {"className": "related"},
            *(
                html.li(
                    {"key": each["id"], "className": "related-row"},
                    html.a({"href": document_url(each["kind"], each["id"])}, name_of(each)),
                    Chip(status_words(each), color=status_color(each)),
                    html.span(
                        {"className": "related-total"},
                        format_money(int(each["total"]["minor"]), each["total"]["currency"]),
                    ),
                )
                for each in documents
            ),
        ),
    )
