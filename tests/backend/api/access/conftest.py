"""The account that is looked after."""

from __future__ import annotations

import pytest

from backend.api.app import Api
from tests.backend.api.access.world import World, new_world


@pytest.fixture
async def world(api: Api) -> World:
    """A new one for each test."""
    return await new_world(api)
