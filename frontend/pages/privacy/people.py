"""The contacts that may be the person who asks, to be ticked."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any

from reactpy import html
from reactpy.types import VdomDict

from frontend.components import Avatar, Checkbox, Chip
from frontend.locale import t

Match = Mapping[str, Any]
SURE = frozenset({"EMAIL", "PHONE"})
"""Whoever shares one of these is ticked to begin with."""


def likely(matches: Sequence[Match], known: str = "") -> frozenset[str]:
    """Return who is ticked to begin with; ``known`` is the contact that one came from."""
    return frozenset(
        match["contact"]["id"]
        for match in matches
        if match["contact"]["id"] == known or SURE & set(match["reasons"])
    )


def people_list(
    matches: Sequence[Match], chosen: Collection[str], toggle: Callable[[str, bool], None]
) -> VdomDict:
    """Draw them with what they share; ticks are told to ``toggle``."""
    return html.ul(
        {"className": "privacy-people"},
        *(_person(match, match["contact"]["id"] in chosen, toggle) for match in matches),
    )


def _person(match: Match, is_chosen: bool, toggle: Callable[[str, bool], None]) -> VdomDict:
    contact = match["contact"]
    name = contact["displayName"]

    def change(event: dict[str, Any]) -> None:
        toggle(contact["id"], bool(event["target"]["checked"]))

    reached = [each["address"] for each in contact["emails"]]
    reached += [each["number"] for each in contact["phones"]]
    return html.li(
        {"key": contact["id"], "className": "privacy-person"},
        Checkbox(name, checked=is_chosen, on_change=change, label_hidden=True),
        Avatar(name, photo_url=contact["photoUrl"], size=32),
        html.div(
            {"className": "privacy-who"},
            html.a({"href": f"/contacts/{contact['id']}", "dir": "auto"}, name),
            html.span(
                {"className": "privacy-faint", "dir": "auto"},
                " · ".join(filter(None, (contact["company"], *reached[:3]))),
            ),
        ),
        html.div(
            {"className": "privacy-reasons"},
            *(Chip(reason_words(each), color="GREEN", dot=False) for each in match["reasons"]),
            Chip(t("In the trash"), color="AMBER", dot=False) if contact["deletedAt"] else None,
        ),
    )


def reason_words(reason: str) -> str:
    """Return what a contact shares with who asks."""
    return {"EMAIL": t("Same e-mail"), "PHONE": t("Same phone"), "NAME": t("Similar name")}[reason]
