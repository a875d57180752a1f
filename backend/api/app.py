"""What ``backend.asgi`` mounts: ``/graphql`` over its three transports, sign-in, and the probes."""

from __future__ import annotations

from starlette.requests import HTTPConnection
from starlette.routing import BaseRoute, Route, WebSocketRoute

from backend.accounts.authenticator import AccountsAuthenticator
from backend.accounts.http import session_routes
from backend.api.execution import Engine
from backend.api.health import Readiness, healthz
from backend.api.http import HttpEndpoint
from backend.api.in_process import InProcess
from backend.api.origins import Origins
from backend.api.schema import carnet_schema
from backend.api.sockets.endpoint import SocketEndpoint
from backend.core.settings import Settings

PATH = "/graphql"


class Api:
    """The schema, ready to be reached: ``routes`` from outside, ``pages`` from this process."""

    def __init__(self, chosen: Settings) -> None:
        self._origins = Origins(chosen.public_url, chosen.allowed_origins)
        self._engine = Engine(
            carnet_schema(),
            AccountsAuthenticator(),
            points_per_minute=chosen.api_points_per_minute,
        )
        self.pages = InProcess(self._engine)

    @property
    def routes(self) -> list[BaseRoute]:
        """The routes of the API, to be put before those of the pages."""
        http = HttpEndpoint(self._engine, self._origins)
        sockets = SocketEndpoint(self._engine, self._origins)
        return [
            Route(PATH, http.serve, methods=["GET", "POST", "OPTIONS"]),
            WebSocketRoute(PATH, sockets.serve),
            *session_routes(self.trusts),
            Route("/healthz", healthz),
            Route("/readyz", Readiness().answer),
        ]

    def trusts(self, connection: HTTPConnection) -> bool:
        """Whether a request may use its cookie: it comes from a page of ours, or from no page."""
        return self._origins.trusts(connection)

    async def finish(self) -> None:
        """Wait for operations that still run; called before the database is closed."""
        await self._engine.finish()

    def close(self) -> None:
        """Stop what runs in the background; called before the database is closed."""
        self._engine.close()
