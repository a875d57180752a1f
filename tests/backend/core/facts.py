"""A fact for the core's own tests: the core knows no domain."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from backend.core.change_log import Fact, decode_cursor
from backend.core.permissions import Actor
from backend.core.unit_of_work import unit_of_work


@dataclass(frozen=True, slots=True)
class ThingMade(Fact):
    kind: ClassVar[str] = "thing.made"
    subject_type: ClassVar[str] = "Thing"

    note: str = ""


@dataclass(frozen=True, slots=True)
class OtherMade(Fact):
    kind: ClassVar[str] = "other.made"
    subject_type: ClassVar[str] = "Other"

    note: str = ""


async def write_fact(account_id: int, subject_id: int, note: str = "") -> int:
    """Record one fact in a unit of its own and return its sequence number."""
    async with unit_of_work(Actor.system(account_id)) as unit:
        unit.record(ThingMade(subject_id, note))
    return decode_cursor(unit.cursor)
