"""What can be read of, and done to, saved filters."""

from __future__ import annotations

from typing import Annotated, cast

import strawberry

from backend.core.graphql import Info, Selection, mutation, query
from backend.core.graphql.optional import given
from backend.core.ids import decode_id
from backend.core.permissions import Permission
from backend.segments import queries, service
from backend.segments.schema.inputs import (
    CreateSegmentInput,
    CreateSegmentPayload,
    DeleteSegmentInput,
    DeleteSegmentPayload,
    RestoreSegmentInput,
    RestoreSegmentPayload,
    UpdateSegmentInput,
    UpdateSegmentPayload,
)
from backend.segments.schema.types import Segment, wanted
from backend.segments.service import SegmentWritten

_SAVE = Permission.SAVE_SEGMENTS


@strawberry.type
class SegmentsQuery:
    """What can be read of saved filters."""

    @query(Permission.READ, description="The viewer's saved filters and the team's, by name.")
    async def segments(self, info: Info) -> list[Segment]:
        actor = info.context.actor
        found = await queries.list_segments(actor)
        await service.complete(actor, found, wanted(Selection.of(info)))
        return cast(list[Segment], found)

    @query(
        Permission.READ,
        description="A saved filter; null when it is gone, or somebody else's own.",
    )
    async def segment(
        self,
        info: Info,
        id: Annotated[strawberry.ID, strawberry.argument(description="Which saved filter.")],
    ) -> Segment | None:
        actor, key = info.context.actor, decode_id(id, "Segment", ("id",))
        found = await queries.segments_by_id(actor, (key,))
        await service.complete(actor, found.values(), wanted(Selection.of(info)))
        return cast(Segment | None, found.get(key))


@strawberry.type
class SegmentsMutation:
    """What can be done to saved filters."""

    @mutation(_SAVE, description="Save a filter under a name.")
    async def create_segment(self, info: Info, input: CreateSegmentInput) -> CreateSegmentPayload:
        written = await service.create_segment(
            info.context.actor, input.to_draft(), idempotency_key=given(input.idempotency_key)
        )
        return CreateSegmentPayload(
            segment=await _answered(info, written), cursor=written.cursor or None
        )

    @mutation(_SAVE, description="Rename, edit, share or unshare a saved filter.")
    async def update_segment(self, info: Info, input: UpdateSegmentInput) -> UpdateSegmentPayload:
        key = decode_id(input.id, "Segment", ("id",))
        written = await service.update_segment(
            info.context.actor, key, input.version, input.to_changes()
        )
        return UpdateSegmentPayload(
            segment=await _answered(info, written), cursor=written.cursor or None
        )

    @mutation(
        _SAVE,
        description="Delete a saved filter. It can be restored for 30 days; filters that name it "
        "choose nobody by it until then.",
    )
    async def delete_segment(self, info: Info, input: DeleteSegmentInput) -> DeleteSegmentPayload:
        written = await service.delete_segment(
            info.context.actor, decode_id(input.id, "Segment", ("id",))
        )
        return DeleteSegmentPayload(deleted_id=input.id, cursor=written.cursor or None)

    @mutation(_SAVE, description="Bring back a deleted saved filter.")
    async def restore_segment(
        self, info: Info, input: RestoreSegmentInput
    ) -> RestoreSegmentPayload:
        written = await service.restore_segment(
            info.context.actor, decode_id(input.id, "Segment", ("id",))
        )
        return RestoreSegmentPayload(
            segment=await _answered(info, written), cursor=written.cursor or None
        )


async def _answered(info: Info, written: SegmentWritten) -> Segment:
    asked = wanted(Selection.of(info).at("segment"))
    await service.complete(info.context.actor, (written.segment,), asked)
    return cast(Segment, written.segment)
