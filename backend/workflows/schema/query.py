"""What can be read of workflows."""

from __future__ import annotations

from typing import Annotated, cast

import strawberry

from backend.core.graphql import Info, Selection, query
from backend.core.ids import decode_id
from backend.core.permissions import Permission
from backend.workflows.queries.boards import list_workflows, workflows_by_id
from backend.workflows.queries.cards import deleted_card as read_deleted_card
from backend.workflows.schema.reading import card_wanted, fill_boards
from backend.workflows.schema.types import Card, Workflow


@strawberry.type
class WorkflowsQuery:
    """What can be read of workflows."""

    @query(Permission.READ, description="The account's boards, in their order.")
    async def workflows(self, info: Info) -> list[Workflow]:
        actor = info.context.actor
        found = await list_workflows(actor)
        await fill_boards(actor, found, Selection.of(info))
        return cast(list[Workflow], found)

    @query(Permission.READ, description="A board; null when there is none, or it was deleted.")
    async def workflow(
        self,
        info: Info,
        id: Annotated[strawberry.ID, strawberry.argument(description="Which board.")],
    ) -> Workflow | None:
        key = decode_id(id, "Workflow", ("id",))
        found = await workflows_by_id(info.context.actor, (key,))
        await fill_boards(info.context.actor, list(found.values()), Selection.of(info))
        return cast(Workflow | None, found.get(key))

    @query(
        Permission.READ,
        description="A deleted card that `restoreCards` brings back; null for all others.",
    )
    async def deleted_card(
        self,
        info: Info,
        id: Annotated[strawberry.ID, strawberry.argument(description="Which card.")],
    ) -> Card | None:
        key, wanted = decode_id(id, "Card", ("id",)), card_wanted(Selection.of(info))
        return cast(Card | None, await read_deleted_card(info.context.actor, key, wanted))
