"""What runs beside the operations: the watch over followers, the probes."""

from __future__ import annotations

import asyncio

import httpx2
import pytest
from starlette.applications import Starlette
from starlette.routing import Route

from backend.api import watch
from backend.api.headers import STRICT_TRANSPORT, SecurityHeaders
from backend.api.health import Readiness, healthz
from backend.api.watch import Watch
from tests.backend.api.sample import actor


@pytest.fixture(autouse=True)
def impatient(monkeypatch):
    monkeypatch.setattr(watch, "CHECK_SECONDS", 0.01)


@pytest.mark.expects_error_log
async def test_a_database_that_does_not_answer_cuts_nobody_off():
    answers = iter([RuntimeError("no database"), RuntimeError("still none")])
    changes: list[object] = []

    async def refresh(actors):
        failure = next(answers, None)
        if failure is not None:
            raise failure
        return [None for _ in actors]

    watched = Watch(refresh)
    watched.add(actor(1), changes.append)
    async with asyncio.timeout(2):
        while not changes:
            assert changes == []
            await asyncio.sleep(0.005)
    assert changes == [None]
    watched.close()


async def test_everybody_is_asked_about_once_however_often_they_listen():
    asked = []

    async def refresh(actors):
        asked.append([found.user_id for found in actors])
        return list(actors)

    watched = Watch(refresh)
    stops = [watched.add(actor(number % 2), lambda _: None) for number in range(10)]
    await asyncio.sleep(0.05)
    assert asked[0] == [0, 1]
    for stop in stops:
        stop()
    await asyncio.sleep(0.03)
    before = len(asked)
    await asyncio.sleep(0.05)
    assert len(asked) == before
    watched.close()


def client(*, secure=False):
    routes = [Route("/healthz", healthz), Route("/readyz", Readiness().answer)]
    app = SecurityHeaders(Starlette(routes=routes), secure=secure)
    return httpx2.AsyncClient(
        transport=httpx2.ASGITransport(app=app), base_url="http://carnet.example.org"
    )


async def test_a_server_without_its_database_is_alive_and_not_ready():
    async with client() as http:
        assert (await http.get("/healthz")).status_code == 200
        response = await http.get("/readyz")
    assert response.status_code == 503
    assert response.json() == {"status": "unavailable"}


@pytest.mark.parametrize("secure", [True, False])
async def test_only_a_server_reached_by_https_asks_for_it_for_ever(secure):
    async with client(secure=secure) as http:
        headers = (await http.get("/healthz")).headers
    assert headers.get("strict-transport-security") == (STRICT_TRANSPORT if secure else None)
    assert headers["x-frame-options"] == "DENY"
