"""Who looks at a board, and which card each of them holds."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import aclosing
from typing import Annotated, cast

import strawberry

from backend.core.change_log import current_cursor
from backend.core.graphql import Info, Payload, Selection, mutation, row_type, subscription
from backend.core.graphql.optional import given
from backend.core.ids import decode_id
from backend.core.permissions import Permission
from backend.workflows import presence, rows
from backend.workflows.queries.boards import workflows_by_id
from backend.workflows.schema.reading import fill_boards
from backend.workflows.schema.types import Workflow

_BOARD = strawberry.argument(description="Which board.")


@row_type(rows.BoardViewerRow)
class BoardViewer:
    """Somebody who looks at a board."""

    id: strawberry.ID = strawberry.field(description="The global id of the member.")
    name: str = strawberry.field(description="What they are called.")
    card_id: strawberry.ID | None = strawberry.field(
        description="The card that they hold, if they do."
    )


@row_type(rows.BoardViewers)
class BoardPresence:
    """Who looks at a board now."""

    cursor: str = strawberry.field(description="The account's place in its history then.")
    viewers: list[BoardViewer] = strawberry.field(
        description="Each member once, by name, in however many windows they look."
    )


@strawberry.type
class BoardLook:
    """That the viewer is counted among those who look."""

    cursor: str = strawberry.field(description="The account's place in its history then.")
    workflow: Workflow = strawberry.field(description="The board.")


@strawberry.input
class HoldCardInput:
    """The card that the viewer holds."""

    workflow_id: strawberry.ID = strawberry.field(description="On which board.")
    card_id: strawberry.ID | None = strawberry.field(
        default=strawberry.UNSET, description="Which card; none when null or left out."
    )


@strawberry.type
class HoldCardPayload(Payload):
    """What holding a card answers."""


@strawberry.type
class PresenceMutation:
    """What can be said of oneself on a board."""

    @mutation(
        Permission.MANAGE_OWN_USER,
        description="Say which card of a board the viewer holds, while they look at it. It is "
        "forgotten with their last look. Never through a token.",
    )
    async def hold_card(self, info: Info, input: HoldCardInput) -> HoldCardPayload:
        card = given(input.card_id)
        await presence.hold_card(
            info.context.actor,
            decode_id(input.workflow_id, "Workflow", ("workflowId",)),
            None if card is None else decode_id(card, "Card", ("cardId",)),
        )
        return HoldCardPayload()


@strawberry.type
class PresenceSubscription:
    """Looking at a board, and seeing who else does."""

    @subscription(
        Permission.READ,
        description="Who looks at a board and which card each holds: as it is now, and whenever "
        "that is otherwise.",
        personal=True,
    )
    async def board_presence(
        self, info: Info, workflow_id: Annotated[strawberry.ID, _BOARD]
    ) -> AsyncGenerator[BoardPresence, None]:
        key = decode_id(workflow_id, "Workflow", ("workflowId",))
        async with aclosing(presence.follow_viewers(info.context.actor, key)) as found:
            async for each in found:
                yield cast(BoardPresence, each)

    @subscription(
        Permission.READ,
        description="Look at a board: whoever follows this is counted among its viewers until they "
        "stop, or their connection is gone. It answers once. A token is answered, but not counted.",
        personal=True,
    )
    async def look_at_board(
        self, info: Info, workflow_id: Annotated[strawberry.ID, _BOARD]
    ) -> AsyncGenerator[BoardLook, None]:
        key = decode_id(workflow_id, "Workflow", ("workflowId",))
        actor = info.context.actor
        async with presence.looking(actor, key):
            cursor = await current_cursor(actor.account_id)
            found = (await workflows_by_id(actor, (key,)))[key]
            await fill_boards(actor, [found], Selection.of(info).at("workflow"))
            yield BoardLook(cursor=cursor, workflow=cast(Workflow, found))
            await presence.until_gone()
