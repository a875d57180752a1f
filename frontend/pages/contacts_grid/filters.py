"""The bar above the list: which contacts it shows, as a sentence that one can change."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic
from typing import NamedTuple

from reactpy import component, html, use_ref, use_state
from reactpy.types import Component, VdomDict

from frontend.components import Button, Menu, MenuItem, Notice, Picker
from frontend.components.menu import MenuEntry
from frontend.events import GarbledEvent
from frontend.hooks import use_store
from frontend.hooks.navigation import go
from frontend.locale import t
from frontend.location import is_too_long
from frontend.pages.contact_filters.chip import FilterChip
from frontend.pages.contact_filters.conditions import Condition, Group, Match, conditions_of
from frontend.pages.contact_filters.editor import ConditionEditor
from frontend.pages.contact_filters.fields import Shape, operators_of
from frontend.pages.contact_filters.jobs import use_jobs_of
from frontend.pages.contact_filters.names import Names, use_names
from frontend.pages.contact_filters.picks import field_groups
from frontend.pages.contact_filters.segments import segments_of
from frontend.pages.contact_parts.fields import Fields, use_fields
from frontend.pages.contacts_grid.asked import (
    NO_FILTER,
    Asked,
    asked_of,
    use_asked,
    use_listing,
)
from frontend.pages.contacts_grid.contact_list import ContactList
from frontend.pages.contacts_grid.listing import CUSTOM, Listing
from frontend.pages.contacts_grid.saving import SavedFilter
from frontend.pages.contacts_grid.views import ViewPicker
from frontend.session import Session, current_session

ADD = "add-filter"
DOUBLE_CLICK_SECONDS = 0.4


class Editing(NamedTuple):
    """The condition in the editor, its place in the filter, and what the editor stands under."""

    condition: Condition
    place: int
    anchor: str


NOT_EDITING: Editing | None = None


@component
def Filters(contacts: ContactList) -> VdomDict:
    """The view, the conditions, and what is done with them; all of it is in the URL."""
    return html.div(
        {"className": "filters", "role": "group", "aria-label": t("Filters")},
        ViewPicker(key="view"),
        Conditions(key="conditions"),
        SavedFilter(contacts, key="saved"),
        SortMenu(key="sort"),
    )


@component
def FilterNotice() -> VdomDict | None:
    """Says that the link's filter says nothing, above the list without it."""
    session, asked = current_session(), use_asked()
    if not asked.problem:
        return None
    words = t("This filter could not be read. The list is shown without it.")
    if asked.problem == "gone":
        words = t("This saved filter is gone, or not shared with you.")

    def clear() -> None:
        go(session, session.location.value.with_query(NO_FILTER).url, replace=True)

    return html.div(
        {"className": "filters-notice"},
        Notice(
            words,
            kind="warning",
            action=Button(t("Clear the filter"), small=True, on_click=clear),
        ),
    )


@component
def Conditions() -> VdomDict:
    """The conditions of the list and the ways to others."""
    session, asked, fields = current_session(), use_asked(), use_fields()
    saved: bool = use_store(segments_of(session), bool)
    editing, set_editing = use_state(NOT_EDITING)
    is_filtered = bool(asked.listing and asked.listing.where.parts)
    names = use_names(needed=is_filtered or editing is not None)
    removed = use_ref((0, 0.0))
    where = names.typed(asked.listing.where if asked.listing else Group())
    use_jobs_of(conditions_of(where))

    def change(wanted: Group, focus: str = ADD) -> None:
        if _turn(session, asked, wanted):
            set_editing(None)
            session.command("focus", id=focus)

    def pick(field: str) -> None:
        place = len(where.parts)
        new, shape = _begun(field)
        if shape == "nothing":
            change(where.with_part(place, new))
        else:
            set_editing(Editing(new, place, ADD))

    def apply(condition: Condition) -> None:
        if editing is not None:
            change(where.with_part(editing.place, condition), focus=editing.anchor)

    def edit(condition: Condition, place: int) -> Callable[[], None]:
        return lambda: set_editing(Editing(condition, place, _chip_id(place)))

    def close() -> None:
        # A click on another chip closes this editor too, and may be told first.
        set_editing(lambda shown: None if shown == editing else shown)

    def remove(place: int) -> Callable[[], None]:
        def act() -> None:
            # The next chip moves under the pointer: a double click is one wish, not two.
            before, removed.current = removed.current, (place, monotonic())
            if before[0] != place or monotonic() - before[1] > DOUBLE_CLICK_SECONDS:
                change(where.with_part(place, None), focus=_near(where, place))

        return act

    return html.div(
        {"className": "conditions"},
        _joining(where, change),
        html.ul(
            {"className": "conditions-list", "key": "list"},
            *(
                FilterChip(
                    part,
                    names,
                    id=_chip_id(place),
                    is_open=_is_edited(editing, place),
                    on_edit=edit(part, place) if isinstance(part, Condition) else None,
                    on_remove=remove(place),
                )
                for place, part in enumerate(where.parts)
            ),
        ),
        Picker(
            Button(
                t("Filter"),
                icon="plus",
                small=True,
                variant="ghost",
                keys="f",
                attributes={"id": ADD},
            ),
            field_groups(fields, saved=saved),
            id="filter-fields",
            label=t("Filter by"),
            placeholder=t("Filter by…"),
            on_pick=pick,
            key="add",
        ),
        _editor(editing, names, apply, close),
    )


