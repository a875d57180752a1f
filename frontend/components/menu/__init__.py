"""Menus: a button and its list of actions, opened by the browser at once, driven by arrows and
letters.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, fields
from operator import attrgetter
from typing import Any

from reactpy import component, html
from reactpy.core.vdom import Vdom
from reactpy.types import Component, VdomDict

from frontend.components.chip import ColorDot
from frontend.components.elements import Child, Handler, classes, listener, merged
from frontend.components.icon import Icon
from frontend.components.kbd import Kbd
from frontend.fragments import fragment, target
from frontend.hooks.target import use_target

_menu = Vdom("carnet-menu")


@dataclass(frozen=True, slots=True)
class MenuItem:
    """One action of a menu: `on_click` or `href`. `checked` makes it a choice that is on or off;
    one that `stays` leaves the menu open, one that `leaves` has the server load another page.
    `color` draws the dot of a label colour.
    """

    label: str
    on_click: Handler | None = None
    href: str | None = None
    icon: str | None = None
    danger: bool = False
    disabled: bool = False
    checked: bool | None = None
    keys: str | None = None
    hint: str | None = None
    color: str | None = None
    stays: bool = False
    leaves: bool = False
    class_name: str = ""


@dataclass(frozen=True, slots=True)
class MenuSeparator:
    """A line between groups of a menu."""


@dataclass(frozen=True, slots=True)
class MenuHeading:
    """Words above a group of a menu."""

    label: str


MenuEntry = MenuItem | MenuSeparator | MenuHeading


def Menu(
    trigger: VdomDict, entries: Sequence[MenuEntry], *, id: str, align: str = "start"
) -> Component:
    """Draw a menu behind its trigger, a `Button` or `IconButton`. `id` is unique on the page.

    It closes when an item is chosen, on Escape, on a click elsewhere. `align` is `start` or `end`.
    """
    return _Menu(trigger, entries, id, align, key=id)


@component
def _Menu(trigger: VdomDict, entries: Sequence[MenuEntry], id: str, align: str) -> VdomDict:
    """A trigger, and entries that are drawn once for every window that has the same."""
    use_menu(id, entries)
    return menu_markup(trigger, entries, id=id, align=align)


def use_menu(id: str, entries: Sequence[MenuEntry]) -> None:
    """Answer the choices of a menu that a fragment draws with `menu_markup`."""
    use_menus(id, lambda _: entries)


def use_menus(family: str, entries_of: Callable[[str], Sequence[MenuEntry]]) -> None:
    """Answer the choices of all menus that fragments draw with `menu_markup` as one family:
    `entries_of` returns the entries of the menu that is `about` something.
    """

    async def choose(event: Mapping[str, Any]) -> None:
        chosen = event["currentTarget"]["dataset"]
        entries = {
            str(place): entry for place, entry in enumerate(entries_of(chosen.get("about", "")))
        }
        entry = entries.get(chosen.get("entry", ""))
        if isinstance(entry, MenuItem) and entry.on_click is not None and not entry.disabled:
            await listener(entry.on_click)(event)

    use_target(_chosen(family), choose)


def menu_markup(
    trigger: VdomDict,
    entries: Sequence[MenuEntry],
    *,
    id: str,
    align: str = "start",
    family: str = "",
    about: str = "",
) -> VdomDict:
    """Draw a menu whose choices `use_menu` answers, or `use_menus` for one of a family; what its
    entries do is not looked at.
    """
    opener = {
        "aria-haspopup": "menu",
        "aria-controls": id,
        "aria-expanded": "false",
        "popovertarget": id,
    }
    trigger["attributes"] = {**trigger.get("attributes", {}), **opener}
    return _menu(
        {"className": "menu-anchor", "data-align": align},
        trigger,
        _entries(id, _chosen(family or id), about, entries),
    )


def _chosen(menu_id: str) -> str:
    return f"{menu_id}:choose"


_face_of = attrgetter(*(part.name for part in fields(MenuItem) if part.name != "on_click"))
"""What an item looks like, whatever it does."""


def _looks(menu_id: str, chosen: str, about: str, entries: Sequence[MenuEntry]) -> Hashable:
    faces = [_face_of(entry) if isinstance(entry, MenuItem) else entry for entry in entries]
    return menu_id, chosen, about, tuple(faces)


@fragment(version=_looks)
def _entries(menu_id: str, chosen: str, about: str, entries: Sequence[MenuEntry]) -> VdomDict:
    return html.div(
        {"id": menu_id, "className": "menu", "role": "menu", "popover": "auto"},
        *(_entry(entry, str(number), chosen, about) for number, entry in enumerate(entries)),
    )


def _entry(entry: MenuEntry, number: str, chosen: str, about: str) -> VdomDict:
    if isinstance(entry, MenuSeparator):
        return html.hr({"key": number, "className": "menu-separator", "role": "separator"})
    if isinstance(entry, MenuHeading):
        return html.p(
            {"key": number, "className": "menu-heading", "role": "presentation"}, entry.label
        )
    given = merged(
        None,
        key=number,
        role="menuitem" if entry.checked is None else "menuitemcheckbox",
        tabIndex=-1,
        className=classes("menu-item", entry.danger and "menu-item-danger", entry.class_name),
        onClick=target(chosen),
        **{
            "data-entry": number,
            "data-about": about or None,
            "data-stays": "" if entry.stays else None,
            "data-leaves": "" if entry.leaves else None,
            "aria-checked": None if entry.checked is None else str(entry.checked).lower(),
            "aria-disabled": "true" if entry.disabled else None,
        },
    )
    parts: list[Child] = [
        Icon("check", class_name="menu-check") if entry.checked is not None else None,
        Icon(entry.icon) if entry.icon else None,
        ColorDot(entry.color) if entry.color else None,
        html.span(
            {"className": "menu-words"},
            html.span(entry.label),
            html.span({"className": "menu-hint"}, entry.hint) if entry.hint else None,
        ),
        Kbd(*entry.keys.split(" ")) if entry.keys else None,
    ]
    if entry.href is not None:
        return html.a({**given, "href": entry.href}, *parts)
    return html.button({**given, "type": "button", "disabled": entry.disabled or None}, *parts)
