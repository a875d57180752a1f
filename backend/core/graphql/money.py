"""Money as the schema shows it, and takes it."""

from __future__ import annotations

from typing import Annotated

import strawberry

from backend.core import money
from backend.core.graphql.context import Info
from backend.core.graphql.nodes import row_type
from backend.core.graphql.scalars import BigInt
from backend.core.locale import known_locale


def _formatted(
    info: Info,
    root: strawberry.Parent[money.Money],
    locale: Annotated[
        str | None,
        strawberry.argument(description="`en`, `fr` or `it`; the viewer's language if left out."),
    ] = strawberry.UNSET,
) -> str:
    return root.formatted(known_locale(locale) if locale else info.context.actor.locale)


@row_type(money.Money)
class Money:
    """An amount of money."""

    minor: BigInt = strawberry.field(
        description="In minor units of the currency: 120050 is 1,200.50 EUR, or 120,050 JPY."
    )
    currency: str = strawberry.field(description="ISO 4217 code.")
    formatted: str = strawberry.field(
        resolver=_formatted, description="The amount as people of a language write it."
    )


@strawberry.input
class MoneyInput:
    """An amount of money."""

    minor: BigInt = strawberry.field(description="In minor units of the currency, such as cents.")
    currency: str = strawberry.field(description="ISO 4217 code, such as EUR.")
