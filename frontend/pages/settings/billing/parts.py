"""What the settings of billing are made of. Every folder of `frontend/pages` may bring parts, in a
`billing_part.py`:

    PARTS = (BillingPart("emails", lambda: t("E-mails"), "mail", order=70, draw=EmailsPart),)

`draw` takes the settings as operations/billing/read_billing_settings.graphql reads them, and a
function that reads them again.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from reactpy.types import Component

from frontend.routes import Words, declared_in

Settings = Mapping[str, Any]
Refetch = Callable[[], None]


@dataclass(frozen=True, slots=True)
class BillingPart:
    """A part, at `/settings/billing?part=<its id>`."""

    id: str
    label: Words
    icon: str
    order: int
    draw: Callable[[Settings, Refetch], Component]


@cache
def billing_parts() -> tuple[BillingPart, ...]:
    """Return all parts in their order."""
    parts = (
        part for module in declared_in("billing_part") for part in getattr(module, "PARTS", ())
    )
    return tuple(sorted(parts, key=lambda part: part.order))
