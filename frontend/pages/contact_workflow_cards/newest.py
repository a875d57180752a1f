"""Where a shown contact stands on the boards, in a line of the quick view."""

from __future__ import annotations

from reactpy import component, html
from reactpy.types import VdomDict

from frontend.components import Icon, Link
from frontend.hooks import use_live, use_query, use_viewer
from frontend.locale import format_money, tn
from frontend.operations import load
from frontend.pages.boards.places import card_url
from frontend.pages.card.words import step_path
from frontend.pages.contact_parts.places import contact_url


@component
def NewestCard(contact_id: str) -> VdomDict | None:
    """The contact's first card, and how many more there are; nothing when there is none."""
    viewer = use_viewer()
    data, _, _, refetch = use_query(
        load("cards/list_contact_cards"), {"id": contact_id, "first": 1}
    )
    use_live(
        load("cards/contact_cards_changed"),
        {"contactId": contact_id},
        lambda event: refetch(),
        after=None,
        skip=viewer is None,
    )
    cards = ((data or {}).get("contact") or {}).get("cards")
    if not cards or not cards["edges"]:
        return None
    card, more = cards["edges"][0]["node"], cards["totalCount"] - 1
    return html.p(
        {"className": "quick-task"},
        Icon("square-kanban"),
        html.span(
            {"className": "quick-task-words"},
            Link(step_path(card), href=card_url(card["workflow"]["id"], card["id"])),
            html.span(
                {"className": "task-details"},
                format_money(card["value"]["minor"], card["value"]["currency"])
                if card["value"]
                else None,
                html.a(
                    {"href": contact_url(contact_id)},
                    tn("and {count} more", "and {count} more", more),
                )
                if more
                else None,
            ),
        ),
    )
