"""GraphQL of custom fields: parse → service or queries → wrap, nothing else.

Their values, and what does something to these, are in the schema of contacts.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, cast

import strawberry

from backend.core.errors import TooMany
from backend.core.graphql import Info, Node, Payload, mutation, query, row_type
from backend.core.graphql.enums import describe_enum
from backend.core.graphql.nodes import node_readers
from backend.core.graphql.optional import given
from backend.core.ids import decode_id
from backend.core.permissions import Permission
from backend.custom_fields import queries, service
from backend.custom_fields.kinds import CustomFieldKind
from backend.custom_fields.limits import MAX_FIELDS
from backend.custom_fields.rows import FieldRow

_MANAGE = Permission.MANAGE_CUSTOM_FIELDS

describe_enum(
    CustomFieldKind,
    "What the values of a custom field are.",
    {
        "TEXT": "A text of up to 2,000 characters, which may have several lines.",
        "NUMBER": "An exact number: up to 15 digits before the decimal sign and 6 behind it.",
        "DATE": "A calendar day.",
        "URL": "An address of the schemes http, https or mailto.",
    },
)


@row_type(FieldRow)
class CustomField(Node):
    """A field of the account's own, which every contact may have a value in."""

    name: str = strawberry.field(description="Unique in the account, accents and case aside.")
    kind: CustomFieldKind = strawberry.field(description="What its values are; never changes.")
    version: int = strawberry.field(description="Grows when it is renamed.")
    contact_count: int = strawberry.field(
        description="How many contacts have a value in it, those in the trash aside."
    )
    created_at: datetime = strawberry.field(description="When it was made.")


@strawberry.input
class CreateCustomFieldInput:
    """A new custom field."""

    name: str = strawberry.field(
        description="At most 60 characters; not what a standard field is called in any language."
    )
    kind: CustomFieldKind = strawberry.field(description="What its values are.")
    idempotency_key: str | None = strawberry.field(
        default=strawberry.UNSET,
        description="The same key and input again answer with the first field.",
    )


@strawberry.input
class UpdateCustomFieldInput:
    """Another name for a custom field."""

    id: strawberry.ID = strawberry.field(description="Which field.")
    version: int = strawberry.field(description="The version that the change started from.")
    name: str = strawberry.field(description="Its new name.")


@strawberry.input
class ReorderCustomFieldsInput:
    """The order of the custom fields."""

    ids: list[strawberry.ID] = strawberry.field(
        description="Fields in their new order; those left out stay behind them, in theirs."
    )


@strawberry.type
class CreateCustomFieldPayload(Payload):
    """What making a custom field answers."""

    custom_field: CustomField | None = strawberry.field(default=None, description="The new field.")


@strawberry.type
class UpdateCustomFieldPayload(Payload):
    """What renaming a custom field answers."""

    custom_field: CustomField | None = strawberry.field(
        default=None, description="The field as it is now."
    )


@strawberry.type
class ReorderCustomFieldsPayload(Payload):
    """What ordering the custom fields answers."""

    custom_fields: list[CustomField] = strawberry.field(
        default_factory=list, description="All fields, in their order."
    )


@strawberry.type
class CustomFieldsQuery:
    """What can be read of custom fields."""

    @query(Permission.READ, description="The account's custom fields, in their order.")
    async def custom_fields(self, info: Info) -> list[CustomField]:
        return cast(list[CustomField], await queries.list_fields(info.context.actor))


@strawberry.type
class CustomFieldsMutation:
    """What can be done to custom fields."""

    @mutation(_MANAGE, description="Make a custom field, behind the others.")
    async def create_custom_field(
        self, info: Info, input: CreateCustomFieldInput
    ) -> CreateCustomFieldPayload:
        written = await service.create_field(
            info.context.actor,
            input.name,
            input.kind,
            idempotency_key=given(input.idempotency_key),
        )
        return CreateCustomFieldPayload(
            custom_field=cast(CustomField, written.field), cursor=written.cursor or None
        )

    @mutation(_MANAGE, description="Rename a custom field.")
    async def update_custom_field(
        self, info: Info, input: UpdateCustomFieldInput
    ) -> UpdateCustomFieldPayload:
        key = decode_id(input.id, "CustomField", ("id",))
        written = await service.update_field(
            info.context.actor, key, input.version, name=input.name
        )
        return UpdateCustomFieldPayload(
            custom_field=cast(CustomField, written.field), cursor=written.cursor or None
        )

    @mutation(_MANAGE, description="Put the custom fields in another order.")
    async def reorder_custom_fields(
        self, info: Info, input: ReorderCustomFieldsInput
    ) -> ReorderCustomFieldsPayload:
        if len(input.ids) > MAX_FIELDS:
            raise TooMany(("ids",), maximum=MAX_FIELDS)
        keys = [
            decode_id(each, "CustomField", ("ids", str(place)))
            for place, each in enumerate(input.ids)
        ]
        ordered = await service.reorder_fields(info.context.actor, keys)
        return ReorderCustomFieldsPayload(
            custom_fields=cast(list[CustomField], ordered.fields), cursor=ordered.cursor or None
        )


async def _read_fields(info: Info, keys: Sequence[int]) -> Mapping[int, Any]:
    return await queries.fields_by_id(info.context.actor, keys)


node_readers.register("CustomField", _read_fields)
