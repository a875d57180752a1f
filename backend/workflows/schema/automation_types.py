"""Automations as object types."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

import strawberry

from backend.core.graphql import Info, Node, row_type
from backend.core.graphql.enums import describe_enum
from backend.core.graphql.nodes import node_readers
from backend.workflows.automation_rows import AutomationRow
from backend.workflows.queries.automations import automations_by_id
from backend.workflows.rules.automating import AutomationAction, AutomationTrigger
from backend.workflows.schema.types import Card

describe_enum(
    AutomationTrigger,
    "When an automation runs.",
    {
        "CARD_ENTERED_STEP": "A card comes to a step: it is added there, or moved there.",
        "INVOICE_PAID": "Nothing is left to pay of an invoice of a card, or of an invoice that was "
        "made from a quote of it: once for each invoice.",
        "QUOTE_ACCEPTED": "A quote of a card is accepted: once for each quote.",
    },
)
describe_enum(
    AutomationAction,
    "What an automation does.",
    {
        "ADD_TASK": "Adds a task for the card's contact.",
        "SEND_SAVED_REPLY": "Sends a saved reply to the card's contact.",
        "ADD_LABEL": "Puts a label on the card.",
        "NOTIFY": "Tells a member.",
        "MOVE_CARD": "Moves the card to another step.",
    },
)


@row_type(AutomationRow)
class Automation(Node):
    """Something that happens by itself on a board. What its action does not need is null."""

    workflow_id: strawberry.ID = strawberry.field(description="The board that it is of.")
    trigger: AutomationTrigger = strawberry.field(description="When it runs.")
    step_id: strawberry.ID | None = strawberry.field(
        description="The step whose cards set it off; null where no step does."
    )
    step_name: str | None = strawberry.field(
        description="What that step is called; null when it is gone, or there is none."
    )
    action: AutomationAction = strawberry.field(description="What it does.")
    title: str | None = strawberry.field(description="What the task is called that it adds.")
    due_in_days: int | None = strawberry.field(
        description="How many days after a card came its task is due; null for never."
    )
    member_id: strawberry.ID | None = strawberry.field(
        description="The member whose the task is, or who is told."
    )
    saved_reply_id: strawberry.ID | None = strawberry.field(
        description="The saved reply that it sends."
    )
    label_id: strawberry.ID | None = strawberry.field(description="The label that it puts on.")
    target_step_id: strawberry.ID | None = strawberry.field(
        description="The step that it moves cards to."
    )
    subject_name: str | None = strawberry.field(
        description="What the member, saved reply, label or step is called that it uses; null when "
        "it uses none, or that is gone."
    )
    broken: bool = strawberry.field(description="Whether something that it needs is gone.")
    enabled: bool = strawberry.field(description="Whether it runs.")
    version: int = strawberry.field(
        description="Grows with every change; an edit names the version it started from."
    )
    created_at: datetime = strawberry.field(description="When it was made.")
    created_by: str = strawberry.field(
        description="Who made it, as named then; they sign what it sends."
    )
    updated_at: datetime = strawberry.field(description="When it was changed last.")
    updated_by: str = strawberry.field(description="Who changed it last, as named then.")


@strawberry.type
class AutomationPreview:
    """What an automation would do for a card."""

    card: Card = strawberry.field(description="The card.")
    problem: str | None = strawberry.field(
        description="Why nothing would happen, as an error code; null when it would."
    )


@strawberry.type
class AutomationDryRun:
    """What an automation would do for the cards of its step if they came there now, or for those
    that have an invoice or a quote.
    """

    card_count: int = strawberry.field(description="How many such cards the board shows.")
    previews: list[AutomationPreview] = strawberry.field(
        description="The first of them, from the top."
    )


async def _read_automations(info: Info, keys: Sequence[int]) -> Mapping[int, Any]:
    return await automations_by_id(info.context.actor, keys)


node_readers.register("Automation", _read_automations)
