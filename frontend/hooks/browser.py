"""What only the browser can do, asked of it by name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from frontend.session import Session, current_session


@dataclass(frozen=True, slots=True)
class Browser:
    """The window's browser. Methods return at once; the browser acts when the message arrives."""

    session: Session

    def post_form(self, url: str, fields: Mapping[str, str]) -> None:
        """Submit a form to our own origin and load what it answers. Cookies can only be set this
        way.
        """
        self.session.command("post", url=url, fields=dict(fields))

    def sign_in(self, session_ticket: str, *, then: str = "/") -> None:
        """Trade a `sessionTicket` for the session cookie, then open `then`."""
        self.post_form("/auth/session", {"ticket": session_ticket, "next": then})

    def sign_out(self) -> None:
        self.post_form("/auth/sign-out", {"next": "/sign-in"})

    def load(self, url: str) -> None:
        """Load a URL as a whole page: a download, another application, our own after a change of
        language.
        """
        self.session.command("load", url=url)

    def reload(self) -> None:
        """Load this page again, for what the first paint depends on: language, account."""
        self.session.command("reload")

    def focus(self, element_id: str, *, select: bool = False) -> None:
        """Move the focus to an element, once it is on the page."""
        self.session.command("focus", id=element_id, select=select)

    def scroll_to(self, element_id: str) -> None:
        """Bring an element into view with the least movement."""
        self.session.command("scroll", id=element_id)

    def copy(self, text: str) -> None:
        """Put text on the clipboard. Browsers allow it right after a click or a key."""
        self.session.command("copy", text=text)

    def set_theme(self, theme: str) -> None:
        """Show `light`, `dark` or the `system`'s theme at once, and remember it in this browser."""
        self.session.theme = theme
        self.session.command("theme", theme=theme)

    def set_locale(self, locale: str) -> None:
        """Remember a language in this browser and load the page anew in it."""
        self.session.command("locale", locale=locale)


def use_browser() -> Browser:
    """Return what this window's browser can be asked to do."""
    return Browser(current_session())
