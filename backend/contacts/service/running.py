"""Acts on many contacts as jobs: step by step, a transaction each, with room for others between.

A job runs for some seconds and then queues itself again, so that mails and the like do not wait
for it. While it runs, a job that would go on waits under its key and is put off with every step: if
the process dies, that one goes on some seconds later, where the last commit left off. One whose
turn it is not (see ``turns``) waits in the same way.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from datetime import timedelta
from time import monotonic
from typing import Any

from backend.accounts.service.on_behalf import acting
from backend.contacts.acts import ActState
from backend.contacts.service.acts import finish_act, give_up_undo
from backend.contacts.service.turns import UNDO, call_next, is_next, unique_key
from backend.core.clock import now
from backend.core.errors import Refusal, Refusals
from backend.core.jobs.queue import drop_job, release_key
from backend.core.permissions import Actor, Permission
from backend.core.unit_of_work import UnitOfWork, unit_of_work

TURN_SECONDS = 3.0
GAP_SECONDS = 0.02
"""Between two steps: whoever waits for the account's turn, or for SQLite, comes first."""
TAKEN_UP_AFTER = timedelta(seconds=5)

Step = Callable[[UnitOfWork, int], Awaitable[bool]]
"""Does the next part of an act, in the account's turn; False when there is none left."""


async def run_steps(name: str, payload: Mapping[str, Any], step: Step) -> None:
    """Go on with an act for some seconds, and queue the rest.

    Who may no longer write contacts does not go on: the act has failed, or stays done where that
    was its undo.
    """
    act_id, until = payload["act_id"], monotonic() + TURN_SECONDS
    try:
        actor = await acting(payload)
        actor.require(Permission.WRITE_CONTACTS)
        first = True
        while await _run_step(actor, name, payload, step, first=first, until=until):
            first = False
            await asyncio.sleep(GAP_SECONDS)
    except (Refusal, Refusals) as refusal:
        code = refusal.code if isinstance(refusal, Refusal) else refusal.refusals[0].code
        async with unit_of_work(Actor.system(payload["account_id"])) as unit:
            await unit.take_turn()
            if name == UNDO:
                await give_up_undo(unit, act_id, code)
            else:
                await finish_act(unit, act_id, ActState.FAILED, code)
            await drop_job(unit, unique_key(name, act_id))
            await call_next(unit)


async def _run_step(
    actor: Actor, name: str, payload: Mapping[str, Any], step: Step, *, first: bool, until: float
) -> bool:
    """Run one step, and say whether the next one is for this run too."""
    key = unique_key(name, payload["act_id"])
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        its_turn = await is_next(unit, payload["act_id"])
        if first:
            await release_key(unit, key)
        if not its_turn:
            # Whoever leaves the line calls the next one; this is for when nobody did.
            again = now() + TAKEN_UP_AFTER
            unit.enqueue(name, dict(payload), run_at=again, unique_key=key, moves=True)
            return False
        goes_on = await step(unit, payload["act_id"])
        has_time = monotonic() < until
        if goes_on:
            run_at = now() + TAKEN_UP_AFTER if has_time else now()
            unit.enqueue(name, dict(payload), run_at=run_at, unique_key=key, moves=True)
        else:
            await drop_job(unit, key)
            await call_next(unit)
    return goes_on and has_time
