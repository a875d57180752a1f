"""Filters and sorts as clients write them → the domain's own."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Annotated

import strawberry

from backend.contacts import filters as domain
from backend.contacts.errors import FilterTooComplex
from backend.contacts.kinds import SubscriptionStatus
from backend.contacts.limits import MAX_FILTER_DEPTH, MAX_SELECTED_IDS
from backend.contacts.sorting import ContactSort, ContactSortField, SortDirection
from backend.core.errors import Required, TooMany
from backend.core.graphql.optional import given
from backend.core.ids import decode_id
from backend.custom_fields.kinds import CustomFieldKind
from backend.custom_fields.values import (
    greatest_number_key,
    least_number_key,
    text_key,
    url_key,
)


@strawberry.input(one_of=True)
class LabelFilter:
    """By the labels that a contact carries: exactly one way."""

    any_of: strawberry.Maybe[list[strawberry.ID]] = strawberry.field(
        description="At least one of these."
    )
    all_of: strawberry.Maybe[list[strawberry.ID]] = strawberry.field(
        description="Every one of these."
    )
    none_of: strawberry.Maybe[list[strawberry.ID]] = strawberry.field(description="None of these.")


@strawberry.input
class DecimalRange:
    """Numbers between two, both included; one that is left out is no bound."""

    from_: Decimal | None = strawberry.field(
        name="from", default=strawberry.UNSET, description="The least."
    )
    to: Decimal | None = strawberry.field(default=strawberry.UNSET, description="The greatest.")


@strawberry.input
class DateRange:
    """Days between two, both included; one that is left out is no bound."""

    from_: date | None = strawberry.field(
        name="from", default=strawberry.UNSET, description="The first day."
    )
    to: date | None = strawberry.field(default=strawberry.UNSET, description="The last day.")


@strawberry.input(one_of=True)
class CustomValueCondition:
    """What is asked of a custom field: exactly one, fitting the field's type."""

    has: strawberry.Maybe[bool] = strawberry.field(description="Has a value in it, or has none.")
    text: strawberry.Maybe[str] = strawberry.field(
        description="Is this text; accents and case aside, 160 characters compared."
    )
    url: strawberry.Maybe[str] = strawberry.field(
        description="Is this address; its scheme, accents and case aside."
    )
    number: strawberry.Maybe[DecimalRange] = strawberry.field(description="Is in this range.")
    date: strawberry.Maybe[DateRange] = strawberry.field(description="Is in this range.")


@strawberry.input
class CustomFieldFilter:
    """By what a contact has in a custom field."""

    field_id: strawberry.ID = strawberry.field(description="Which field.")
    is_: CustomValueCondition = strawberry.field(name="is", description="What is asked of it.")


@strawberry.input(one_of=True)
class ContactFilter:
    """Which contacts: exactly one condition, nested with `and`, `or` and `not`.

    Contacts in the trash are left out, unless `deleted` stands at the top or in an `and` there.
    """

    and_: strawberry.Maybe[list[ContactFilter]] = strawberry.field(
        name="and", description="All of these hold."
    )
    or_: strawberry.Maybe[list[ContactFilter]] = strawberry.field(
        name="or", description="At least one of these holds."
    )
    not_: strawberry.Maybe[ContactFilter] = strawberry.field(
        name="not", description="This does not hold."
    )
    search: strawberry.Maybe[str] = strawberry.field(
        description="Every word is found in a name, company, e-mail or phone; parts of words, "
        "accents, case and the spacing of digits do not matter."
    )
    labels: strawberry.Maybe[LabelFilter] = strawberry.field(description="By labels.")
    subscription: strawberry.Maybe[list[SubscriptionStatus]] = strawberry.field(
        description="Has an e-mail address in one of these states."
    )
    deleted: strawberry.Maybe[bool] = strawberry.field(description="Is in the trash, or is not.")
    ids: strawberry.Maybe[list[strawberry.ID]] = strawberry.field(
        description="Is one of these, 10,000 at most."
    )
    custom: strawberry.Maybe[CustomFieldFilter] = strawberry.field(
        description="By the value of a custom field."
    )


@strawberry.input(name="ContactSort")
class ContactSortInput:
    """The order of a list."""

    field: ContactSortField = strawberry.field(
        default=ContactSortField.GIVEN_NAME, description="What to sort by; given name by default."
    )
    custom_field_id: strawberry.ID | None = strawberry.field(
        default=strawberry.UNSET,
        description="Sort by this custom field instead: numbers and days by size, texts and "
        "addresses by letters. Who has no value in it stands last, by given name in the same "
        "direction.",
    )
    direction: SortDirection = strawberry.field(
        default=SortDirection.ASC, description="Ascending by default."
    )


FilterArgument = Annotated[
    ContactFilter | None, strawberry.argument(description="Which contacts; all by default.")
]
SortArgument = Annotated[
    ContactSortInput | None,
    strawberry.argument(description="The order; by given name by default."),
]


