"""A recurring invoice as a shared fragment."""

from __future__ import annotations

from collections.abc import Hashable

from reactpy import html
from reactpy.types import VdomDict

from frontend.components import Chip
from frontend.fragments import fragment
from frontend.locale import format_date, t
from frontend.pages.recurring.places import recurring_url
from frontend.pages.recurring.words import Recurring, amount, name_of, often, state, until


def _version(recurring: Recurring) -> Hashable:
    return recurring["id"], recurring["version"]


@fragment(version=_version)
def recurring_row(recurring: Recurring) -> VdomDict:
    """Draw one: what it is about, how often, when next, how much."""
    kept = state(recurring)
    return html.li(
        {"key": recurring["id"], "className": "recurring-row"},
        html.a(
            {"className": "recurring-link", "href": recurring_url(recurring["id"])},
            html.span({"className": "recurring-name", "dir": "auto"}, name_of(recurring)),
            html.span(
                {"className": "recurring-text", "dir": "auto"}, recurring["buyer"]["name"] or ""
            ),
        ),
        html.span(
            {"className": "recurring-when"},
            html.span(often(recurring)),
            html.span({"className": "recurring-text"}, until(recurring)),
        ),
        html.span(
            {"className": "recurring-next"},
            Chip(kept[0], color=kept[1])
            if kept
            else t("next on {day}", day=format_date(recurring["nextDate"])),
        ),
        html.span({"className": "recurring-amount"}, amount(recurring["total"])),
    )
