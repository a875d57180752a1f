"""The words of billing that several places say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from frontend.components import Option
from frontend.components.suggest import Suggesting
from frontend.locale import t
from frontend.locale.typed_numbers import show_number

Tax = Mapping[str, Any]


def kind_names() -> dict[str, str]:
    """Return what documents are called, several of them."""
    return {
        "QUOTE": t("Quotes"),
        "INVOICE": t("Invoices"),
        "CREDIT_NOTE": t("Credit notes"),
    }


def rate_words(tax: Tax) -> str:
    """Return a tax's rate: "5.5 %"."""
    return t("{rate} %", rate=show_number(Decimal(tax["rate"])))


def tax_options(taxes: Sequence[Tax], chosen: Tax | None) -> list[Option]:
    """Return the taxes as the options of a select: none, those that can be chosen, and the one that
    was chosen before it was archived.
    """
    shown = [*taxes]
    if chosen is not None and all(tax["id"] != chosen["id"] for tax in taxes):
        shown.append(chosen)
    return [Option("", t("No tax chosen")), *(Option(tax["id"], tax["name"]) for tax in shown)]


def suggested_units() -> Suggesting:
    """Return what finds the units that things are usually sold by."""
    units = (
        t("hour"),
        t("day"),
        t("half-day"),
        t("week"),
        t("month"),
        t("year"),
        t("piece"),
        t("page"),
        t("word"),
        t("km"),
        t("flat rate"),
    )

    async def search(typed: str) -> Sequence[str]:
        wanted = typed.strip().casefold()
        return [unit for unit in units if unit.casefold().startswith(wanted) and unit != typed]

    return search
