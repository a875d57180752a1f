"""The conditions of filters as clients write them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import strawberry


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
    contains: strawberry.Maybe[str] = strawberry.field(
        description="Holds this anywhere in it: of texts and addresses; accents and case aside, "
        "160 characters compared."
    )
    starts_with: strawberry.Maybe[str] = strawberry.field(
        description="Begins so: of texts, and of addresses without their scheme."
    )
    in_last_days: strawberry.Maybe[int] = strawberry.field(
        description="Is today or one of so many days before: of days."
    )
    not_in_last_days: strawberry.Maybe[int] = strawberry.field(
        description="Is before that: of days."
    )
    in_next_days: strawberry.Maybe[int] = strawberry.field(
        description="Is today or one of so many days to come: of days."
    )


@strawberry.input
class CustomFieldFilter:
    """By what a contact has in a custom field."""

    field_id: strawberry.ID = strawberry.field(description="Which field.")
    is_: CustomValueCondition = strawberry.field(name="is", description="What is asked of it.")


@strawberry.input(one_of=True)
class TextCondition:
    """What is asked of a text: exactly one. Accents and case aside, 160 characters compared.

    Of what a contact has several of, one is enough; and `isNot` says that none is.
    """

    is_: strawberry.Maybe[str] = strawberry.field(name="is", description="Is this text.")
    is_not: strawberry.Maybe[str] = strawberry.field(description="Is not this text, or empty.")
    contains: strawberry.Maybe[str] = strawberry.field(description="Holds this anywhere in it.")
    starts_with: strawberry.Maybe[str] = strawberry.field(description="Begins so.")
    is_empty: strawberry.Maybe[bool] = strawberry.field(
        description="There is none; or, when false, there is one."
    )


@strawberry.input(one_of=True)
class CountryCondition:
    """What is asked of the countries of a contact's addresses: exactly one."""

    any_of: strawberry.Maybe[list[str]] = strawberry.field(
        description="One is among these, ISO 3166-1 alpha-2 codes."
    )
    none_of: strawberry.Maybe[list[str]] = strawberry.field(description="None is among these.")
    is_empty: strawberry.Maybe[bool] = strawberry.field(
        description="There is none; or, when false, there is one."
    )


@strawberry.input(one_of=True)
class TimeCondition:
    """What is asked of an instant: exactly one. Days are those of the account's time zone.

    Contacts enter and leave the last so many days by the clock alone: when the day turns, whoever
    follows such a list is told to read it again.
    """

    between: strawberry.Maybe[DateRange] = strawberry.field(description="Is on one of these days.")
    in_last_days: strawberry.Maybe[int] = strawberry.field(
        description="Is today or one of so many days before, 36,500 at most."
    )
    not_in_last_days: strawberry.Maybe[int] = strawberry.field(description="Is before that.")
