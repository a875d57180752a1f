"""What a board's cards add up to over time."""

from __future__ import annotations

from typing import Annotated, cast

import strawberry

from backend.accounts.service.people import whereabouts
from backend.core.graphql import Info, query, row_type
from backend.core.graphql.money import Money
from backend.core.ids import decode_id, encode_id
from backend.core.permissions import Permission
from backend.workflows.queries import numbers


@strawberry.type
class WorkflowStepNumbers:
    """The numbers of a step."""

    step_id: strawberry.ID = strawberry.field(description="Which step.")
    card_count: int = strawberry.field(description="Cards that are in it now.")
    totals: list[Money] = strawberry.field(description="What they are worth, by currency.")
    reached_count: int = strawberry.field(
        description="Cards that ever came to it or to a step behind it, those archived since "
        "included. Of the lost step: cards that ever came there."
    )
    median_seconds: float | None = strawberry.field(
        description="The median of how long cards stayed in it before they left; null before any "
        "did."
    )


@row_type(numbers.ReasonNumbers)
class LostReasonNumbers:
    """How many cards were lost for a reason."""

    reason: str = strawberry.field(description="The reason; empty where none was given.")
    count: int = strawberry.field(description="How many cards.")


@row_type(numbers.MonthNumbers)
class WorkflowMonthNumbers:
    """What came to an outcome in a month, and stands there."""

    month: str = strawberry.field(description="Year and month, such as `2026-11`.")
    won_count: int = strawberry.field(description="Cards that were won.")
    lost_count: int = strawberry.field(description="Cards that were lost.")
    won: list[Money] = strawberry.field(description="What those won are worth, by currency.")
    lost: list[Money] = strawberry.field(description="What those lost were worth, by currency.")
    reasons: list[LostReasonNumbers] = strawberry.field(
        description="Why cards were lost, the most frequent first."
    )


@strawberry.type
class WorkflowNumbers:
    """What a board's cards add up to."""

    steps: list[WorkflowStepNumbers] = strawberry.field(description="By step, in their order.")
    months: list[WorkflowMonthNumbers] = strawberry.field(
        description="The last twelve months, the oldest first, by the viewer's clock."
    )


@strawberry.type
class WorkflowNumbersQuery:
    """What can be read of a board's numbers."""

    @query(
        Permission.READ,
        description="What a board's cards add up to: how many are where and what they are worth, "
        "how many come from step to step, how long they stay, what was won and lost. Null for an "
        "unknown board.",
    )
    async def workflow_numbers(
        self,
        info: Info,
        id: Annotated[strawberry.ID, strawberry.argument(description="Which board.")],
    ) -> WorkflowNumbers | None:
        actor, key = info.context.actor, decode_id(id, "Workflow", ("id",))
        steps = await numbers.step_numbers(actor, key)
        if not steps:
            return None
        months = await numbers.month_numbers(actor, key, (await whereabouts(actor)).zone)
        return WorkflowNumbers(
            steps=[
                WorkflowStepNumbers(
                    step_id=strawberry.ID(encode_id("WorkflowStep", each.step_key)),
                    card_count=each.card_count,
                    totals=cast(list[Money], each.totals),
                    reached_count=each.reached_count,
                    median_seconds=each.median_seconds,
                )
                for each in steps
            ],
            months=cast(list[WorkflowMonthNumbers], months),
        )
