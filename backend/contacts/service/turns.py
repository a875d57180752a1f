"""Acts on many contacts take turns: those of an account, and their undoing, go on as they were
asked for.

Two that wrote by turns would leave a mixture, and neither could be undone as a whole. In the line
is what has a job that will go on: one that failed for good holds nobody up.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

import orjson

from backend.accounts.service.on_behalf import mandate
from backend.contacts.acts import ActState
from backend.contacts.sql import values_in
from backend.core.clock import now, now_micros
from backend.core.database import placeholders
from backend.core.unit_of_work import UnitOfWork

RUN, UNDO = "run_contact_act", "undo_contact_act"


@dataclass(frozen=True, slots=True, order=True)
class Waiting:
    """An act in the line, by when it was asked for; ``place`` is as far as its undo has come."""

    asked_micros: int
    act_id: int
    name: str
    place: int

    @property
    def unique_key(self) -> str:
        """The key of the job that goes on with it."""
        return unique_key(self.name, self.act_id)


def unique_key(name: str, act_id: int) -> str:
    """Return the key under which the job of an act, or of its undo, waits."""
    return f"{name}:{act_id}"


async def ask_to_run(unit: UnitOfWork, name: str, act_id: int) -> None:
    """Put an act at the end of the line on behalf of the unit's actor; once."""
    unit.enqueue(
        name,
        {**mandate(unit.actor), "act_id": act_id, "asked_micros": now_micros()},
        unique_key=unique_key(name, act_id),
    )


async def is_next(unit: UnitOfWork, act_id: int) -> bool:
    """Whether nothing in the line was asked for before an act; the unit has the account's turn."""
    line = [waiting.act_id for waiting, _ in await _line(unit)]
    return act_id not in line or line[0] == act_id


async def call_next(unit: UnitOfWork) -> None:
    """Let the first of the line go on now, after one that left it."""
    for waiting, payload in (await _line(unit))[:1]:
        unit.enqueue(waiting.name, payload, run_at=now(), unique_key=waiting.unique_key, moves=True)


async def is_work_left_on(unit: UnitOfWork, ids: Collection[int]) -> bool:
    """Whether anything in the line is still to go through some of these contacts."""
    wanted = frozenset(ids)
    for waiting, _ in await _line(unit):
        if waiting.name == RUN:
            rows = await unit.fetch(
                "SELECT ids FROM contact_act_batch WHERE act_id = ?", (waiting.act_id,)
            )
            if any(not wanted.isdisjoint(orjson.loads(stored)) for (stored,) in rows):
                return True
            continue
        chosen = values_in("contact_id", wanted, unit.dialect)
        if await unit.fetch(
            "SELECT 1 FROM contact_act_entry WHERE act_id = ? AND contact_id > ? "  # noqa: S608
            f"AND {chosen.text} LIMIT 1",
            (waiting.act_id, waiting.place, *chosen.params),
        ):
            return True
    return False


async def _line(unit: UnitOfWork) -> list[tuple[Waiting, dict[str, Any]]]:
    """Return the acts of the account that have a job, with what it is told, in their order."""
    rows = await unit.fetch(
        "SELECT id, state, place FROM contact_act WHERE account_id = ? "
        "AND state IN ('queued', 'running', 'undoing')",
        (unit.actor.account_id,),
    )
    acts = {
        unique_key(name, key): (key, name, place)
        for key, state, place in rows
        for name in (UNDO if state == ActState.UNDOING else RUN,)
    }
    if not acts:
        return []
    jobs = await unit.fetch(
        "SELECT unique_key, payload FROM job WHERE failed_at IS NULL "  # noqa: S608
        f"AND unique_key IN ({placeholders(len(acts))})",
        tuple(acts),
    )
    payloads = {key: orjson.loads(stored) for key, stored in jobs}
    line = [
        (Waiting(payload.get("asked_micros", 0), *acts[key]), payload)
        for key, payload in payloads.items()
    ]
    return sorted(line, key=lambda each: each[0])
