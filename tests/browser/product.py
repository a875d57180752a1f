"""The whole product behind the browser: real pages, real API, a database of the test's own."""

from __future__ import annotations

import email
import re
from collections.abc import AsyncIterator
from dataclasses import dataclass
from email.message import EmailMessage
from email.policy import default
from typing import Any
from urllib.parse import urlsplit

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.routing import Mount

from backend.core.jobs.worker import run_due_jobs
from backend.core.settings import settings
from backend.domains import load_jobs
from tests.browser.windows import OpenWindow, Serve, Window
from tests.factories.accounts import Person
from tests.fixtures.databases import TestDatabase


@dataclass(frozen=True)
class Product:
    """A running server, and visitors of it."""

    url: str
    open_window: OpenWindow

    async def visit(self, path: str, *, live: bool = True, **options: Any) -> Window:
        """Open a place as somebody whom nobody knows."""
        return await self.open_window(f"{self.url}{path}", live=live, **options)

    async def visit_as(self, person: Person, path: str, **options: Any) -> Window:
        """Open a place in a browser where a person is signed in."""
        window = await self.open_window(None, **options)
        cookie = {"name": "carnet_session", "value": person.cookie, "url": self.url}
        await window.page.context.add_cookies([cookie])  # type: ignore[list-item]
        await self.go(window, path)
        return window

    async def go(self, window: Window, path: str) -> None:
        """Load another place in a window, and wait until it is live."""
        await window.page.goto(f"{self.url}{path}")
        await window.page.wait_for_selector("html[data-live]")

    async def letters(self) -> list[EmailMessage]:
        """Run what is due and return the letters of the outbox, the oldest first."""
        await run_due_jobs()
        folder = settings().data_dir / "outbox"
        files = sorted(folder.glob("*.eml")) if folder.exists() else []
        return [email.message_from_bytes(file.read_bytes(), policy=default) for file in files]

    async def link_of_last_letter(self) -> str:
        """Return the path and query that the newest letter leads to."""
        letter = (await self.letters())[-1]
        found = re.search(r"https?://\S+", letter.get_content())
        assert found, letter.get_content()
        parts = urlsplit(found[0])
        return f"{parts.path}?{parts.query}"


@pytest.fixture
async def product(
    database: TestDatabase, serve: Serve, open_window: OpenWindow
) -> AsyncIterator[Product]:
    """Carnet on a free port; jobs run when a test asks for letters."""
    from backend.api.app import Api
    from backend.api.headers import SecurityHeaders
    from backend.contacts.photos.http import routes as photo_routes
    from frontend.app import create_frontend

    load_jobs()
    api = Api(settings())
    pages = create_frontend(api.pages.execute, api.pages.subscribe)
    app = Starlette(
        routes=[*api.routes, *photo_routes, Mount("/", pages)],
        middleware=[Middleware(SecurityHeaders, secure=False), api.first],
    )
    yield Product(await serve(app), open_window)
    api.close()
    await api.finish()
