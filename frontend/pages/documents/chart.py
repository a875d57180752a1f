"""Twelve months as columns beside the sums, what was invoiced and what came; its table says the
same.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from reactpy import component, html
from reactpy.types import VdomDict

from frontend.components import Dialog
from frontend.hooks import use_url_state
from frontend.locale import format_money, t
from frontend.locale.formats import format_month

Months = Sequence[Mapping[str, Any]]
SLOT, BAR, HEIGHT = 16, 6, 44


@component
def MonthsChart(months: Months) -> VdomDict:
    """The chart of the currency that was used most; a click shows every number."""
    opened, set_opened = use_url_state("months")
    currency = main_currency(months)
    shown = [each for each in months if each["currency"] == currency]
    return html.div(
        {"className": "months"},
        html.button(
            {
                "type": "button",
                "className": "months-open",
                "title": t("Month by month"),
                "aria-label": t("Month by month"),
                "onClick": lambda event: set_opened("1", push=True),
            },
            _drawing(shown),
            html.span(
                {"className": "months-key"},
                html.span({"className": "months-key-invoiced"}, t("Invoiced")),
                html.span({"className": "months-key-paid"}, t("Received")),
            ),
        ),
        _table(months, on_close=lambda: set_opened(None)) if opened else None,
    )


def main_currency(months: Months) -> str:
    """Return the currency with the most money in these months."""
    sums: dict[str, int] = {}
    for each in months:
        amount = max(_minor(each, "invoiced"), _minor(each, "paid"))
        sums[each["currency"]] = sums.get(each["currency"], 0) + amount
    return max(sums, key=lambda currency: (sums[currency], currency))


def _drawing(months: Months) -> VdomDict:
    most = max((_minor(each, name) for each in months for name in ("invoiced", "paid")), default=0)
    marks: list[VdomDict] = []
    for place, each in enumerate(months):
        left = place * SLOT
        marks += [
            _bar("months-invoiced", left, _minor(each, "invoiced"), most, f"i{place}"),
            _bar("months-paid", left + BAR + 1, _minor(each, "paid"), most, f"p{place}"),
        ]
    width = len(months) * SLOT - SLOT + 2 * BAR + 1
    return html.svg(
        {
            "className": "months-drawing",
            "viewBox": f"0 0 {width} {HEIGHT + 1}",
            "aria-hidden": "true",
        },
        html.svg.rect(
            {"className": "months-line", "x": 0, "y": HEIGHT, "width": width, "height": 1}
        ),
        *marks,
    )


def _bar(name: str, left: int, amount: int, most: int, key: str) -> VdomDict:
    height = max(1.0, HEIGHT * amount / most) if amount > 0 and most else 0
    return html.svg.rect(
        {
            "key": key,
            "className": name,
            "x": left,
            "y": round(HEIGHT - height, 1),
            "width": BAR,
            "height": round(height, 1),
            "rx": 1,
        }
    )


def _table(months: Months, *, on_close: Any) -> VdomDict:
    currencies = list(dict.fromkeys(each["currency"] for each in months))
    return Dialog(
        t("Month by month"),
        html.table(
            {"className": "months-table"},
            html.thead(
                html.tr(
                    html.th({"scope": "col"}, t("Month")),
                    html.th({"scope": "col"}, t("Invoiced")),
                    html.th({"scope": "col"}, t("Received")),
                )
            ),
            *(
                html.tbody(
                    {"key": currency},
                    *(_row(each) for each in reversed(months) if each["currency"] == currency),
                )
                for currency in currencies
            ),
        ),
        on_close=on_close,
        text=t("Invoices less credit notes, and payments by the day when they came."),
        size="medium",
        id="months",
    )


def _row(month: Mapping[str, Any]) -> VdomDict:
    day = date.fromisoformat(f"{month['month']}-01")
    return html.tr(
        {"key": month["month"]},
        html.th({"scope": "row"}, format_month(day)),
        html.td(format_money(_minor(month, "invoiced"), month["currency"])),
        html.td(format_money(_minor(month, "paid"), month["currency"])),
    )


def _minor(month: Mapping[str, Any], name: str) -> int:
    return int(month[name]["minor"])
