"""What is said of payments and of what happened to a document."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from frontend.locale import format_money, t

Event = Mapping[str, Any]
METHODS = ("TRANSFER", "CARD", "CASH", "CHECK", "DIRECT_DEBIT", "OTHER")


def method_words(method: str) -> str:
    """Return how money came."""
    names = {
        "TRANSFER": t("Bank transfer"),
        "CARD": t("Bank card"),
        "CASH": t("Cash"),
        "CHECK": t("Paper check"),
        "DIRECT_DEBIT": t("Direct debit"),
        "OTHER": t("Another way"),
    }
    return names[method]


def event_words(event: Event, currency: str) -> str:
    """Say what happened; nothing for what has no words here."""
    words = _WORDS.get(event["kind"])
    return words(event, currency) if words else ""


def _who(event: Event) -> str:
    return event["actor"]["name"] or "Carnet"


def _payment(event: Event, currency: str) -> str:
    amount = int(event["payload"]["amountMinor"])
    words = format_money(abs(amount), currency)
    if amount < 0:
        return t("{who} took back a payment of {amount}", who=_who(event), amount=words)
    return t("{who} recorded a payment of {amount}", who=_who(event), amount=words)


def _answered(event: Event, currency: str) -> str:
    who = _who(event)
    said = {
        "accepted": t("{who} marked it as accepted", who=who),
        "rejected": t("{who} marked it as declined", who=who),
        "invoiced": t("{who} turned it into an invoice", who=who),
        "revised": t("A new version took its place"),
    }
    return said.get(event["payload"]["stage"], "")


def _credited(event: Event, currency: str) -> str:
    amount = format_money(int(event["payload"]["amountMinor"]), currency)
    return t("{who} credited {amount}", who=_who(event), amount=amount)


_WORDS: dict[str, Callable[[Event, str], str]] = {
    "document.drafted": lambda event, _: t("{who} began it", who=_who(event)),
    "document.issued": lambda event, _: t("{who} issued it", who=_who(event)),
    "document.voided": lambda event, _: t("{who} declared it void", who=_who(event)),
    "document.credited": _credited,
    "document.answered": _answered,
    "document.payment": _payment,
}