def sort_of(chosen: ContactSortInput | None) -> ContactSort:
    """Return the order that was asked for."""
    if not chosen:
        return ContactSort()
    custom = given(chosen.custom_field_id)
    return ContactSort(
        chosen.field,
        chosen.direction,
        None if custom is None else decode_id(custom, "CustomField", ("sort", "customFieldId")),
    )


def filter_of(
    chosen: ContactFilter | None, path: Sequence[str] = ("filter",)
) -> domain.ContactFilter:
    """Return the filter that was asked for; everyone when there is none.

    Raises:
        InvalidId: an id that is not one of ours, at its path.
        FilterTooComplex: nested deeper than any list needs.
    """
    return domain.EVERYONE if not chosen else _parse(chosen, tuple(path), 0)


def _parse(chosen: ContactFilter, path: tuple[str, ...], depth: int) -> domain.ContactFilter:
    if depth >= MAX_FILTER_DEPTH:
        raise FilterTooComplex(path, maximum=MAX_FILTER_DEPTH)
    if chosen.and_:
        return domain.And(_parse_all(chosen.and_.value, (*path, "and"), depth))
    if chosen.or_:
        return domain.Or(_parse_all(chosen.or_.value, (*path, "or"), depth))
    if chosen.not_:
        return domain.Not(_parse(chosen.not_.value, (*path, "not"), depth + 1))
    if chosen.labels:
        return _labels(chosen.labels.value, (*path, "labels"))
    return _leaf(chosen, path)


def _parse_all(
    parts: Sequence[ContactFilter], path: tuple[str, ...], depth: int
) -> tuple[domain.ContactFilter, ...]:
    return tuple(_parse(part, (*path, str(place)), depth + 1) for place, part in enumerate(parts))


def _leaf(chosen: ContactFilter, path: tuple[str, ...]) -> domain.ContactFilter:
    if chosen.search:
        return domain.Search(chosen.search.value)
    if chosen.subscription:
        return domain.Subscription(frozenset(chosen.subscription.value))
    if chosen.deleted:
        return domain.Deleted(chosen.deleted.value)
    if chosen.ids:
        return domain.Ids(_key_set(chosen.ids.value, "Contact", (*path, "ids")))
    if chosen.custom:
        return _custom(chosen.custom.value, (*path, "custom"))
    raise Required(path)


def _custom(chosen: CustomFieldFilter, path: tuple[str, ...]) -> domain.ContactFilter:
    key = decode_id(chosen.field_id, "CustomField", (*path, "fieldId"))
    asked = chosen.is_
    if asked.has:
        held = domain.CustomRange(key)
        return held if asked.has.value else domain.Not(held)
    if asked.text:
        return _exactly(key, CustomFieldKind.TEXT, text_key(asked.text.value))
    if asked.url:
        return _exactly(key, CustomFieldKind.URL, url_key(asked.url.value))
    if asked.number:
        least, greatest = given(asked.number.value.from_), given(asked.number.value.to)
        return domain.CustomRange(
            key,
            CustomFieldKind.NUMBER,
            None if least is None else least_number_key(least),
            None if greatest is None else greatest_number_key(greatest),
        )
    if asked.date:
        first, last = given(asked.date.value.from_), given(asked.date.value.to)
        return domain.CustomRange(
            key,
            CustomFieldKind.DATE,
            None if first is None else first.isoformat(),
            None if last is None else last.isoformat(),
        )
    raise Required((*path, "is"))


def _exactly(key: int, kind: CustomFieldKind, value: str) -> domain.ContactFilter:
    return domain.CustomRange(key, kind, value, value)


def _labels(chosen: LabelFilter, path: tuple[str, ...]) -> domain.ContactFilter:
    if chosen.any_of:
        return domain.LabelsAny(_key_set(chosen.any_of.value, "Label", (*path, "anyOf")))
    if chosen.all_of:
        return domain.LabelsAll(_key_set(chosen.all_of.value, "Label", (*path, "allOf")))
    if chosen.none_of:
        return domain.LabelsNone(_key_set(chosen.none_of.value, "Label", (*path, "noneOf")))
    raise Required(path)


def keys_of(ids: Sequence[str], type_name: str, path: tuple[str, ...]) -> tuple[int, ...]:
    """Return the primary keys of global ids, in their order.

    Raises:
        InvalidId: one of them is not ours, at its path.
        TooMany: more than ten thousand.
    """
    if len(ids) > MAX_SELECTED_IDS:
        raise TooMany(path, maximum=MAX_SELECTED_IDS)
    return tuple(decode_id(each, type_name, (*path, str(place))) for place, each in enumerate(ids))


def _key_set(ids: Sequence[str], type_name: str, path: tuple[str, ...]) -> frozenset[int]:
    return frozenset(keys_of(ids, type_name, path))
