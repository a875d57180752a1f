"""Schedules and what became of their days, in the reader's language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from frontend.client import UserError
from frontend.components import Option
from frontend.errors import explain
from frontend.locale import format_date, format_money, t, tn

Recurring = Mapping[str, Any]


def name_of(recurring: Recurring) -> str:
    """Return what a recurring invoice or a document is called: by its title, or its buyer."""
    return recurring["title"] or recurring["buyer"]["name"] or t("Without a name")


def amount(money: Mapping[str, Any]) -> str:
    """Return an amount as it is shown."""
    return format_money(money["minor"], money["currency"])


def often(recurring: Recurring) -> str:
    """Return how often one comes."""
    every = recurring["every"]
    if recurring["frequency"] == "WEEKLY":
        return tn("Once a week", "Every {count} weeks", every)
    if recurring["frequency"] == "MONTHLY":
        return tn("Once a month", "Every {count} months", every)
    return tn("Once a year", "Every {count} years", every)


def until(recurring: Recurring) -> str:
    """Return when one ends."""
    if recurring["times"] is not None:
        return tn(
            "{made} of {count} invoice made",
            "{made} of {count} invoices made",
            recurring["times"],
            made=recurring["made"],
        )
    if recurring["endsOn"]:
        return t("until {day}", day=format_date(recurring["endsOn"]))
    return t("without end")


def state(recurring: Recurring) -> tuple[str, str] | None:
    """Return the words and the colour of what keeps one from going on, if anything does."""
    if recurring["isEnded"]:
        return t("Ended"), "GRAY"
    if recurring["isPaused"]:
        return t("Paused"), "AMBER"
    return None


def mode_words(mode: str) -> str:
    """Return what becomes of an invoice on its day."""
    return {
        "REVIEW": t("Kept as a draft for you to issue"),
        "ISSUE": t("Issued by itself"),
        "SEND": t("Issued and sent by itself"),
    }[mode]


def mode_options() -> list[Option]:
    """Return the choices of what becomes of an invoice on its day."""
    return [Option(mode, mode_words(mode)) for mode in ("REVIEW", "ISSUE", "SEND")]


def outcome_words(day: Mapping[str, Any]) -> str:
    """Return what became of a day."""
    if day["outcome"] == "ISSUED" and day["problem"]:
        return t("Issued, not sent: {reason}", reason=_reason(day["problem"]))
    if day["outcome"] == "HELD":
        return t("Could not be issued: {reason}", reason=_reason(day["problem"]))
    return {
        "DRAFTED": t("Made as a draft"),
        "ISSUED": t("Issued"),
        "SKIPPED": t("Skipped"),
    }[day["outcome"]]


def _reason(code: str) -> str:
    reasons = {
        "REQUIRED": t("something is missing in it"),
        "SELLER_INCOMPLETE": t("your own details are not complete"),
        "BUYER_INCOMPLETE": t("the client’s address or tax number is not complete"),
        "EMPTY_DOCUMENT": t("no line has a quantity"),
        "EMAIL_INVALID": t("the client’s e-mail address is wrong"),
    }
    return reasons.get(code) or explain(UserError(code=code, path=[], parameters=[]))
