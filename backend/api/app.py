"""What ``backend.asgi`` mounts: ``/graphql`` over its three transports, and the probes."""

from __future__ import annotations

from collections.abc import Iterable

from starlette.routing import BaseRoute, Route, WebSocketRoute

from backend.api.execution import Engine
from backend.api.health import healthz, readyz
from backend.api.http import HttpEndpoint
from backend.api.origins import Origins
from backend.api.sockets.endpoint import SocketEndpoint

PATH = "/graphql"


def graphql_routes(
    engine: Engine, *, public_url: str, allowed_origins: Iterable[str]
) -> list[BaseRoute]:
    """Return the routes of the API."""
    origins = Origins(public_url, allowed_origins)
    return [
        Route(PATH, HttpEndpoint(engine, origins), methods=["GET", "POST", "OPTIONS"]),
        WebSocketRoute(PATH, SocketEndpoint(engine, origins)),
        Route("/healthz", healthz),
        Route("/readyz", readyz),
    ]
