"""The account that is looked after."""

from __future__ import annotations

import pytest

from backend.api import execution, limits
from backend.api.app import Api
from backend.core.settings import settings
from tests.backend.api.access.world import World, new_world


@pytest.fixture(autouse=True)
def asked_without_end(own_settings: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the same few people ask everything there is, at once and within a minute."""
    monkeypatch.setattr(execution, "MAX_COST", 1_000_000)
    monkeypatch.setattr(limits, "MAX_ALIASES", 1_000)
    monkeypatch.setenv("CARNET_API_POINTS_PER_MINUTE", "0")
    settings.cache_clear()


@pytest.fixture
async def world(api: Api) -> World:
    """A new one for each test."""
    return await new_world(api)
