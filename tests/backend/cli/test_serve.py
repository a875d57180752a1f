"""What ``carnet serve`` asks of the server."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
import uvicorn

from backend import asgi
from backend.cli.serve import serve
from backend.core.settings import Settings, settings
from tests.browser.windows import free_port


def test_a_worker_that_still_imports_is_not_taken_for_dead(monkeypatch):
    asked = {}
    monkeypatch.setattr(uvicorn, "run", lambda app, **options: asked.update(options))
    monkeypatch.setenv("CARNET_PORT", str(free_port()))
    settings.cache_clear()
    serve()
    assert uvicorn.Config("backend.asgi:create_app", **asked).timeout_worker_healthcheck >= 60


@pytest.mark.parametrize("runs", [True, False])
async def test_a_server_runs_jobs_unless_it_is_told_not_to(
    runs: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CARNET_RUN_JOBS", str(runs).lower())
    settings.cache_clear()
    asked: list[bool] = []

    @asynccontextmanager
    async def running(_: Settings, *, with_worker: bool) -> AsyncIterator[None]:
        asked.append(with_worker)
        yield

    monkeypatch.setattr(asgi, "running", running)
    monkeypatch.setattr(asgi, "calm_collector", lambda: None)
    app = asgi.create_app()
    async with app.router.lifespan_context(app):
        pass
    settings.cache_clear()
    assert asked == [runs]
