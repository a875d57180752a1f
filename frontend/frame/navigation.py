"""The sidebar, which is a bar at the bottom on phones. It grows with the sections that pages
declare.
"""

from __future__ import annotations

from reactpy import component, html
from reactpy.types import VdomDict

from frontend.components import Avatar, Child, Icon, Kbd, classes
from frontend.frame.account_menu import AccountMenu
from frontend.frame.bell import Bell
from frontend.frame.sections import sections_of
from frontend.hooks.navigation import use_path
from frontend.hooks.viewer import use_viewer
from frontend.locale import t
from frontend.routes import Section
from frontend.session import current_session
from frontend.viewer import Viewer


@component
def Navigation() -> VdomDict:
    """The live navigation: it follows the window's path and the viewer."""
    return navigation(use_viewer(), use_path(), AccountMenu(key="account"))


def navigation(viewer: Viewer | None, path: str, account: Child = None) -> VdomDict:
    """Draw the navigation; also used for the first paint, before the socket and without the
    account's menu.
    """
    shown = sections_of(viewer)
    live = account is not None
    return html.aside(
        {"className": "sidebar", "id": "sidebar"},
        html.a(
            {"className": "brand", "href": current_session().registry.home},
            html.span({"className": "brand-mark", "aria-hidden": "true"}),
            html.span({"className": "brand-name"}, viewer.account.name if viewer else "Carnet"),
        ),
        html.button(
            {"className": "sidebar-search", "type": "button", "data-opens": "palette"},
            Icon("search"),
            html.span({"className": "sidebar-words"}, t("Search")),
            Kbd("Mod+K"),
        ),
        html.nav(
            {"className": "sections", "aria-label": t("Main navigation")},
            *(
                part
                for section in shown
                if section.place == "main"
                for part in _entries(section, path, live)
            ),
            html.span({"className": "sections-space", "aria-hidden": "true"}),
            Bell(key="bell") if live and viewer else None,
            *(_entry(section, path, live) for section in shown if section.place == "end"),
        ),
        account or (_who(viewer) if viewer else None),
    )


def _entries(section: Section, path: str, live: bool) -> list[Child]:
    below = section.below() if section.below and live else None
    return [_entry(section, path, live), *([below] if below else ())]


def _entry(section: Section, path: str, live: bool) -> VdomDict:
    here = path == section.href or path.startswith(section.href.rstrip("/") + "/")
    return html.a(
        {
            "key": section.id,
            "className": classes(
                "section-link",
                here and "section-here",
                not section.on_phones and "section-not-on-phones",
            ),
            "href": section.href,
            **({"aria-current": "page"} if here else {}),
        },
        Icon(section.icon),
        html.span({"className": "sidebar-words"}, section.label()),
        section.count() if section.count and live else None,
    )


def _who(viewer: Viewer) -> VdomDict:
    name = viewer.user.name or viewer.user.email
    return html.div(
        {"className": "sidebar-viewer", "title": viewer.user.email},
        Avatar(name, size=24),
        html.span({"className": "sidebar-words"}, name),
    )
