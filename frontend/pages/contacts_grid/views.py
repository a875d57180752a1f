"""The views of the book, with how many contacts each shows: everybody, by subscription, the trash,
saved filters, labels.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from reactpy import component, use_state
from reactpy.types import Component

from frontend.components import Button, Pick, Picker, PickGroup
from frontend.hooks.navigation import go
from frontend.locale import current_locale, format_number, t
from frontend.operations import load
from frontend.pages.contact_filters.conditions import Condition, Group
from frontend.pages.contact_filters.segments import TEAM, Segments, use_segments
from frontend.pages.contact_parts.labels import Labels, read_labels, use_labels
from frontend.pages.contacts_grid.asked import SEGMENT, Asked, use_asked
from frontend.pages.contacts_grid.listing import Listing, write_where
from frontend.session import current_session

LABEL, SAVED = "label:", "segment:"
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

_VIEW_OF = {(listing.where, listing.deleted): view for view, listing in VIEWS.items()}

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
    session, asked, labels, segments = (
        current_session(),
        use_asked(),
        use_labels(),
        use_segments(),
    )
    counts, set_counts = use_state(NO_COUNTS)

    async def read_counts() -> None:
        answer, saved, _ = await asyncio.gather(
            session.client.run(load("contacts/count_views")),
            session.client.run(load("segments/count_segments")),
            read_labels(session),
        )
        own = {f"{SAVED}{s['id']}": s["contactCount"] for s in saved["segments"]}
        set_counts({**{view: found["totalCount"] for view, found in answer.items()}, **own})

    def turn(view: str) -> None:
        saved = next((s for s in segments if view == f"{SAVED}{s['id']}"), None)
        query = asked.opening(saved) if saved else {**asked.without, **query_of(view)}
        go(session, session.location.value.with_query(query).url)

    title = _title(asked, segments, labels)
    return Picker(
        Button(
            title,
            small=True,
            opens=True,
            attributes={"id": "view", "aria-label": t("View: {name}", name=title)},
        ),
        [
            _usual(asked, counts),
            *_saved(asked, segments, counts),
            *_labels(asked, labels),
        ],
        id="views",
        label=t("Views"),
        placeholder=t("Find a view"),
        on_pick=turn,
        on_open=read_counts,
        key="views",
    )


def query_of(view: str) -> dict[str, str | None]:
    """Return the URL's parameters of a view; one that there is not shows everybody."""
    if view.startswith(SAVED):
        return {SEGMENT: view.removeprefix(SAVED)}
    if view.startswith(LABEL):
        return {"label": view.removeprefix(LABEL)}
    listing = VIEWS.get(view, VIEWS["all"])
    return {**write_where(listing.where), "deleted": "1" if listing.deleted else None}


def view_words(view: str) -> str:
    """Return what a view is called."""
    return {
        "all": t("All contacts"),
        "subscribed": t("Subscribed", context="contacts"),
        "unsubscribed": t("Unsubscribed", context="contacts"),
        "bounced": t("Bounced", context="contacts"),
        "inactive": t("Inactive", context="contacts"),
        "trash": t("Trash"),
    }[view]


def _title(asked: Asked, segments: Segments, labels: Labels) -> str:
    open_now = next((s for s in segments if s["id"] == asked.segment_id), None)
    if open_now is not None:
        name: str = open_now["name"]
        return t("{name} (changed)", name=name) if asked.is_changed else name
    listing = asked.listing or Listing()
    view = "trash" if listing.deleted else _VIEW_OF.get((listing.where, False), "all")
    if view != "all":
        return view_words(view)
    chosen = _chosen_label(listing, labels)
    return chosen["name"] if chosen else t("All")


def _chosen_label(listing: Listing, labels: Labels) -> Mapping[str, Any] | None:
    """Return the label whose view this is."""
    if not listing.where.parts or listing.deleted:
        return None
    return next((x for x in labels if listing.where == _labelled(x["id"])), None)


def _usual(asked: Asked, counts: Counts) -> PickGroup:
    listing = asked.listing or Listing()
    chosen = "" if asked.segment_id else _VIEW_OF.get((listing.where, listing.deleted), "")
    return _usual_group(current_locale(), chosen, tuple(counts.get(view) for view in VIEWS))


@lru_cache(maxsize=256)
def _usual_group(_locale: str, chosen: str, counts: tuple[int | None, ...]) -> PickGroup:
    picks = [
        Pick(
            view,
            view_words(view),
            hint="" if count is None else format_number(count),
            icon=_ICONS[view],
            chosen=view == chosen,
        )
        for view, count in zip(VIEWS, counts, strict=True)
    ]
    return PickGroup("", tuple(picks))


def _saved(asked: Asked, segments: Segments, counts: Counts) -> Iterator[PickGroup]:
    for words, is_mine in ((t("My filters"), True), (t("The team’s filters"), False)):
        picks = [
            Pick(
                f"{SAVED}{segment['id']}",
                segment["name"],
                hint=_count(counts, f"{SAVED}{segment['id']}"),
                icon="users-round" if segment["visibility"] == TEAM else "bookmark",
                chosen=segment["id"] == asked.segment_id,
            )
            for segment in segments
            if segment["isMine"] is is_mine
        ]
        if picks:
            yield PickGroup(words, tuple(picks))


def _labels(asked: Asked, labels: Labels) -> Iterator[PickGroup]:
    listing = asked.listing or Listing()
    if not labels:
        return
    known = tuple((x["id"], x["name"], x["contactCount"], x["color"]) for x in labels)
    chosen = None if asked.segment_id else _chosen_label(listing, labels)
    yield _label_group(current_locale(), chosen["id"] if chosen else "", known)


@lru_cache(maxsize=256)
def _label_group(
    _locale: str, chosen: str, labels: tuple[tuple[str, str, int, str], ...]
) -> PickGroup:
    picks = [
        Pick(
            f"{LABEL}{label_id}",
            name,
            hint=format_number(count),
            color=color,
            chosen=label_id == chosen,
        )
        for label_id, name, count, color in labels
    ]
    return PickGroup(t("Labels"), tuple(picks))


def _count(counts: Counts, view: str) -> str:
    return format_number(counts[view]) if view in counts else ""


def _labelled(label_id: str) -> Group:
    return Group("all", (Condition("label", "all", (label_id,)),))
