"""The HTML page that every place of the interface begins with.

It paints the frame and the outline of the page at once, in the reader's language and theme; the
client then opens the socket and draws the live page over it. There is no inline script or style, so
the policy allows none.
"""

from __future__ import annotations

from html import escape
from typing import Any

import orjson
from reactpy import html
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response

from frontend import assets
from frontend.client import Client, Execute, Subscribe
from frontend.components import Skeleton
from frontend.errors import log_error, sign_in_url
from frontend.fragments import wire_model
from frontend.frame.frame import app_frame, is_bare, page_at
from frontend.frame.navigation import navigation
from frontend.hooks.viewer import refresh_viewer
from frontend.locale import t
from frontend.location import Location, is_too_long
from frontend.markup import to_html
from frontend.preferences import preferences_of
from frontend.routes import Registry
from frontend.session import Session, activate
from frontend.socket import credentials_of
from frontend.store import Store

POLICY = (
    "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; "
    "connect-src 'self'; font-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; "
    "frame-ancestors 'none'"
)
HEADERS = {
    "content-security-policy": POLICY,
    "cache-control": "no-store",
    "referrer-policy": "same-origin",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "cross-origin-opener-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=()",
}


class Shell:
    """The endpoint of every place: the first paint, or the way to the sign-in page."""

    def __init__(
        self,
        execute: Execute,
        subscribe: Subscribe,
        registry: Registry,
        socket_path: str,
        *,
        answers_everywhere: bool = False,
    ) -> None:
        self._answers_everywhere = answers_everywhere
        self._registry = registry
        self._execute = execute
        self._subscribe = subscribe
        self._socket_path = socket_path

    async def page(self, request: Request) -> Response:
        """Answer a request for a place."""
        url = f"{request.url.path}?{request.url.query}"
        if is_too_long(url):
            return PlainTextResponse("This address is too long.", status_code=414, headers=HEADERS)
        location = Location.parse(url)
        session = Session(
            client=Client(credentials_of(request), self._execute, self._subscribe),
            location=Store(location),
            registry=self._registry,
        )
        activate(session)
        try:
            viewer = await refresh_viewer(session)
        except Exception as error:
            log_error(error)
            viewer = None
        preferences = preferences_of(request, viewer)
        session.locale, session.theme = preferences.locale, preferences.theme
        page = page_at(location.path)
        if page is None and location.path == "/" and self._registry.home != "/":
            return RedirectResponse(self._registry.home, status_code=303, headers=HEADERS)
        if page is not None and not page.public and viewer is None:
            return RedirectResponse(sign_in_url(session), status_code=303, headers=HEADERS)
        found = page is not None or self._answers_everywhere
        return HTMLResponse(
            self.document(session), status_code=200 if found else 404, headers=HEADERS
        )

    def document(self, session: Session) -> str:
        """Return the page for a session's place."""
        location = session.location.value
        page = page_at(location.path)
        bare = is_bare(page, session.viewer.value)
        outline = Skeleton(page.skeleton if page else "text", lines=8)
        body = html.div(
            {"className": "app-body"},
            html.main({"className": "page", "id": "page", "tabIndex": -1}, outline),
        )
        frame = app_frame(
            bare,
            None if bare else navigation(session.viewer.value, location.path),
            body,
            live=False,
        )
        settings = orjson.dumps(
            {
                "socket": self._socket_path,
                "words": client_words(),
                "islands": assets.url(assets.ISLANDS),
            }
        ).decode()
        return DOCUMENT.format(
            locale=escape(session.locale),
            theme=escape(session.theme),
            title=escape(page.title() if page else t("Not found")),
            stylesheet=assets.url("carnet.css"),
            boot=assets.url(assets.CLIENT),
            icon=assets.url("icon.svg"),
            preloads="".join(f'<link rel="modulepreload" href="{url}">' for url in _modules()),
            settings=escape(settings),
            frame=to_html(wire_model(frame)),
        )


DOCUMENT = """<!doctype html>
<html lang="{locale}" data-theme="{theme}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="color-scheme" content="light dark">
<title>{title}</title>
<link rel="icon" href="{icon}" type="image/svg+xml">
<link rel="stylesheet" href="{stylesheet}">
{preloads}
<script type="module" src="{boot}"></script>
</head>
<body>
<div id="app" data-settings="{settings}">{frame}</div>
<noscript><p class="noscript">Carnet needs JavaScript.</p></noscript>
</body>
</html>
"""


def _modules() -> list[str]:
    """Return the URLs of the modules that the first drawing needs, to be fetched side by side."""
    preact = (f"preact/{name}" for name in assets.preact_modules())
    return [assets.url(name) for name in (assets.CLIENT, *preact)]


def client_words() -> dict[str, Any]:
    """Return the words that the client itself says, when the server cannot."""
    return {
        "reconnecting": t("Reconnecting…"),
        "offline": t("You are offline. What you type is kept."),
        "back": t("Connected again."),
        "retry": t("Try now"),
        "now": t("just now"),
    }
