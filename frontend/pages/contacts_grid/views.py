"""The usual views of the book, with how many contacts each shows: everybody, by subscription, by
label, the trash.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping

from reactpy import component, use_state
from reactpy.types import Component

from frontend.components import Button, Pick, Picker, PickGroup
from frontend.hooks.navigation import go
from frontend.locale import format_number, t
from frontend.operations import load
from frontend.pages.contact_filters.conditions import Condition, Group
from frontend.pages.contact_parts.labels import Labels, read_labels, use_labels
from frontend.pages.contacts_grid.asked import NO_FILTER, Asked, use_asked
from frontend.pages.contacts_grid.listing import Listing, write_where
from frontend.session import current_session

LABEL = "label:"
Counts = Mapping[str, int]
NO_COUNTS: Counts = {}


def _only(field: str, value: str) -> Listing:
    return Listing(where=Group("all", (Condition(field, "is", (value,)),)))


VIEWS: Mapping[str, Listing] = {
    "all": Listing(),
    "subscribed": _only("subscription", "SUBSCRIBED"),
    "unsubscribed": _only("subscription", "UNSUBSCRIBED"),
    "bounced": _only("health", "BOUNCED"),
    "inactive": _only("health", "INACTIVE"),
    "trash": Listing(deleted=True),
}
"""What each view shows."""

_ICONS = {
    "all": "users",
    "subscribed": "mail-check",
    "unsubscribed": "mail",
    "bounced": "triangle-alert",
    "inactive": "moon",
    "trash": "trash-2",
}


@component
def ViewPicker() -> Component:
    """The button that says what is looked at, and the views to turn to. What they count is read
    when it opens.
    """
    session, asked, labels = current_session(), use_asked(), use_labels()
    counts, set_counts = use_state(NO_COUNTS)

    async def read_counts() -> None:
        answer, _ = await asyncio.gather(
            session.client.run(load("contacts/count_views")), read_labels(session)
        )
        set_counts({view: found["totalCount"] for view, found in answer.items()})

    def turn(view: str) -> None:
        query = {**NO_FILTER, **query_of(view)}
        go(session, session.location.value.with_query(query).url)

    title = _title(asked)
    return Picker(
        Button(
            title,
            small=True,
            opens=True,
            attributes={"id": "view", "aria-label": t("View: {name}", name=title)},
        ),
        _groups(asked, labels, counts),
        id="views",
        label=t("Views"),
        placeholder=t("Find a view"),
        on_pick=turn,
        on_open=read_counts,
        key="views",
    )


def query_of(view: str) -> dict[str, str | None]:
    """Return the URL's parameters of a view; one that there is not shows everybody."""
    if view.startswith(LABEL):
        return {"label": view.removeprefix(LABEL)}
    listing = VIEWS.get(view, VIEWS["all"])
    return {**write_where(listing.where), "deleted": "1" if listing.deleted else None}


def view_words(view: str) -> str:
    """Return what a view is called."""
    return {
        "all": t("All contacts"),
        "subscribed": t("Subscribed"),
        "unsubscribed": t("Unsubscribed"),
        "bounced": t("Bounced"),
        "inactive": t("Inactive"),
        "trash": t("Trash"),
    }[view]


def _title(asked: Asked) -> str:
    return t("Trash") if asked.listing and asked.listing.deleted else t("All")


def _groups(asked: Asked, labels: Labels, counts: Counts) -> list[PickGroup]:
    listing = asked.listing or Listing()
    shown = (listing.where, listing.deleted)
    usual = PickGroup(
        "",
        tuple(
            Pick(
                view,
                view_words(view),
                hint=format_number(counts[view]) if view in counts else "",
                icon=_ICONS[view],
                chosen=(wanted.where, wanted.deleted) == shown,
            )
            for view, wanted in VIEWS.items()
        ),
    )
    own = PickGroup(
        t("Labels"),
        tuple(
            Pick(
                f"{LABEL}{label['id']}",
                label["name"],
                hint=format_number(label["contactCount"]),
                color=label["color"],
                chosen=listing == Listing(where=_labelled(label["id"])),
            )
            for label in labels
        ),
    )
    return [usual, own] if labels else [usual]


def _labelled(label_id: str) -> Group:
    return Group("all", (Condition("label", "all", (label_id,)),))
