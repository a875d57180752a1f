"""What an operation asks of boards, steps and cards, read ahead: a statement for all rows each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from backend.contacts.rows import Wanted as ContactWanted
from backend.contacts.schema.types import wanted as wanted_of_contact
from backend.contacts.schema.types import wanted_only as contact_wanted_only
from backend.core.graphql import Info, Selection
from backend.core.graphql.connections import connection
from backend.core.graphql.extending import asked_fields
from backend.core.graphql.nodes import node_readers
from backend.core.ids import decode_id
from backend.core.paging import PageRequest
from backend.core.permissions import Actor
from backend.workflows.filters import CardFilter
from backend.workflows.queries.boards import (
    steps_by_id,
    steps_of,
    workflows_by_id,
    worth_of_steps,
    worth_of_workflows,
)
from backend.workflows.queries.cards import cards_by_id, step_windows
from backend.workflows.rows import CardRow, CardWanted, StepRow, WorkflowRow, Worth
from backend.workflows.schema.arguments import frozen
from backend.workflows.schema.filter import filter_of
from backend.workflows.schema.types import Card

_COUNTED = ("cardCount", "totals")


def card_wanted(selection: Selection) -> CardWanted:
    """Return what a selection on cards needs of them."""
    return selection.remember(_card_wanted)


def card_wanted_only(selection: Selection) -> CardWanted:
    """Return the same, for cards that nobody looks at but what completes the selection."""
    return selection.remember(_card_wanted_only)


def _card_wanted_only(selection: Selection) -> CardWanted:
    def of_contacts(name: str) -> ContactWanted | None:
        return contact_wanted_only(selection.at(name)) if name in selection else None

    return replace(
        card_wanted(selection),
        contact=of_contacts("contact"),
        contacts=of_contacts("contacts"),
        seen=selection.attributes,
    )


def _card_wanted(selection: Selection) -> CardWanted:
    step, workflow = selection.at("step"), selection.at("workflow")

    async def further(actor: Actor, cards: Sequence[CardRow]) -> None:
        await fill_steps(actor, [card.step for card in cards if card.step is not None], step)
        await fill_boards(actor, [card.workflow for card in cards if card.workflow], workflow)

    return CardWanted(
        contact=wanted_of_contact(selection.at("contact")) if "contact" in selection else None,
        contacts=wanted_of_contact(selection.at("contacts")) if "contacts" in selection else None,
        labels="labels" in selection,
        step="step" in selection,
        workflow="workflow" in selection,
        added=asked_fields(Card, selection),
        further=further if step or workflow else None,
    )


async def fill_boards(actor: Actor, rows: Sequence[WorkflowRow], selection: Selection) -> None:
    """Give boards what a selection asks of them.

    Raises:
        InvalidId, InvalidPage, InvalidCursor, TooMany: of arguments.
    """
    if not rows:
        return
    keys = [row.pk for row in rows]
    steps: list[StepRow] = []
    if "steps" in selection:
        found = await steps_of(actor, keys)
        for row in rows:
            row.steps = found[row.pk]
        steps = [step for own in found.values() for step in own]
        await fill_steps(actor, steps, selection.at("steps"))
    for asked in selection.arguments("step") if "step" in selection else ():
        key = decode_id(asked["id"], "WorkflowStep", ("id",))
        one = (await steps_by_id(actor, (key,))).get(key)
        await fill_steps(actor, [one] if one else [], selection.at("step"))
        for row in rows:
            own = one is not None and one.workflow_key == row.pk
            row.read["step", frozen(asked)] = one if own else None
    known: dict[CardFilter, Mapping[int, Worth]] = {}
    for asked in _counted(selection):
        chosen = await filter_of(actor, asked.get("filter"))
        if chosen not in known:
            known[chosen] = await worth_of_workflows(actor, keys, chosen)
        for row in rows:
            row.read["worth", frozen(asked)] = known[chosen][row.pk]


async def fill_steps(actor: Actor, rows: Sequence[StepRow], selection: Selection) -> None:
    """Give steps what a selection asks of them.

    Raises:
        InvalidId, InvalidPage, InvalidCursor, TooMany: of arguments.
    """
    if not rows:
        return
    keys = list({row.pk: None for row in rows})
    known: dict[CardFilter, Mapping[int, Worth]] = {}

    async def worth(asked: Mapping[str, Any]) -> Mapping[int, Worth]:
        chosen = await filter_of(actor, asked.get("filter"))
        if chosen not in known:
            known[chosen] = await worth_of_steps(actor, keys, chosen)
        return known[chosen]

    for asked in _counted(selection):
        found = await worth(asked)
        for row in rows:
            row.read["worth", frozen(asked)] = found[row.pk]
    below = selection.at("cards")
    for asked in selection.arguments("cards") if "cards" in selection else ():
        request = PageRequest.of(
            *(asked.get(name) for name in ("first", "after", "last", "before"))
        )
        chosen = await filter_of(actor, asked.get("filter"))
        wanted = card_wanted_only(below.at("edges", "node"))
        pages = await step_windows(actor, keys, chosen, request, wanted)
        counts = await worth(asked) if "totalCount" in below else {}
        for row in rows:
            total = counts[row.pk].count if counts else 0
            row.read["cards", frozen(asked)] = connection(pages[row.pk], total_count=total)


def _counted(selection: Selection) -> list[dict[str, Any]]:
    return [asked for name in _COUNTED if name in selection for asked in selection.arguments(name)]


async def _read_cards(info: Info, keys: Sequence[int]) -> Mapping[int, Any]:
    wanted = card_wanted_only(Selection.of(info).on("Card"))
    return await cards_by_id(info.context.actor, keys, wanted)


async def _read_steps(info: Info, keys: Sequence[int]) -> Mapping[int, Any]:
    actor = info.context.actor
    found = await steps_by_id(actor, keys)
    await fill_steps(actor, list(found.values()), Selection.of(info).on("WorkflowStep"))
    return found


async def _read_workflows(info: Info, keys: Sequence[int]) -> Mapping[int, Any]:
    actor = info.context.actor
    found = await workflows_by_id(actor, keys)
    await fill_boards(actor, list(found.values()), Selection.of(info).on("Workflow"))
    return found


node_readers.register("Card", _read_cards)
node_readers.register("WorkflowStep", _read_steps)
node_readers.register("Workflow", _read_workflows)
