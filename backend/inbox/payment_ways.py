"""How what a message asks for can be paid: told by the domain that knows where money goes."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from backend.core.registry import Registry


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked for; ``text`` is what for, ``locale`` the language that the page is read in."""

    account_id: int
    amount_minor: int
    currency: str
    text: str
    locale: str


@dataclass(frozen=True, slots=True)
class PaymentWay:
    """Bank details by their names, what else is said, and the code for banking apps, as SVG."""

    rows: tuple[tuple[str, str], ...]
    instructions: str = ""
    code: bytes | None = None


Way = Callable[[Asked], Awaitable[PaymentWay | None]]

payment_ways: Registry[Way] = Registry()


async def way_to_pay(asked: Asked) -> PaymentWay | None:
    """Return the first way that anybody knows."""
    for way in payment_ways.entries.values():
        if (found := await way(asked)) is not None:
            return found
    return None
