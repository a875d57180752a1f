"""What a document says beside its lines: title, fields of the account's own, delivery, notes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from reactpy import component, html
from reactpy.types import VdomDict

from frontend.components import Button, Field, Option, TextInput
from frontend.hooks import use_store
from frontend.locale import t
from frontend.pages.document_builder.delivery import DeliveryAddress
from frontend.pages.document_builder.desk import Desk
from frontend.pages.document_builder.head_fields import HeadSelect, HeadText
from frontend.pages.document_builder.state import OpenDraft


@component
def Title(desk: Desk) -> VdomDict:
    """The title, the account's own fields, and what few documents need."""
    draft = desk.draft
    is_open: bool = use_store(desk.more)
    names: tuple[str, ...] = use_store(draft.head, lambda head: _field_names(draft, head))

    def toggle() -> None:
        desk.more.set(not is_open)

    return html.div(
        {"className": "builder-title"},
        HeadText(draft, "title", t("Title"), placeholder=t("What it is about"), key="title"),
        *(
            [
                html.div(
                    {"className": "builder-own", "key": "own"},
                    *(OwnField(draft, n, place, key=n) for place, n in enumerate(names)),
                )
            ]
            if names
            else []
        ),
        Button(
            t("Delivery and kind of supply"),
            icon="chevron-down" if is_open else "chevron-right",
            variant="ghost",
            small=True,
            on_click=toggle,
            attributes={"aria-expanded": str(is_open).lower(), "key": "toggle"},
        ),
        _delivery(desk) if is_open else None,
    )


def _delivery(desk: Desk) -> VdomDict:
    draft = desk.draft
    kinds = [
        Option("", t("Not said")),
        Option("SERVICES", t("Services")),
        Option("GOODS", t("Goods")),
        Option("MIXED", t("Goods and services")),
    ]
    return html.div(
        {"className": "builder-dates", "key": "delivery"},
        HeadText(draft, "delivered_from", t("Delivered from"), type="date", key="from"),
        HeadText(draft, "delivered_until", t("Delivered until"), type="date", key="until"),
        HeadSelect(draft, "supply", t("What is sold"), kinds, key="supply"),
        DeliveryAddress(desk, key="address"),
    )


def _field_names(draft: OpenDraft, head: Any) -> tuple[str, ...]:
    """Return the names of the account's own fields, and of those that the document has."""
    known = draft.drafting.get("billingSettings", {}).get("headerFields", ())
    return tuple(dict.fromkeys((*known, *(label for label, _ in head.header_fields))))


@component
def OwnField(draft: OpenDraft, label: str, place: int) -> VdomDict:
    """One of the account's own fields."""
    generation: int = use_store(draft.redrawn, lambda known: known.get("header_fields", 0))

    def take(event: Mapping[str, Any]) -> None:
        typed = event["target"]["value"]
        names = _field_names(draft, draft.head.value)
        present = {**dict(draft.head.value.header_fields), label: typed}
        kept = tuple((name, present[name]) for name in names if present.get(name, "").strip())
        draft.set_head("header_fields", kept)

    control = TextInput(
        value=dict(draft.head.value.header_fields).get(label, ""),
        on_input=take,
        attributes={"key": f"{label}#{generation}", "maxLength": 300},
    )
    return Field(label, control, id=f"draft-own-{place}")


@component
def Notes(draft: OpenDraft) -> VdomDict:
    """Notes, and the legal terms at the foot."""
    return html.div(
        {"className": "builder-notes"},
        HeadText(draft, "notes", t("Notes"), lines=3, longest=4_000, key="notes"),
        HeadText(draft, "legal_terms", t("Legal terms"), lines=3, longest=4_000, key="legal"),
    )
