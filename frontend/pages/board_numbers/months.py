"""Each month: what was won, what was lost, and why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from babel import dates
from reactpy import html
from reactpy.types import VdomDict

from frontend.components import Panel
from frontend.locale import format_number, t
from frontend.locale.catalogs import babel_locale
from frontend.locale.formats import format_month
from frontend.locale.reader import current_locale
from frontend.pages.board_numbers.charts import Column, chart_frame, columns
from frontend.pages.board_numbers.words import reason_words, sums_words

Month = Mapping[str, Any]


def outcome_panel(months: Sequence[Month], *, with_lost: bool) -> VdomDict:
    """Draw what was won and lost by month."""
    drawing = columns(
        [Column(_short(month), month["wonCount"], month["lostCount"]) for month in months]
    )
    text = (
        t("Cards that came to an outcome in each month and stand there: won above, lost below.")
        if with_lost
        else t("Cards that came to their end in each month and stand there.")
    )
    return Panel(
        t("Won and lost"),
        chart_frame(drawing, _table(months, with_lost=with_lost)),
        text=text,
    )


def reasons_panel(months: Sequence[Month]) -> VdomDict | None:
    """Draw why cards were lost in all these months; nothing where none was."""
    counts: dict[str, int] = {}
    for month in months:
        for each in month["reasons"]:
            counts[each["reason"]] = counts.get(each["reason"], 0) + each["count"]
    if not counts:
        return None
    ranked = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    return Panel(
        t("Why cards were lost"),
        html.table(
            {"className": "numbers-table"},
            html.thead(
                html.tr(
                    html.th({"scope": "col"}, t("Reason")), html.th({"scope": "col"}, t("Cards"))
                )
            ),
            html.tbody(
                *(
                    html.tr(
                        {"key": reason},
                        html.th({"scope": "row"}, html.bdi(reason_words(reason))),
                        html.td(format_number(count)),
                    )
                    for reason, count in ranked
                )
            ),
        ),
        text=t("In the last twelve months."),
    )


def _table(months: Sequence[Month], *, with_lost: bool) -> VdomDict:
    headings = [t("Month"), t("Won"), t("Value")]
    if with_lost:
        headings += [t("Lost"), t("Value of the lost")]
    first, *others = headings
    return html.table(
        {"className": "numbers-table"},
        html.thead(
            html.tr(
                html.th({"scope": "col"}, first),
                *(html.th({"scope": "col", "key": each}, each) for each in others),
            )
        ),
        html.tbody(*(_row(month, with_lost) for month in reversed(months))),
    )


def _row(month: Month, with_lost: bool) -> VdomDict:
    cells = [format_number(month["wonCount"]), sums_words(month["won"])]
    if with_lost:
        cells += [format_number(month["lostCount"]), sums_words(month["lost"])]
    return html.tr(
        {"key": month["month"]},
        html.th({"scope": "row"}, format_month(_day(month))),
        *(html.td({"key": str(place)}, words) for place, words in enumerate(cells)),
    )


def _day(month: Month) -> date:
    return date.fromisoformat(f"{month['month']}-01")


def _short(month: Month) -> str:
    locale = str(babel_locale(current_locale()))
    return str(dates.format_skeleton("MMM", _day(month), locale=locale))
