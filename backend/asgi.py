"""The composition root: the API, the files, and the interface, handed the API's callables."""

from __future__ import annotations

import gc
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.routing import Mount

from backend.api.app import Api
from backend.api.headers import SecurityHeaders
from backend.contacts.photos.http import routes as photo_routes
from backend.core.logging import configure_logging
from backend.core.settings import settings
from backend.runtime import running
from frontend.app import create_frontend


def create_app() -> Starlette:
    """Return the whole product. The database must be migrated before."""
    chosen = settings()
    configure_logging(chosen)
    api = Api(chosen)

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        async with running(chosen, with_worker=chosen.run_jobs):
            calm_collector()
            try:
                yield
            finally:
                api.close()
                await api.finish()

    pages = create_frontend(
        api.pages.execute,
        api.pages.subscribe,
        allowed_origins=(chosen.public_url, *chosen.allowed_origins),
    )
    return Starlette(
        routes=[*api.routes, *photo_routes, Mount("/", pages)],
        middleware=[Middleware(SecurityHeaders, secure=chosen.secure_cookies), api.first],
        lifespan=lifespan,
    )


def calm_collector() -> None:
    """Let the cyclic collector look at what a process was started with no more, and run seldom.

    A full collection over the objects of many open windows holds all of them up; what Carnet drops
    is mostly freed by reference counts.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)
