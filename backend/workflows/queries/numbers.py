"""What the stays of a board's cards add up to: a constant number of statements."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, tzinfo

from backend.core.clock import from_micros, now, to_micros
from backend.core.database import read
from backend.core.money import Money, totals
from backend.core.permissions import Actor, Permission

MONTHS = 12
NO_REASON = ""
_SHOWN = "card.deleted_at IS NULL AND card.hidden_at IS NULL"


@dataclass(frozen=True, slots=True)
class StepNumbers:
    """A step: the cards that are on the board in it, how many ever came to it or beyond, and how
    long they stayed. ``median_seconds`` is None before any card has left it.
    """

    step_key: int
    card_count: int
    totals: list[Money]
    reached_count: int
    median_seconds: int | None


@dataclass(frozen=True, slots=True)
class ReasonNumbers:
    """How many cards were lost for a reason; none given is the empty text."""

    reason: str
    count: int


@dataclass(slots=True)
class MonthNumbers:
    """What was won and lost in a month, ``2026-11``, and still is."""

    month: str
    won_count: int = 0
    lost_count: int = 0
    won: list[Money] = field(default_factory=list)
    lost: list[Money] = field(default_factory=list)
    reasons: list[ReasonNumbers] = field(default_factory=list)


async def step_numbers(actor: Actor, workflow_id: int) -> list[StepNumbers]:
    """Return the numbers of a board's steps, in their order; none of another account's board."""
    actor.require(Permission.READ)
    steps = await read.fetch(
        "SELECT id, kind FROM workflow_step WHERE account_id = ? AND workflow_id = ? "
        "AND deleted_at IS NULL ORDER BY position",
        (actor.account_id, workflow_id),
    )
    if not steps:
        return []
    counts, sums = await _standing(actor.account_id, workflow_id)
    reached = await _reached(actor.account_id, workflow_id, [(row[0], row[1]) for row in steps])
    medians = await _medians(actor.account_id, workflow_id)
    return [
        StepNumbers(
            key,
            counts.get(key, 0),
            totals(sums.get(key, ())),
            reached.get(key, 0),
            medians.get(key),
        )
        for key, _ in steps
    ]


async def _standing(
    account_id: int, workflow_id: int
) -> tuple[dict[int, int], dict[int, list[Money]]]:
    rows = await read.fetch(
        "SELECT step_id, currency, COUNT(*), SUM(value_minor) FROM card WHERE account_id = ? "
        f"AND workflow_id = ? AND {_SHOWN} AND archived_at IS NULL GROUP BY step_id, currency",
        (account_id, workflow_id),
    )
    counts: dict[int, int] = {}
    sums: dict[int, list[Money]] = {}
    for step, currency, count, minor in rows:
        counts[step] = counts.get(step, 0) + count
        if currency is not None:
            sums.setdefault(step, []).append(Money(int(minor), currency))
    return counts, sums


async def _reached(
    account_id: int, workflow_id: int, steps: list[tuple[int, str]]
) -> dict[int, int]:
    """Return how many cards ever came to each step or to one behind it. Lost is behind none: it
    counts those that came there.
    """
    rows = await read.fetch(
        "SELECT furthest, COUNT(*), SUM(lost) FROM (SELECT MAX(CASE WHEN step.kind = 'lost' "
        "THEN -1 ELSE step.position END) AS furthest, MAX(CASE WHEN step.kind = 'lost' THEN 1 "
        "ELSE 0 END) AS lost FROM card_stay AS stay JOIN workflow_step AS step "
        "ON step.id = stay.step_id JOIN card ON card.id = stay.card_id WHERE stay.account_id = ? "
        "AND stay.workflow_id = ? AND step.workflow_id = ? AND step.deleted_at IS NULL "
        f"AND {_SHOWN} "
        "GROUP BY stay.card_id) AS way GROUP BY furthest",
        (account_id, workflow_id, workflow_id),
    )
    places = {
        key: place
        for place, key in await read.fetch(
            "SELECT position, id FROM workflow_step WHERE workflow_id = ? AND deleted_at IS NULL",
            (workflow_id,),
        )
    }
    lost = sum(int(row[2]) for row in rows)
    return {
        key: lost
        if kind == "lost"
        else sum(int(count) for furthest, count, _ in rows if furthest >= places[key])
        for key, kind in steps
    }


async def _medians(account_id: int, workflow_id: int) -> dict[int, int]:
    """Return the median of the stays that are over, in seconds, by step."""
    rows = await read.fetch(
        "SELECT step_id, AVG(spent) FROM (SELECT stay.step_id, stay.left_at - stay.entered_at "
        "AS spent, ROW_NUMBER() OVER (PARTITION BY stay.step_id ORDER BY stay.left_at - "
        "stay.entered_at) AS place, COUNT(*) OVER (PARTITION BY stay.step_id) AS total "
        "FROM card_stay AS stay JOIN card ON card.id = stay.card_id WHERE stay.account_id = ? "
        f"AND stay.workflow_id = ? AND stay.left_at IS NOT NULL AND {_SHOWN}) AS spans "
        "WHERE place IN ((total + 1) / 2, (total + 2) / 2) GROUP BY step_id",
        (account_id, workflow_id),
    )
    return {step: round(spent / 1_000_000) for step, spent in rows}


async def month_numbers(actor: Actor, workflow_id: int, zone: tzinfo) -> list[MonthNumbers]:
    """Return the last twelve months, the oldest first, as the clock of a zone parts them: what came
    to an outcome and stands there.
    """
    actor.require(Permission.READ)
    months = _last_months(now().astimezone(zone))
    begin = datetime(*_parts(months[0]), 1, tzinfo=zone)
    rows = await read.fetch(
        "SELECT step.kind, stay.entered_at, card.lost_reason, card.value_minor, card.currency "
        "FROM card_stay AS stay JOIN workflow_step AS step ON step.id = stay.step_id "
        "JOIN card ON card.id = stay.card_id WHERE stay.account_id = ? AND stay.workflow_id = ? "
        "AND stay.left_at IS NULL AND stay.entered_at >= ? AND step.kind IN ('won', 'lost') "
        f"AND {_SHOWN}",
        (actor.account_id, workflow_id, to_micros(begin)),
    )
    found = {month: MonthNumbers(month) for month in months}
    reasons: dict[str, dict[str, int]] = {month: {} for month in months}
    for kind, entered, reason, minor, currency in rows:
        month = f"{from_micros(entered).astimezone(zone):%Y-%m}"
        own = found.get(month)
        if own is None:  # written by a clock that is ahead
            continue
        value = [Money(int(minor), currency)] if minor is not None else []
        if kind == "won":
            own.won_count += 1
            own.won += value
        else:
            own.lost_count += 1
            own.lost += value
            name = reason or NO_REASON
            reasons[month][name] = reasons[month].get(name, 0) + 1
    for month, own in found.items():
        own.won, own.lost = totals(own.won), totals(own.lost)
        own.reasons = _sorted(reasons[month])
    return list(found.values())


def _sorted(counts: Mapping[str, int]) -> list[ReasonNumbers]:
    ranked = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    return [ReasonNumbers(reason, count) for reason, count in ranked]


def _last_months(today: datetime) -> list[str]:
    number = today.year * 12 + today.month - 1
    return [
        f"{each // 12:04d}-{each % 12 + 1:02d}" for each in range(number - MONTHS + 1, number + 1)
    ]


def _parts(month: str) -> tuple[int, int]:
    year, _, number = month.partition("-")
    return int(year), int(number)
