"""The filters above the list: what is filtered by now, and the menu to filter by more."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from reactpy import component, html
from reactpy.types import VdomDict

from frontend.components import Button, Chip, Menu, MenuHeading, MenuItem, MenuSeparator
from frontend.components.menu import MenuEntry
from frontend.hooks import use_store
from frontend.hooks.navigation import go
from frontend.locale import format_number, t
from frontend.pages.contact_parts.fields import Fields, use_fields
from frontend.pages.contact_parts.labels import Labels, use_labels
from frontend.pages.contact_parts.words import status_words
from frontend.pages.contacts_grid.listing import CUSTOM, STATUSES, Listing
from frontend.session import current_session

Change = Callable[[Listing], None]


@component
def Filters() -> VdomDict:
    """The line of filters; each is in the URL."""
    session, labels, fields = current_session(), use_labels(), use_fields()
    listing: Listing = use_store(session.location, lambda place: Listing.parse(place.query))

    def change(wanted: Listing) -> None:
        query = {**wanted.query(), "q": session.location.value.query.get("q"), "at": None}
        go(session, session.location.value.with_query(query).url)

    return html.div(
        {"className": "filters"},
        Menu(
            Button(t("Filter by"), icon="list-filter", small=True, keys="f"),
            _entries(listing, labels, change),
            id="filter-menu",
        ),
        html.div(
            {"className": "filters-sort"},
            Menu(
                Button(t("Sort"), icon="arrow-up-down", small=True),
                _sorts(listing, fields, change),
                id="sort-menu",
            ),
        ),
        html.ul(
            {"className": "filters-chosen", "aria-label": t("Filters")},
            *(html.li({"key": key}, chip) for key, chip in _chips(listing, labels, change)),
        ),
    )


def _sorts(listing: Listing, fields: Fields, change: Change) -> list[MenuEntry]:
    """Return the sorts; narrow screens have no header to click on."""
    words = {
        "given": t("Given name"),
        "family": t("Family name"),
        "company": t("Company"),
        "activity": t("Last activity"),
        "created": t("Created"),
        **{f"{CUSTOM}{field['id']}": field["name"] for field in fields},
    }
    return [
        MenuItem(
            words[sort],
            checked=sort == listing.sort,
            hint=_direction(listing) if sort == listing.sort else None,
            on_click=_sorting(sort, listing, change),
        )
        for sort in words
    ]


def _sorting(sort: str, listing: Listing, change: Change) -> Callable[[], None]:
    return lambda: change(listing.sorted_by(sort))


def _direction(listing: Listing) -> str:
    return t("Descending") if listing.descending else t("Ascending")


def _entries(listing: Listing, labels: Labels, change: Change) -> list[MenuEntry]:
    entries: list[MenuEntry] = [
        MenuItem(
            t("All contacts"),
            checked=not (listing.labels or listing.statuses or listing.deleted),
            on_click=lambda: change(replace(listing, labels=(), statuses=(), deleted=False)),
        ),
        MenuHeading(t("Subscription status")),
        *(_status_entry(status, listing, change) for status in STATUSES),
    ]
    if labels:
        entries.append(MenuHeading(t("Labels")))
        entries += [
            MenuItem(
                label["name"],
                hint=format_number(label["contactCount"]),
                checked=label["id"] in listing.labels,
                color=label["color"],
                stays=True,
                on_click=_label_toggle(label["id"], listing, change),
            )
            for label in labels
        ]
    entries += [
        MenuSeparator(),
        MenuItem(
            t("Deleted in the last 30 days"),
            checked=listing.deleted,
            on_click=lambda: change(replace(listing, deleted=not listing.deleted)),
        ),
    ]
    return entries


def _status_entry(status: str, listing: Listing, change: Change) -> MenuItem:
    return MenuItem(
        status_words(status),
        checked=status in listing.statuses,
        stays=True,
        on_click=lambda: change(replace(listing, statuses=_toggled(listing.statuses, status))),
    )


def _label_toggle(label_id: str, listing: Listing, change: Change) -> Callable[[], None]:
    return lambda: change(replace(listing, labels=_toggled(listing.labels, label_id)))


def _chips(listing: Listing, labels: Labels, change: Change) -> list[tuple[str, VdomDict]]:
    by_id = {label["id"]: label for label in labels}
    chips = []
    for label_id in listing.labels:
        label = by_id.get(label_id, {"name": "…", "color": "GRAY"})
        toggle = _label_toggle(label_id, listing, change)
        chips.append((label_id, Chip(label["name"], color=label["color"], on_remove=toggle)))
    for status in listing.statuses:
        entry = _status_entry(status, listing, change)
        chips.append((status, Chip(entry.label, dot=False, on_remove=entry.on_click)))
    if listing.deleted:
        keep = replace(listing, deleted=False)
        chip = Chip(t("Deleted in the last 30 days"), dot=False, on_remove=lambda: change(keep))
        chips.append(("deleted", chip))
    return chips


def _toggled(chosen: tuple[str, ...], value: str) -> tuple[str, ...]:
    if value in chosen:
        return tuple(other for other in chosen if other != value)
    return (*chosen, value)
