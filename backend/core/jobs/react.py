"""Declaring work that follows from what happened."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any

from backend.core.jobs.handlers import job
from backend.core.jobs.queue import release_key
from backend.core.jobs.reactions import Reaction, reactions, unique_key
from backend.core.permissions import Actor
from backend.core.unit_of_work import unit_of_work

AccountHandler = Callable[[int], Awaitable[None]]


def react(
    subject_type: str, name: str, *, delay: timedelta
) -> Callable[[AccountHandler], AccountHandler]:
    """Run a function for an account after something happened to a subject of a type.

    It reads the history by itself, from where it came to the last time: it may run more often than
    there is news, and two of it may run at once.
    """

    def register(handler: AccountHandler) -> AccountHandler:
        async def run(payload: dict[str, Any]) -> None:
            account_id = payload["account_id"]
            # What is recorded from here on queues another run: this one may have read past it.
            async with unit_of_work(Actor.system(account_id)) as unit:
                await release_key(unit, unique_key(name, account_id))
            await handler(account_id)

        job(name)(run)
        reactions.setdefault(subject_type, []).append(Reaction(name, delay))
        return handler

    return register
