"""Filters and sorts as clients write them → the domain's own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated, Any

import strawberry

from backend.contacts import filters as domain
from backend.contacts.filter_input import keys_of, parse_filter
from backend.contacts.kinds import ContactPart, Deliverability, SubscriptionStatus
from backend.contacts.schema.conditions import (
    CountryCondition,
    CustomFieldFilter,
    LabelFilter,
    TextCondition,
    TimeCondition,
)
from backend.contacts.sorting import ContactSort, ContactSortField, SortDirection
from backend.core.graphql.optional import given
from backend.core.graphql.plain import plain
from backend.core.ids import decode_id

__all__ = [
    "ContactFilter",
    "ContactSortInput",
    "FilterArgument",
    "SortArgument",
    "depends_on_who_and_when",
    "filter_of",
    "keys_of",
    "sort_of",
]


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
    given_name: strawberry.Maybe[TextCondition] = strawberry.field(description="By given name.")
    family_name: strawberry.Maybe[TextCondition] = strawberry.field(description="By family name.")
    company: strawberry.Maybe[TextCondition] = strawberry.field(description="By company.")
    position: strawberry.Maybe[TextCondition] = strawberry.field(
        description="By what they do in the company."
    )
    email: strawberry.Maybe[TextCondition] = strawberry.field(
        description="By an e-mail address; accents count in these."
    )
    phone: strawberry.Maybe[TextCondition] = strawberry.field(
        description="By the digits of a phone number, in any spacing, as dialled in the account's "
        "country or from abroad."
    )
    city: strawberry.Maybe[TextCondition] = strawberry.field(description="By a city.")
    postal_code: strawberry.Maybe[TextCondition] = strawberry.field(
        description="By a postal code; spaces aside."
    )
    country: strawberry.Maybe[CountryCondition] = strawberry.field(
        description="By the country of an address."
    )
    created: strawberry.Maybe[TimeCondition] = strawberry.field(
        description="By when the contact was made."
    )
    last_activity: strawberry.Maybe[TimeCondition] = strawberry.field(
        description="By when something last happened with it."
    )
    has: strawberry.Maybe[ContactPart] = strawberry.field(description="Has one or more of these.")
    lacks: strawberry.Maybe[ContactPart] = strawberry.field(description="Has none of these.")
    deliverability: strawberry.Maybe[list[Deliverability]] = strawberry.field(
        description="One of these is true of it."
    )
    segment: strawberry.Maybe[strawberry.ID] = strawberry.field(
        description="Is chosen by this saved filter, as that is at the time."
    )
    job: strawberry.Maybe[strawberry.ID] = strawberry.field(
        description="Was made or changed by this job, as long as that can be undone."
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
        As ``filter_input.parse_filter``.
    """
    return parse_filter(plain(chosen), path) if chosen else domain.EVERYONE


_OWN_WORDS = frozenset({"segment", "inLastDays", "notInLastDays", "inNextDays"})


def depends_on_who_and_when(arguments: Mapping[str, Any]) -> bool:
    """Whether a list's arguments name what not everybody of the account may see, or days that are
    counted from today: what such a list shows is one follower's own."""
    waiting: list[Any] = [arguments]
    while waiting:
        value = waiting.pop()
        if isinstance(value, Mapping):
            if _OWN_WORDS & value.keys():
                return True
            waiting.extend(value.values())
        elif isinstance(value, list):
            waiting.extend(value)
    return False
