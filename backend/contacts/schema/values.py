"""Custom values as they go out and come in, and what deletes a field with its values."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Annotated, cast

import strawberry

from backend.contacts import service
from backend.contacts.drafts import ValueDraft
from backend.contacts.rows import (
    ContactRow,
    DateValueRow,
    NumberValueRow,
    TextValueRow,
    UrlValueRow,
)
from backend.core.errors import Required, TooMany
from backend.core.graphql import Info, Payload, Selection, mutation, row_type
from backend.core.graphql.optional import given
from backend.core.ids import decode_id
from backend.core.permissions import Permission
from backend.custom_fields.kinds import CustomFieldKind
from backend.custom_fields.limits import MAX_FIELDS
from backend.custom_fields.schema import CustomField

CalendarDay = date
_MANAGE = Permission.MANAGE_CUSTOM_FIELDS


@strawberry.interface
class CustomValue:
    """What a contact has in a custom field; its type follows the field's."""

    field_id: strawberry.ID = strawberry.field(description="The field's global id.")
    field: CustomField = strawberry.field(description="The field.")


@row_type(TextValueRow)
class CustomTextValue(CustomValue):
    """What a contact has in a field of texts."""

    text: str = strawberry.field(description="The text as it was typed.")


@row_type(NumberValueRow)
class CustomNumberValue(CustomValue):
    """What a contact has in a field of numbers."""

    number: Decimal = strawberry.field(description="The number, exact.")


@row_type(DateValueRow)
class CustomDateValue(CustomValue):
    """What a contact has in a field of days."""

    date: CalendarDay = strawberry.field(description="The calendar day.")


@row_type(UrlValueRow)
class CustomUrlValue(CustomValue):
    """What a contact has in a field of addresses."""

    url: str = strawberry.field(
        description="An address of the schemes http, https or mailto, safe to link to."
    )


VALUE_TYPES = (CustomTextValue, CustomNumberValue, CustomDateValue, CustomUrlValue)
"""What the schema must know beside the interface."""

FieldIds = Annotated[
    list[strawberry.ID] | None,
    strawberry.argument(
        description="Only the values of these fields; all when left out. A field that is gone, or "
        "another account's, has none."
    ),
]


def custom_values(
    root: strawberry.Parent[ContactRow], field_ids: FieldIds = strawberry.UNSET
) -> list[CustomValue]:
    """Return the values that this selection asks for; others may have been read for another."""
    asked = given(field_ids)
    if asked is None:
        return cast(list[CustomValue], root.values)
    wanted = set(asked)
    return cast(list[CustomValue], [each for each in root.values if each.field_id in wanted])


def wanted_fields(selection: Selection) -> tuple[bool, frozenset[int]]:
    """Return whether a selection on contacts asks for all custom values, and else for which.

    Raises:
        InvalidId: an id that is no custom field's.
        TooMany: over a hundred at once.
    """
    keys: set[int] = set()
    for arguments in selection.arguments("customValues"):
        asked = arguments.get("fieldIds")
        if asked is None:
            return True, frozenset()
        keys.update(_keys(asked))
    return False, frozenset(keys)


def _keys(ids: Sequence[str]) -> list[int]:
    if len(ids) > MAX_FIELDS:
        raise TooMany(("fieldIds",), maximum=MAX_FIELDS)
    return [
        decode_id(each, "CustomField", ("fieldIds", str(place))) for place, each in enumerate(ids)
    ]


@strawberry.input(one_of=True)
class CustomValueContent:
    """A value of the field's type: exactly one."""

    text: strawberry.Maybe[str] = strawberry.field(description="Of a field of texts.")
    number: strawberry.Maybe[Decimal] = strawberry.field(description="Of a field of numbers.")
    date: strawberry.Maybe[CalendarDay] = strawberry.field(description="Of a field of days.")
    url: strawberry.Maybe[str] = strawberry.field(
        description="Of a field of addresses; `https://` is put before a bare host."
    )


@strawberry.input
class CustomValueInput:
    """A value of a custom field."""

    field_id: strawberry.ID = strawberry.field(description="Which field.")
    value: CustomValueContent | None = strawberry.field(
        default=strawberry.UNSET, description="Null, or a blank text, clears it."
    )

    def to_draft(self, place: int) -> ValueDraft:
        """Return the domain's draft."""
        path = ("customValues", str(place))
        key = decode_id(self.field_id, "CustomField", (*path, "fieldId"))
        content = given(self.value)
        if content is None:
            return ValueDraft(key, None)
        if content.text:
            return ValueDraft(key, content.text.value, CustomFieldKind.TEXT)
        if content.number:
            return ValueDraft(key, content.number.value, CustomFieldKind.NUMBER)
        if content.date:
            return ValueDraft(key, content.date.value, CustomFieldKind.DATE)
        if content.url:
            return ValueDraft(key, content.url.value, CustomFieldKind.URL)
        raise Required((*path, "value"))


def value_drafts(listed: Sequence[CustomValueInput]) -> tuple[ValueDraft, ...]:
    """Return the domain's drafts.

    Raises:
        InvalidId: one of them is for no custom field, at its path.
        TooMany: over a hundred.
    """
    if len(listed) > MAX_FIELDS:
        raise TooMany(("customValues",), maximum=MAX_FIELDS)
    return tuple(each.to_draft(place) for place, each in enumerate(listed))


@strawberry.input
class DeleteCustomFieldInput:
    """The custom field to delete."""

    id: strawberry.ID = strawberry.field(description="Which field.")


@strawberry.input
class RestoreCustomFieldInput:
    """The deleted custom field to bring back."""

    id: strawberry.ID = strawberry.field(description="Which field.")


@strawberry.type
class DeleteCustomFieldPayload(Payload):
    """What deleting a custom field answers."""

    deleted_id: strawberry.ID | None = strawberry.field(
        default=None, description="The field that is gone; `restoreCustomField` takes it back."
    )
    affected_count: int = strawberry.field(
        default=0, description="How many contacts had a value in it until now."
    )


@strawberry.type
class RestoreCustomFieldPayload(Payload):
    """What restoring a custom field answers."""

    custom_field: CustomField | None = strawberry.field(
        default=None, description="The field as it is now, behind the others."
    )


@strawberry.type
class CustomValuesMutation:
    """What can be done to custom fields with all their values."""

    @mutation(
        _MANAGE,
        description="Delete a custom field: every contact loses its value in it. It can be "
        "restored with all its values for 30 days.",
    )
    async def delete_custom_field(
        self, info: Info, input: DeleteCustomFieldInput
    ) -> DeleteCustomFieldPayload:
        key = decode_id(input.id, "CustomField", ("id",))
        written = await service.delete_field(info.context.actor, key)
        return DeleteCustomFieldPayload(
            deleted_id=input.id,
            affected_count=written.field.contact_count,
            cursor=written.cursor or None,
        )

    @mutation(_MANAGE, description="Bring back a deleted custom field, with all its values.")
    async def restore_custom_field(
        self, info: Info, input: RestoreCustomFieldInput
    ) -> RestoreCustomFieldPayload:
        key = decode_id(input.id, "CustomField", ("id",))
        written = await service.restore_field(info.context.actor, key)
        return RestoreCustomFieldPayload(
            custom_field=cast(CustomField, written.field), cursor=written.cursor or None
        )
