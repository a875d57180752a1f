"""One card as a shared fragment.

What ages (late, today, too long in its step) and what the window does (focus, lifting, who holds
it) is marked by the browser (static/islands/board_view.js): the fragment is the same for all who
see the card. Cards are what there is most of on a board, so their elements are plain dicts.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from datetime import date
from hashlib import blake2b
from typing import Any, cast

import orjson
from reactpy.types import VdomDict

from frontend.components import Avatar, Icon
from frontend.fragments import Fragment, fragment
from frontend.locale import format_money, format_short_day, t
from frontend.pages.board.segment import Row
from frontend.pages.boards.places import card_url

Card = Mapping[str, Any]
MOST_LABELS = 6
NOT_SHOWN = frozenset({"sortKey", "place", "stepId"})
"""What says where a card is, not what it looks like."""


def card_name(card: Card) -> str:
    """Return a card's title, its main contact's name in its place, or words for none."""
    return card["name"] or t("Untitled card")


def row_of(card: Card, workflow_id: str) -> Row:
    """Return a card as a loaded row."""
    drawn: Fragment = card_face(card, workflow_id)
    name = card_name(card)
    return Row(card["id"], card["sortKey"], card["place"], card["version"], name, drawn)


def _version(card: Card, workflow_id: str) -> Hashable:
    shown = {name: value for name, value in card.items() if name not in NOT_SHOWN}
    return workflow_id, blake2b(orjson.dumps(shown, default=dict), digest_size=16).digest()


@fragment(version=_version)
def card_face(card: Card, workflow_id: str) -> VdomDict:
    """Draw a card: its name, whose it is, what it is worth and when it is due."""
    name = card_name(card)
    face = _element(
        "li",
        {
            "key": card["id"],
            "id": f"card-{card['id']}",
            "className": "board-card",
            "data-id": card["id"],
            "data-version": card["version"],
            "data-entered": card["stepEnteredAt"],
            "data-due": card["dueOn"],
        },
        _labels(card),
        _element(
            "a",
            {
                "className": "board-card-link",
                "href": card_url(workflow_id, card["id"]),
                "tabIndex": -1,
                "draggable": "false",
                "aria-describedby": "board-keys",
            },
            name,
        ),
        _contact(card),
        _foot(card),
        _element(
            "button",
            {
                "type": "button",
                "className": "board-card-move icon-button icon-button-small",
                "tabIndex": -1,
                "aria-label": t("Move {name} to…", name=name),
                "title": t("Move to…"),
            },
            Icon("arrow-right", size=14),
        ),
    )
    return cast(VdomDict, face)


def _element(tag: str, attributes: dict[str, Any], *children: Any) -> dict[str, Any]:
    kept = [child for child in children if child is not None]
    return {"tagName": tag, "attributes": attributes, "children": kept}


def _labels(card: Card) -> dict[str, Any] | None:
    labels = card["labels"][:MOST_LABELS]
    if not labels:
        return None
    return _element(
        "span",
        {"className": "board-card-labels"},
        *(
            _element(
                "span",
                {"className": f"board-card-label color-{label['color'].lower()}"},
                label["name"],
            )
            for label in labels
        ),
    )


def _contact(card: Card) -> dict[str, Any] | None:
    """Draw whose card it is, unless its name is the card's own."""
    contact = card["contact"]
    if contact is None or not card["title"]:
        return None
    return _element(
        "span",
        {"className": "board-card-contact"},
        Avatar(contact["displayName"], photo_url=contact["photoUrl"], size=20),
        _element("span", {"className": "board-card-who"}, contact["displayName"]),
    )


def _foot(card: Card) -> dict[str, Any] | None:
    parts = [
        part
        for part in (
            _value(card),
            _due(card),
            _checklist(card),
            _number("message-square-text", card["noteCount"], t("Notes")),
            _number("paperclip", card["fileCount"], t("Files")),
            _assignee(card),
        )
        if part is not None
    ]
    return _element("span", {"className": "board-card-foot"}, *parts) if parts else None


def _value(card: Card) -> dict[str, Any] | None:
    value = card["value"]
    if value is None:
        return None
    words = format_money(int(value["minor"]), value["currency"], short=True)
    return _element("span", {"className": "board-card-value"}, words)


def _due(card: Card) -> dict[str, Any] | None:
    """Draw the due day; the browser says "tomorrow" and marks what is late."""
    if card["dueOn"] is None:
        return None
    return _element(
        "span",
        {"className": "board-card-due"},
        Icon("calendar", size=12),
        _element(
            "time",
            {"dateTime": card["dueOn"], "data-relative": "day"},
            format_short_day(date.fromisoformat(card["dueOn"])),
        ),
    )


def _checklist(card: Card) -> dict[str, Any] | None:
    done, total = card["checklistDone"], card["checklistTotal"]
    if not total:
        return None
    return _element(
        "span",
        {
            "className": "board-card-mark board-card-complete"
            if done == total
            else "board-card-mark",
            "title": t("Checklist: {done} of {total}", done=done, total=total),
        },
        Icon("square-check", size=12),
        f"{done}/{total}",
    )


def _number(icon: str, count: int, words: str) -> dict[str, Any] | None:
    if not count:
        return None
    return _element(
        "span", {"className": "board-card-mark", "title": words}, Icon(icon, size=12), str(count)
    )


def _assignee(card: Card) -> dict[str, Any] | None:
    assignee = card["assignee"]
    if assignee is None:
        return None
    return _element(
        "span",
        {
            "className": "board-card-assignee",
            "title": t("Assigned to {name}", name=assignee["name"]),
        },
        Avatar(assignee["name"], size=20),
    )
