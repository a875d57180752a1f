"""What an account has that filters name: read once for a filter, however much it names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from zoneinfo import ZoneInfo

from backend.contacts.filters import (
    ContactFilter,
    DaySpan,
    Phone,
    RecentDays,
    Saved,
    acts_of,
    asks_for_labels,
    custom_fields_of,
    leaves,
)
from backend.contacts.limits import MAX_SAVED_LEVELS
from backend.contacts.queries.acts import acts_by_id
from backend.contacts.saved import read_saved
from backend.contacts.times import today_in
from backend.core.database import read
from backend.core.permissions import Actor
from backend.custom_fields.rows import FieldRow
from backend.custom_fields.service import fields_by_id


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What the names in a filter mean in an account, at one moment.

    ``labels`` are those that there are of the labels of saved filters.
    """

    country: str = ""
    zone: ZoneInfo = field(default_factory=lambda: ZoneInfo("UTC"))
    today: date = date.min
    fields: Mapping[int, FieldRow] = field(default_factory=dict)
    labels: frozenset[int] = frozenset()
    saved: Mapping[int, ContactFilter] = field(default_factory=dict)
    acts: frozenset[int] = frozenset()


async def knowledge_for(
    actor: Actor,
    chosen: ContactFilter,
    fields: set[int] | None = None,
    *,
    with_labels: bool = False,
) -> Knowledge:
    """Read what a filter names, and the custom ``fields`` that are wanted beside; its labels only
    ``with_labels``, those of saved filters always."""
    saved = await _saved(actor, chosen)
    filters = [chosen, *saved.values()]
    parts = [part for each in filters for part in leaves(each)]
    asked = set[int]().union(fields or (), *map(custom_fields_of, filters))
    asks_labels = any(map(asks_for_labels, filters if with_labels else saved.values()))
    country, zone = "", ZoneInfo("UTC")
    if any(isinstance(part, Phone | DaySpan | RecentDays) for part in parts):
        country, zone = await account_place(actor.account_id)
    return Knowledge(
        country,
        zone,
        today_in(zone),
        await fields_by_id(actor, asked),
        await _labels(actor.account_id) if asks_labels else frozenset(),
        saved,
        frozenset(await acts_by_id(actor, set[int]().union(*map(acts_of, filters)))),
    )


async def account_place(account_id: int) -> tuple[str, ZoneInfo]:
    """Return the country and the time zone of an account."""
    row = await read.fetch_one("SELECT country, time_zone FROM account WHERE id = ?", (account_id,))
    return (row[0], ZoneInfo(row[1])) if row else ("", ZoneInfo("UTC"))


async def _saved(actor: Actor, chosen: ContactFilter) -> dict[int, ContactFilter]:
    found: dict[int, ContactFilter] = {}
    wanted = _named(chosen)
    for _ in range(MAX_SAVED_LEVELS):
        wanted -= found.keys()
        if not wanted:
            break
        news = await read_saved(actor, wanted)
        found.update(news)
        wanted = set[int]().union(*map(_named, news.values()))
    return found


def _named(chosen: ContactFilter) -> set[int]:
    return {part.id for part in leaves(chosen) if isinstance(part, Saved)}


async def _labels(account_id: int) -> frozenset[int]:
    rows = await read.fetch("SELECT id FROM label WHERE account_id = ?", (account_id,))
    return frozenset(row[0] for row in rows)
