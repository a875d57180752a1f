"""The sample schema's engine."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from backend.api.callers import Caller
from backend.api.execution import Engine
from backend.core.graphql.context import Credentials
from tests.backend.api.sample import Everyone, Executions, Written, actor, sample_engine


@pytest.fixture
def everyone() -> Everyone:
    """Two members of one account, and somebody of another."""
    return Everyone(
        {"one": actor(1), "two": actor(2), "other": actor(3, account_id=2)},
    )


@pytest.fixture
async def engine(everyone: Everyone) -> AsyncIterator[Engine]:
    """The sample schema, ready to answer."""
    Executions.started = Executions.open = 0
    Written.names = []
    made = sample_engine(everyone)
    yield made
    made.close()


@pytest.fixture
async def caller(engine: Engine) -> Caller:
    """The first member."""
    return await engine.identify(Credentials(cookie="one"))
