"""The frame of the application, in its two looks, and the page inside it."""

from __future__ import annotations

from reactpy import component, html
from reactpy.types import Component, VdomDict

from frontend.components import Child, Skeleton, ToastRegion
from frontend.components.command_palette import CommandPalette
from frontend.components.shortcuts import ShortcutsHelp
from frontend.components.unsaved import LeaveQuestion
from frontend.errors import sign_in_url
from frontend.frame.navigation import Navigation
from frontend.hooks.effect import use_effect
from frontend.hooks.navigation import go, use_path, use_title
from frontend.hooks.viewer import use_viewer
from frontend.locale import t
from frontend.pages.contact_jobs.strips import JobStrips
from frontend.pages.not_found.page import NotFoundPage
from frontend.routes import Page
from frontend.session import current_session
from frontend.viewer import Viewer


@component
def App() -> VdomDict:
    """The whole interface of a window: the page of its path, in the frame that page asks for."""
    bare = is_bare(page_at(use_path()), use_viewer())
    body = html.div(
        {"className": "app-body", "key": "bare" if bare else "full"},
        html.main({"className": "page", "id": "page", "tabIndex": -1}, CurrentPage(key="page")),
    )
    return app_frame(bare, None if bare else Navigation(key="navigation"), body, live=True)


def is_bare(page: Page | None, viewer: Viewer | None) -> bool:
    """Tell whether a page stands alone: those that ask for it, and a lost stranger's."""
    return viewer is None if page is None else page.frame == "bare"


def app_frame(bare: bool, navigation: Child, body: VdomDict, *, live: bool) -> VdomDict:
    """Draw the frame; also used for the first paint, where nothing is live yet.

    It tells the browser by which clock the reader's days begin, once that is known.
    """
    session = current_session()
    clock = {"data-time-zone": session.time_zone} if session.viewer.value else {}
    return html.div(
        {"className": "app app-bare" if bare else "app", "key": "app", **clock},
        html.a({"className": "skip-link", "href": "#page"}, t("Skip to the content")),
        navigation,
        body,
        ToastRegion(key="toasts") if live else None,
        JobStrips(key="jobs") if live and not bare else None,
        CommandPalette(key="palette") if live and not bare else None,
        ShortcutsHelp(key="shortcuts") if live and not bare else None,
        LeaveQuestion(key="leaving") if live and not bare else None,
    )


@component
def CurrentPage() -> Component | VdomDict:
    """The page of the window's path; a signed-out visitor of a page that is not public goes to sign
    in.
    """
    path, viewer, session = use_path(), use_viewer(), current_session()
    page = page_at(path)
    kept_out = page is not None and not page.public and viewer is None

    @use_effect(dependencies=[kept_out])
    def leave() -> None:
        if kept_out:
            go(session, sign_in_url(session), replace=True)

    if page is None:
        return NotFoundPage(key="not-found")
    if kept_out:
        return Skeleton(page.skeleton, lines=8)
    return Titled(page, key=page.pattern)


@component
def Titled(page: Page) -> Component:
    """A page under its title; a page that knows a better one sets it itself afterwards."""
    use_title(page.title())
    return page.component()


def page_at(path: str) -> Page | None:
    """Return the page that answers a path."""
    found = current_session().registry.find(path)
    return found[0] if found else None
