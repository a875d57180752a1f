"""What belongs to one browser window: its socket's credentials, place, words, toasts and event
targets.

A session lives as long as the socket. It travels in a context variable, which the tasks of the
window (rendering, event handlers, effects) inherit, so that `t()` and the hooks find it without
being handed it.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any

from frontend.client import Client
from frontend.location import Location
from frontend.routes import Registry
from frontend.store import Store
from frontend.toasts import Toasts
from frontend.viewer import Viewer

EventHandler = Callable[[dict[str, Any]], Awaitable[None] | None]
Command = dict[str, Any]


@dataclass(eq=False)
class Session:
    """The state of one window on the server."""

    client: Client
    location: Store[Location]
    registry: Registry = field(default_factory=Registry)
    locale: str = "en"
    time_zone: str = "UTC"
    theme: str = "system"
    viewer: Store[Viewer | None] = field(default_factory=lambda: Store[Viewer | None](None))
    toasts: Toasts = field(default_factory=Toasts)
    targets: dict[str, list[EventHandler]] = field(default_factory=dict)
    """Handlers by fixed event target; the last registered one answers."""
    followers: dict[str, list[EventHandler]] = field(default_factory=dict)
    """Who wants to know of changes, by what they are of (see `frontend.hooks.changes`)."""
    send: Callable[[Command], None] = lambda command: None
    """Queue a command for the browser (see `frontend.hooks.browser`)."""
    loading: int = 0
    """How many readings the page on screen waits for; a window that comes back is redrawn when
    there are none.
    """
    settled: Callable[[], None] = lambda: None
    """Told when the last of them ended."""

    @property
    def account_id(self) -> str:
        """Whose data this window may show; the first part of every key of a shared cache."""
        viewer = self.viewer.value
        return viewer.account.id if viewer else ""

    @property
    def reader(self) -> tuple[str, str]:
        """The account and the time zone that what is drawn depends on."""
        return (self.account_id, self.time_zone)

    def begin_loading(self) -> None:
        """Count a reading that the page cannot be drawn without."""
        self.loading += 1

    def end_loading(self) -> None:
        """Count it off, whether it brought something or failed."""
        self.loading -= 1
        if not self.loading:
            self.settled()

    def command(self, name: str, **values: Any) -> None:
        """Ask the browser to do something that markup cannot say: go somewhere, move the focus,
        submit a form.
        """
        self.send({"type": "command", "name": name, **values})

    def end(self, url: str) -> None:
        """Send the window to `url` for good: its socket is closed once it was told."""
        self.command("load", url=url, ends=True)


_current: ContextVar[Session] = ContextVar("frontend_session")


def activate(session: Session) -> None:
    """Make `session` the one of the current task and of the tasks it starts."""
    _current.set(session)


def current_session() -> Session:
    """Return the window's session. Raises LookupError outside of one."""
    return _current.get()


def session_or_none() -> Session | None:
    """Return the window's session, or None outside of one (fragments built ahead, tests, the shell
    page).
    """
    return _current.get(None)
