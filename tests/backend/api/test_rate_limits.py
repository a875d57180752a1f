"""How much a caller may ask per minute."""

from __future__ import annotations

import httpx2
import pytest
from starlette.applications import Starlette

from backend.api.app import Api
from backend.api.errors import RequestRefused
from backend.api.rate_limits import KEPT_CALLERS, RateLimits
from backend.core.settings import settings
from tests.fixtures.api import serving

pytestmark = pytest.mark.sqlite_only  # others ask the same statements of PostgreSQL


class Clock:
    seconds = 0.0

    def __call__(self):
        return self.seconds


@pytest.fixture
def clock():
    return Clock()


def test_points_run_out_and_come_back_evenly(clock):
    limits = RateLimits(60, clock=clock)
    assert limits.spend("a", 50) == 10
    with pytest.raises(RequestRefused) as caught:
        limits.spend("a", 20)
    assert caught.value.status == 429
    assert caught.value.headers == {"retry-after": "10"}
    clock.seconds += 10
    assert limits.spend("a", 20) == 0
    clock.seconds += 10_000
    assert limits.spend("a", 0) == 60


def test_callers_do_not_share_points(clock):
    limits = RateLimits(60, clock=clock)
    assert limits.spend("a", 60) == 0
    assert limits.spend("b", 60) == 0


def test_without_a_limit_nothing_is_counted():
    assert RateLimits(0).spend("a", 10**9) is None


def test_only_so_many_callers_are_remembered(clock):
    limits = RateLimits(60, clock=clock)
    for number in range(KEPT_CALLERS + 10):
        limits.spend(number, 1)
    assert len(limits._buckets) == KEPT_CALLERS


async def test_a_client_over_its_limit_is_told_when_to_come_back(database, owner, monkeypatch):
    monkeypatch.setenv("CARNET_API_POINTS_PER_MINUTE", "100")
    settings.cache_clear()
    api = Api(settings())
    async with (
        serving(Starlette(routes=api.routes)) as address,
        httpx2.AsyncClient(base_url=address) as http,
    ):
        query = {"query": "{ changes(first: 60) { edges { node { kind } } } }"}
        headers = {"cookie": f"carnet_session={owner.cookie}"}
        first = await http.post("/graphql", json=query, headers=headers)
        assert first.json()["extensions"]["cost"]["remaining"] == 39
        second = await http.post("/graphql", json=query, headers=headers)
        assert second.status_code == 429
        assert int(second.headers["retry-after"]) >= 12
        assert second.json()["errors"][0]["extensions"]["code"] == "RATE_LIMITED"
        refused = await http.post("/graphql", json={"query": "{"}, headers=headers)
        assert refused.status_code == 200
    api.close()
