"""The URL as state: where the window is, and going elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from frontend.hooks.effect import use_effect
from frontend.hooks.state import use_store
from frontend.location import Location, match
from frontend.session import Session, current_session


class Navigate(Protocol):
    """The function that moves the window."""

    def __call__(self, url: str, *, replace: bool = False) -> None: ...


class SetUrlState(Protocol):
    """The function that keeps a value in the URL."""

    def __call__(self, value: str | None, *, push: bool = False) -> None: ...


def go(session: Session, url: str, *, replace: bool = False) -> None:
    """Move the window to a place of the interface and tell the browser's address bar."""
    location = Location.parse(url)
    session.command("navigate", url=location.url, replace=replace)
    session.location.set(location)


def use_navigate() -> Navigate:
    """Return `navigate(url, replace=False)`: go to another place without loading a page.

    Plain links (`html.a({"href": "/contacts"})`) do the same by themselves, in fragments too.
    """
    session = current_session()

    def navigate(url: str, *, replace: bool = False) -> None:
        go(session, url, replace=replace)

    return navigate


def use_location() -> Location:
    """Return the whole location; renders again on any change of it. Prefer `use_url_state` and
    `use_params`.
    """
    location: Location = use_store(current_session().location)
    return location


def use_path() -> str:
    """Return the path; renders again when it changes, not when the query does."""
    path: str = use_store(current_session().location, lambda location: location.path)
    return path


def use_params(pattern: str) -> dict[str, str]:
    """Return the parameters of the path under `pattern`, empty when the window is elsewhere."""
    return match(pattern, use_path()) or {}


def use_url_state(name: str, default: str = "") -> tuple[str, SetUrlState]:
    """Keep a string in the URL's query: filter, sort, open card, tab. Returns `(value, set_value)`.

    Only components that use this name render again when it changes. Setting the default (or None)
    takes the name out of the URL. `push=True` makes a step for the Back button; otherwise the
    present step is replaced.
    """
    session = current_session()
    value: str = use_store(session.location, lambda location: location.query.get(name, default))

    def set_value(value: str | None, *, push: bool = False) -> None:
        kept = None if value is None or value == default else value
        go(session, session.location.value.with_query({name: kept}).url, replace=not push)

    return value, set_value


def use_title(title: str) -> None:
    """Name the window (the browser's tab and the screen reader's first word) while the component is
    shown.
    """
    session = current_session()

    @use_effect(dependencies=[title])
    def name_window() -> Callable[[], None] | None:
        session.command("title", text=title)
        return None
