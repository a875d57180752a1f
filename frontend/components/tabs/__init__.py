"""Tabs: links to the parts of a page, moved among with the arrow keys."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reactpy import html
from reactpy.core.vdom import Vdom
from reactpy.types import VdomDict

from frontend.components.elements import Child
from frontend.components.icon import Icon
from frontend.locale import format_number

_tabs = Vdom("carnet-tabs")


@dataclass(frozen=True, slots=True)
class Tab:
    """One tab: a link, with an icon and a count where they help. `keys` gives it a shortcut."""

    id: str
    label: str
    href: str
    icon: str | None = None
    count: int | Child = None
    keys: str | None = None


def Tabs(tabs: Sequence[Tab], *, selected: str, label: str) -> VdomDict:
    """Draw tabs whose state is in the URL: each is a link, Back works. `label` names the row for
    screen readers.
    """
    return _tabs(
        html.nav(
            {"className": "tabs", "aria-label": label},
            *(
                html.a(
                    {
                        "key": tab.id,
                        "className": "tab",
                        "href": tab.href,
                        **({"data-keys": tab.keys} if tab.keys else {}),
                        **({"aria-current": "page"} if tab.id == selected else {}),
                    },
                    Icon(tab.icon) if tab.icon else None,
                    html.span(tab.label),
                    html.span(
                        {"className": "tab-count"},
                        format_number(tab.count) if isinstance(tab.count, int) else tab.count,
                    )
                    if tab.count is not None
                    else None,
                )
                for tab in tabs
            ),
        )
    )
