"""Where a visitor goes once they are in."""

from __future__ import annotations

from urllib.parse import quote

from frontend.hooks import Browser, use_navigate, use_url_state, use_viewer
from frontend.hooks.effect import use_effect
from frontend.session import current_session

START = "/"


def local_place(url: str) -> str:
    """Return a place of ours that may be gone to from outside, else the start.

    A link like `/sign-in?next=//elsewhere.example.org` must not lead a visitor away.
    """
    inside = url.startswith("/") and not url.startswith(("//", "/\\")) and url.isprintable()
    return url if inside else START


def use_next() -> str:
    """Return where the URL says to go after the door (`?next=…`)."""
    wanted, _ = use_url_state("next", START)
    return local_place(wanted)


def with_next(path: str, then: str) -> str:
    """Return the URL of another door that leads on to the same place."""
    return path if then == START else f"{path}?next={quote(then, safe='')}"


def use_pass_through(then: str) -> bool:
    """Send who is signed in already on their way; True while that happens."""
    signed_in = use_viewer() is not None
    navigate = use_navigate()
    place = current_session().registry.home if then == START else then

    @use_effect(dependencies=[signed_in, place])
    def pass_through() -> None:
        if signed_in:
            navigate(place, replace=True)

    return signed_in


def enter(browser: Browser, session_ticket: str | None) -> None:
    """Open the session of a ticket; without one, signing in takes a code as well."""
    if session_ticket is None:
        browser.load("/sign-in?changed=1")
    else:
        browser.sign_in(session_ticket, then=START)