def _turn(session: Session, asked: Asked, where: Group) -> bool:
    """Turn to another filter; tell whether its address is short enough for that."""
    url = session.location.value.with_query(asked.query(where)).url
    if is_too_long(url):
        session.toasts.show(t("This filter is too long for a link."), kind="error")
        return False
    go(session, url)
    return True


def _editor(
    editing: Editing | None,
    names: Names,
    apply: Callable[[Condition], None],
    close: Callable[[], None],
) -> Component | None:
    if editing is None:
        return None
    return ConditionEditor(
        editing.condition,
        names,
        anchor=editing.anchor,
        on_apply=apply,
        on_close=close,
        key=f"{editing.anchor}:{editing.condition.field}",
    )


def _is_edited(editing: Editing | None, place: int) -> bool:
    return editing is not None and editing.anchor == _chip_id(place)


def _begun(field: str) -> tuple[Condition, Shape]:
    """Return what is asked of a field first, and what is needed for it."""
    for operator, shape in operators_of(field).items():
        return Condition(field, operator), shape
    raise GarbledEvent(f"{field} is no field")


def _near(where: Group, place: int) -> str:
    """Return the id of what gets the focus when a chip goes."""
    return _chip_id(max(0, place - 1)) if len(where.parts) > 1 else ADD


def _chip_id(place: int) -> str:
    return f"condition-{place}"


def _joining(where: Group, change: Callable[[Group], None]) -> VdomDict | None:
    """Return the switch between "all of" and "any of", where there is something to join."""
    if len(where.parts) < 2:
        return None
    words: dict[Match, str] = {"all": t("All of"), "any": t("Any of")}
    return html.div(
        {"key": "joining", "className": "joining", "role": "group", "aria-label": t("Match")},
        *(
            html.button(
                {
                    "key": match,
                    "id": f"match-{match}",
                    "type": "button",
                    "className": "joining-choice",
                    "aria-pressed": str(where.match == match).lower(),
                    "onClick": _joins(where, match, change),
                },
                words[match],
            )
            for match in words
        ),
    )


def _joins(where: Group, match: Match, change: Callable[..., None]) -> Callable[..., None]:
    return lambda _: change(where.joined(match), focus=f"match-{match}")


@component
def SortMenu() -> VdomDict:
    """The sorts; narrow screens have no header to click on."""
    session, listing, fields = current_session(), use_listing(), use_fields()

    def change(sort: str) -> None:
        query = asked_of(session).value.sorted_query(listing.sorted_by(sort))
        go(session, session.location.value.with_query(query).url)

    return html.div(
        {"className": "filters-sort"},
        Menu(
            Button(t("Sort"), icon="arrow-up-down", small=True, variant="ghost"),
            _sorts(listing, fields, change),
            id="sort-menu",
        ),
    )


def _sorts(listing: Listing, fields: Fields, change: Callable[[str], None]) -> list[MenuEntry]:
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
            on_click=_sorting(sort, change),
        )
        for sort in words
    ]


def _sorting(sort: str, change: Callable[[str], None]) -> Callable[[], None]:
    return lambda: change(sort)


def _direction(listing: Listing) -> str:
    return t("Descending") if listing.descending else t("Ascending")
