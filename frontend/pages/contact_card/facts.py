"""When things happened to a shown contact."""

from __future__ import annotations

from reactpy import component, html
from reactpy.types import VdomDict

from frontend.components import Icon, Time
from frontend.hooks import use_store
from frontend.locale import t
from frontend.pages.contact_card.state import CardState

FACTS = ("createdAt", "lastActivityAt", "updatedAt", "updatedBy")


@component
def Facts(state: CardState) -> VdomDict:
    """When the contact was made, and when something last happened."""
    created, activity, updated, by = use_store(
        state.contact,
        lambda contact: tuple((contact or {}).get(name) for name in FACTS),
    )
    facts: list[tuple[str, list[VdomDict | str | None]]] = [
        (t("Last activity"), [Time(activity)]),
        (
            t("Last changed"),
            [
                Time(updated),
                html.span({"className": "quick-by"}, Icon("user", size=14), by) if by else None,
            ],
        ),
        (t("Created"), [Time(created)]),
    ]
    return html.dl(
        {"className": "quick-facts"},
        *(html.div({"key": words}, html.dt(words), html.dd(*value)) for words, value in facts),
    )
