"""What ``backend.asgi`` mounts: ``/graphql`` over its three transports, sign-in, and the probes."""

from __future__ import annotations

from starlette.middleware import Middleware
from starlette.requests import HTTPConnection
from starlette.routing import BaseRoute, Route, WebSocketRoute

from backend.accounts.authenticator import AccountsAuthenticator
from backend.accounts.http import session_routes
from backend.api.callers import new_request_id
from backend.api.execution import Engine
from backend.api.health import Readiness, healthz
from backend.api.http import METHODS, EndpointFirst, HttpEndpoint
from backend.api.in_process import InProcess
from backend.api.origins import Origins
from backend.api.plans.plans import Plans
from backend.api.presented import credentials_of
from backend.api.schema import carnet_schema
from backend.api.sockets.endpoint import SocketEndpoint
from backend.billing.http import billing_routes
from backend.campaigns.http import campaign_routes
from backend.campaigns.reader_http import reader_routes
from backend.core.permissions import Actor
from backend.core.settings import Settings
from backend.exports.http import export_routes
from backend.files.http import file_routes
from backend.google.http import google_routes
from backend.imports.http import import_routes
from backend.inbox.http import inbox_routes
from backend.privacy.http import privacy_routes
from backend.tasks.http import calendar_routes

PATH = "/graphql"


class Api:
    """The schema, ready to be reached: ``routes`` from outside, ``pages`` from this process."""

    def __init__(self, chosen: Settings) -> None:
        self._origins = Origins(chosen.public_url, chosen.allowed_origins)
        self._authenticator = AccountsAuthenticator()
        self._engine = Engine(
            carnet_schema(),
            self._authenticator,
            points_per_minute=chosen.api_points_per_minute,
            plans=chosen.plans,
        )
        self._http = HttpEndpoint(self._engine, self._origins)
        self.pages = InProcess(self._engine)

    @property
    def routes(self) -> list[BaseRoute]:
        """The routes of the API, to be put before those of the pages."""
        sockets = SocketEndpoint(self._engine, self._origins)
        return [
            Route(PATH, self._http, methods=METHODS),
            WebSocketRoute(PATH, sockets.serve),
            *session_routes(self.trusts),
            *export_routes(self.identify),
            *file_routes(self.identify, self.trusts),
            *import_routes(self.identify, self.trusts),
            *google_routes(self.identify),
            *calendar_routes(),
            *inbox_routes(self.identify),
            *campaign_routes(self.identify),
            *billing_routes(self.identify),
            *reader_routes(),
            *privacy_routes(self.identify),
            Route("/healthz", healthz),
            Route("/readyz", Readiness().answer),
        ]

    @property
    def first(self) -> Middleware:
        """What answers ``/graphql`` before any route is looked for: the shortest way."""
        return Middleware(EndpointFirst, path=PATH, endpoint=self._http)

    async def identify(self, connection: HTTPConnection) -> Actor | None:
        """Return who sends a plain request, as they are at this moment; None when signed out.

        Raises:
            Unauthenticated: a token was presented that is unknown, revoked or expired.
        """
        presented = credentials_of(connection)
        actor = await self._authenticator.authenticate(presented, request_id=new_request_id())
        if actor is None:
            return None
        [current] = await self._authenticator.refresh_actors([actor])
        return current

    def trusts(self, connection: HTTPConnection) -> bool:
        """Whether a request may use its cookie: it comes from a page of ours, or from no page."""
        return self._origins.trusts(connection)

    @property
    def plans(self) -> Plans:
        """The plans that queries are answered by, and what was answered without one."""
        return self._engine.plans

    async def finish(self) -> None:
        """Wait for operations that still run; called before the database is closed."""
        await self._engine.finish()

    def close(self) -> None:
        """Stop what runs in the background; called before the database is closed."""
        self._engine.close()
