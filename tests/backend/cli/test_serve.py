"""What ``carnet serve`` asks of the server."""

from __future__ import annotations

import uvicorn

from backend.cli.serve import serve
from backend.core.settings import settings
from tests.browser.windows import free_port


def test_a_worker_that_still_imports_is_not_taken_for_dead(monkeypatch):
    asked = {}
    monkeypatch.setattr(uvicorn, "run", lambda app, **options: asked.update(options))
    monkeypatch.setenv("CARNET_PORT", str(free_port()))
    settings.cache_clear()
    serve()
    assert uvicorn.Config("backend.asgi:create_app", **asked).timeout_worker_healthcheck >= 60
