"""The interface as one mountable ASGI application: shell page, window socket, files."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from reactpy.types import Component
from starlette.routing import Mount, Route, Router, WebSocketRoute
from starlette.types import ASGIApp

from frontend import assets
from frontend.client import Execute, Subscribe
from frontend.elements import make_fast
from frontend.frame.frame import App
from frontend.routes import Registry
from frontend.routes import registry as discovered
from frontend.shell import Shell
from frontend.socket import WindowSocket

SOCKET_PATH = "/window"
make_fast()


def create_frontend(
    execute: Execute,
    subscribe: Subscribe,
    *,
    registry: Registry | None = None,
    root: Callable[[], Component] = App,
    allowed_origins: Iterable[str] = (),
) -> ASGIApp:
    """Return the interface, to be mounted at `/` behind the API's own routes: it answers every
    other GET.

    `registry` says which places there are, by default those of `frontend/pages`. `root` is the
    component of a window; any other than `App` is shown at every place. `execute` and `subscribe`
    run GraphQL documents for a browser's `Credentials`. `allowed_origins` names origins besides the
    server's own that may open the window socket, e.g. `https://carnet.example.org` behind a proxy
    that does not keep the Host header.
    """
    places = registry if registry is not None else discovered()
    socket = WindowSocket(execute, subscribe, root, places, allowed_origins=allowed_origins)
    shell = Shell(execute, subscribe, places, SOCKET_PATH, answers_everywhere=root is not App)
    return Router(
        [
            WebSocketRoute(SOCKET_PATH, socket.serve),
            Mount(assets.PREFIX, routes=[Route("/{digest}/{name:path}", assets.serve)]),
            Route("/{path:path}", shell.page, methods=["GET"]),
        ]
    )
