"""Somebody who goes away in the middle of an operation leaves nothing half done."""

from __future__ import annotations

import asyncio
import gc
import warnings

from backend.api.app import Api
from tests.factories.accounts import Person
from tests.factories.api import Asker, credentials

VIEWER = """
{
  viewer {
    cursor
    user { id recoveryCodesLeft }
    account { id }
    members { id }
    invitations { id }
    sessions { id }
    tokens { id }
  }
}
"""
RENAME = 'mutation { updateAccount(input: { name: "Renamed" }) { account { name } } }'


async def cut(operation: str, api: Api, person: Person, steps: int) -> None:
    """Begin an operation and go away after some steps of the event loop."""
    task = asyncio.create_task(api.pages.execute(credentials(person), operation, {}))
    for _ in range(steps):
        await asyncio.sleep(0)
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


async def test_a_cut_query_leaves_no_resolver_unawaited(api: Api, owner: Person) -> None:
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter("always")
        for steps in range(60):
            await cut(VIEWER, api, owner, steps)
        await api.finish()
        gc.collect()
    assert [str(warning.message) for warning in seen] == []


async def test_a_cut_mutation_is_done_to_the_end(api: Api, owner: Person) -> None:
    await cut(RENAME, api, owner, 12)
    await api.finish()
    name = (await Asker(api, owner).data("{ viewer { account { name } } }"))["viewer"]["account"]
    assert name in ({"name": "Renamed"}, {"name": "Studio Rossi"})
    await cut(RENAME, api, owner, 200)
    await api.finish()
    data = await Asker(api, owner).data("{ viewer { account { name } } }")
    assert data["viewer"]["account"] == {"name": "Renamed"}
