"""A card of a contact as a shared fragment: its name, where it stands, its worth."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from datetime import date
from typing import Any

from reactpy import html
from reactpy.types import VdomDict

from frontend.components import ColorDot, Icon
from frontend.fragments import fragment, target
from frontend.locale import format_money, t
from frontend.pages.boards.places import card_url
from frontend.pages.card.words import card_name, step_path
from frontend.pages.task_list.words import day_words

OPEN = "contact-cards:open"
Card = Mapping[str, Any]


def _version(card: Card, today: date) -> Hashable:
    step, workflow = card["step"], card["workflow"]
    return (
        card["id"],
        card["version"],
        card["name"],
        workflow["name"],
        step["name"],
        step["color"],
        step["kind"],
        today if card["dueOn"] else None,
    )


@fragment(version=_version)
def card_line(card: Card, today: date) -> VdomDict:
    """Draw a card; its name opens it here, its step leads to the board."""
    return html.li(
        {"className": "contact-card-line", "key": card["id"]},
        html.button(
            {
                "type": "button",
                "className": "contact-card-name",
                "data-id": card["id"],
                "onClick": target(OPEN),
            },
            html.bdi(card_name(card)),
        ),
        html.span(
            {"className": "contact-card-facts"},
            html.a(
                {
                    "className": "contact-card-step",
                    "href": card_url(card["workflow"]["id"], card["id"]),
                    "title": t("Go to the board"),
                },
                ColorDot(card["step"]["color"]),
                html.bdi(step_path(card)),
            ),
            html.span({"className": "contact-card-value"}, _money(card["value"]))
            if card["value"]
            else None,
            _due(card, today),
        ),
    )


def _money(value: Mapping[str, Any]) -> str:
    return format_money(value["minor"], value["currency"])


def _due(card: Card, today: date) -> VdomDict | None:
    if not card["dueOn"]:
        return None
    day = date.fromisoformat(card["dueOn"])
    late = day < today and card["step"]["kind"] == "OPEN"
    return html.span(
        {"className": "contact-card-due", "data-late": "" if late else None},
        Icon("calendar", size=12),
        html.span({"className": "visually-hidden"}, t("Overdue:")) if late else None,
        day_words(day, today),
    )
