"""Keeping what an account adds up to within what every client reads."""

from __future__ import annotations

from backend.billing.errors import SumTooLarge
from backend.billing.queries.sums import invoiced_minor, received_minor
from backend.billing.rules.kinds import DocumentKind
from backend.core.money import MAX_MINOR
from backend.core.permissions import Actor

_MILLION = 1_000_000
SMALL_MINOR = MAX_MINOR // (10 * _MILLION)
"""Ten million of these do not reach the bound: nothing is added up for them."""


async def require_room_for_document(
    actor: Actor, kind: DocumentKind, currency: str, total_minor: int
) -> None:
    """Refuse a document with which all of its kind would be more than a client reads exactly.

    Raises:
        SumTooLarge
    """
    if total_minor > SMALL_MINOR:
        _require(await invoiced_minor(actor, kind, currency), total_minor, currency, ("lines",))


async def require_room_for_payment(actor: Actor, currency: str, amount_minor: int) -> None:
    """Refuse a payment with which all would be more than a client reads exactly.

    Raises:
        SumTooLarge
    """
    if amount_minor > SMALL_MINOR:
        _require(await received_minor(actor, currency), amount_minor, currency, ("amountMinor",))


def _require(present: int, more: int, currency: str, path: tuple[str, ...]) -> None:
    if present + more > MAX_MINOR:
        raise SumTooLarge(path, maximum_minor=MAX_MINOR, currency=currency)
