"""What the lines add up to, as the API reckons it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class TaxAmount:
    """One rate's part; ``rate`` is None of lines without a tax."""

    name: str
    rate: str | None
    base_minor: int
    amount_minor: int


@dataclass(frozen=True, slots=True)
class Amounts:
    """Amounts in minor units of one currency; of lines by their keys."""

    currency: str
    lines: Mapping[str, int] = field(default_factory=dict)
    lines_minor: int = 0
    discount_minor: int = 0
    net_minor: int = 0
    total_minor: int = 0
    taxes: tuple[TaxAmount, ...] = ()


def amounts_of(found: Mapping[str, Any], keys: Sequence[str], currency: str) -> Amounts:
    """Return what was reckoned of lines with these keys."""
    totals = found["totals"]
    return Amounts(
        currency,
        {key: line["total"]["minor"] for key, line in zip(keys, found["lines"], strict=True)},
        totals["lines"]["minor"],
        totals["discount"]["minor"],
        totals["net"]["minor"],
        totals["total"]["minor"],
        tuple(
            TaxAmount(
                " · ".join(each["names"]),
                each["rate"],
                each["base"]["minor"],
                each["amount"]["minor"],
            )
            for each in totals["taxes"]
        ),
    )
