"""Menus: a button and its list of actions, opened by the browser at once, driven by arrows and
letters.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reactpy import html
from reactpy.core.vdom import Vdom
from reactpy.types import VdomDict

from frontend.components.elements import Child, Handler, classes, listener, merged
from frontend.components.icon import Icon
from frontend.components.kbd import Kbd

_menu = Vdom("carnet-menu")


@dataclass(frozen=True, slots=True)
class MenuItem:
    """One action of a menu: `on_click` or `href`. `checked` makes it a choice that is on or off."""

    label: str
    on_click: Handler | None = None
    href: str | None = None
    icon: str | None = None
    danger: bool = False
    disabled: bool = False
    checked: bool | None = None
    keys: str | None = None
    hint: str | None = None


class MenuSeparator:
    """A line between groups of a menu."""


@dataclass(frozen=True, slots=True)
class MenuHeading:
    """Words above a group of a menu."""

    label: str


MenuEntry = MenuItem | MenuSeparator | MenuHeading


def Menu(
    trigger: VdomDict, entries: Sequence[MenuEntry], *, id: str, align: str = "start"
) -> VdomDict:
    """Draw a menu behind its trigger, a `Button` or `IconButton`. `id` is unique on the page.

    It closes when an item is chosen, on Escape, on a click elsewhere. `align` is `start` or `end`.
    """
    trigger["attributes"] = {
        **trigger.get("attributes", {}),
        "aria-haspopup": "menu",
        "aria-controls": id,
        "aria-expanded": "false",
        "popovertarget": id,
    }
    return _menu(
        {"className": "menu-anchor", "data-align": align, "key": id},
        trigger,
        html.div(
            {"id": id, "className": "menu", "role": "menu", "popover": "auto"},
            *(_entry(entry, f"{id}-{number}") for number, entry in enumerate(entries)),
        ),
    )


def _entry(entry: MenuEntry, key: str) -> VdomDict:
    if isinstance(entry, MenuSeparator):
        return html.hr({"key": key, "className": "menu-separator", "role": "separator"})
    if isinstance(entry, MenuHeading):
        return html.p(
            {"key": key, "className": "menu-heading", "role": "presentation"}, entry.label
        )
    role = "menuitem" if entry.checked is None else "menuitemcheckbox"
    given = merged(
        None,
        key=key,
        role=role,
        tabIndex=-1,
        className=classes("menu-item", entry.danger and "menu-item-danger"),
        onClick=listener(entry.on_click),
        **{
            "aria-checked": None if entry.checked is None else str(entry.checked).lower(),
            "aria-disabled": "true" if entry.disabled else None,
        },
    )
    parts: list[Child] = [
        Icon("check", class_name="menu-check") if entry.checked is not None else None,
        Icon(entry.icon) if entry.icon else None,
        html.span(
            {"className": "menu-words"},
            html.span(entry.label),
            html.span({"className": "menu-hint"}, entry.hint) if entry.hint else None,
        ),
        Kbd(*entry.keys.split(" ")) if entry.keys else None,
    ]
    if entry.href is not None:
        return html.a({**given, "href": entry.href}, *parts)
    return html.button({**given, "type": "button", "disabled": entry.disabled}, *parts)
