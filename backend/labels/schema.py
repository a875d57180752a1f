"""GraphQL of labels: parse → service or queries → wrap, nothing else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Annotated, Any, cast

import strawberry

from backend.core.graphql import Info, Node, Payload, mutation, query, row_type
from backend.core.graphql.enums import describe_enum
from backend.core.graphql.nodes import node_readers
from backend.core.graphql.optional import given
from backend.core.ids import decode_id
from backend.core.permissions import Permission
from backend.labels import queries, service
from backend.labels.rows import LabelRow
from backend.labels.rules import LabelColor

describe_enum(
    LabelColor,
    "The colour of a label; each theme shows it in its own shade.",
    {color.name: f"{color.value.capitalize()}." for color in LabelColor},
)


@row_type(LabelRow)
class Label(Node):
    """A word with a colour that contacts are sorted by."""

    name: str = strawberry.field(description="The word; unique in the account, accents aside.")
    color: LabelColor = strawberry.field(description="Its colour.")
    version: int = strawberry.field(description="Grows with every change of the label.")
    contact_count: int = strawberry.field(
        description="How many contacts carry it, those in the trash aside."
    )
    created_at: datetime = strawberry.field(description="When it was made.")


@strawberry.input
class CreateLabelInput:
    """A new label."""

    name: str = strawberry.field(description="At most 60 characters.")
    color: LabelColor | None = strawberry.field(
        default=strawberry.UNSET,
        description="By default the colour that the account's labels have least, gray aside.",
    )
    idempotency_key: str | None = strawberry.field(
        default=strawberry.UNSET,
        description="The same key and input again answer with the first label. Not blank, at "
        "most 200 characters.",
    )


@strawberry.input
class UpdateLabelInput:
    """A change of a label; what is left out stays."""

    id: strawberry.ID = strawberry.field(description="Which label.")
    version: int = strawberry.field(description="The version that the change started from.")
    name: str | None = strawberry.field(default=strawberry.UNSET, description="Its new name.")
    color: LabelColor | None = strawberry.field(
        default=strawberry.UNSET, description="Its new colour."
    )


@strawberry.input
class DeleteLabelInput:
    """The label to delete."""

    id: strawberry.ID = strawberry.field(description="Which label.")


@strawberry.type
class CreateLabelPayload(Payload):
    """What making a label answers."""

    label: Label | None = strawberry.field(default=None, description="The new label.")


@strawberry.type
class UpdateLabelPayload(Payload):
    """What changing a label answers."""

    label: Label | None = strawberry.field(default=None, description="The label as it is now.")


@strawberry.type
class DeleteLabelPayload(Payload):
    """What deleting a label answers."""

    deleted_id: strawberry.ID | None = strawberry.field(
        default=None, description="The label that is gone."
    )
    affected_count: int = strawberry.field(
        default=0, description="How many contacts carried it until now."
    )


@strawberry.type
class LabelsQuery:
    """What can be read of labels."""

    @query(Permission.READ, description="The account's labels, by name.")
    async def labels(
        self,
        info: Info,
        search: Annotated[
            str | None,
            strawberry.argument(description="Part of a name, accents and case aside."),
        ] = None,
    ) -> list[Label]:
        found = await queries.list_labels(info.context.actor, search or None)
        return cast(list[Label], found)


@strawberry.type
class LabelsMutation:
    """What can be done to labels."""

    @mutation(Permission.MANAGE_LABELS, description="Make a label.")
    async def create_label(self, info: Info, input: CreateLabelInput) -> CreateLabelPayload:
        written = await service.create_label(
            info.context.actor,
            input.name,
            given(input.color),
            idempotency_key=given(input.idempotency_key),
        )
        return CreateLabelPayload(label=cast(Label, written.label), cursor=written.cursor or None)

    @mutation(Permission.MANAGE_LABELS, description="Rename or recolour a label.")
    async def update_label(self, info: Info, input: UpdateLabelInput) -> UpdateLabelPayload:
        written = await service.update_label(
            info.context.actor,
            decode_id(input.id, "Label", ("id",)),
            input.version,
            name=given(input.name),
            color=given(input.color),
        )
        return UpdateLabelPayload(label=cast(Label, written.label), cursor=written.cursor or None)

    @mutation(Permission.MANAGE_LABELS, description="Delete a label and take it off every contact.")
    async def delete_label(self, info: Info, input: DeleteLabelInput) -> DeleteLabelPayload:
        removed = await service.delete_label(
            info.context.actor, decode_id(input.id, "Label", ("id",))
        )
        return DeleteLabelPayload(
            deleted_id=input.id,
            affected_count=removed.affected_count,
            cursor=removed.cursor or None,
        )


async def _read_labels(info: Info, keys: Sequence[int]) -> Mapping[int, Any]:
    return await queries.labels_by_id(info.context.actor, keys)


node_readers.register("Label", _read_labels)
