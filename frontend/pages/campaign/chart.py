"""How many opened a campaign and clicked in it, over time: a drawing, and the same as a table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from reactpy import component, html, use_state
from reactpy.types import VdomDict

from frontend.hooks import use_query
from frontend.locale import format_datetime, format_number, t
from frontend.operations import load

Steps = Sequence[Mapping[str, Any]]
MOST_HOURS = 72
SLOT, BAR, HEIGHT = 14, 5, 80
NAMES = ("opened", "clicked")
Figures = tuple[int, int]


@component
def Chart(campaign_id: str, opened: int, clicked: int) -> VdomDict | None:
    """The hours since it began, and its links; read again when the figures have moved."""
    figures: Figures = (opened, clicked)
    shown, set_shown = use_state(figures)
    read = use_query(load("campaigns/read_figures"), {"id": campaign_id})
    if shown != figures:
        set_shown(figures)
        read.refetch()
    campaign = (read.data or {}).get("campaign")
    if campaign is None or not (opened or clicked):
        return None
    return html.section(
        {"className": "campaign-section", "aria-labelledby": "campaign-over-time"},
        html.h2({"id": "campaign-over-time", "className": "campaign-heading"}, t("Hour by hour")),
        html.div(
            {"className": "campaign-over-time"},
            _drawing(campaign["figuresOverTime"]),
            _table(campaign["figuresOverTime"]),
        ),
        _links(campaign["links"]),
    )


def hours_of(steps: Steps) -> list[tuple[int, int]]:
    """Return what was opened and clicked in each hour from the first on, the quiet ones too."""
    if not steps:
        return []
    first = datetime.fromisoformat(steps[0]["at"])
    hours = [(0, 0)] * MOST_HOURS
    last = 0
    for step in steps:
        place = round((datetime.fromisoformat(step["at"]) - first) / timedelta(hours=1))
        if place < MOST_HOURS:
            hours[place] = (step["opened"], step["clicked"])
            last = place
    return hours[: max(last + 1, 12)]


def _drawing(steps: Steps) -> VdomDict:
    hours = hours_of(steps)
    most = max((count for hour in hours for count in hour), default=0)
    bars = [
        _bar(name, place * SLOT + number * (BAR + 1), counts[number], most)
        for place, counts in enumerate(hours)
        for number, name in enumerate(NAMES)
        if counts[number]
    ]
    width = len(hours) * SLOT
    return html.div(
        {"className": "campaign-drawing", "aria-hidden": "true"},
        html.span({"className": "campaign-most"}, format_number(most)),
        html.svg(
            {
                "viewBox": f"0 0 {width} {HEIGHT + 1}",
                "preserveAspectRatio": "none",
                "role": "presentation",
            },
            html.svg.rect({"className": "campaign-axis", "y": HEIGHT, "width": width, "height": 1}),
            *bars,
        ),
        _ends(steps, len(hours)),
        html.span(
            {"className": "campaign-key"},
            html.span({"className": "campaign-key-opened"}, t("Opened", context="figures")),
            html.span({"className": "campaign-key-clicked"}, t("Clicked", context="figures")),
        ),
    )


def _ends(steps: Steps, hours: int) -> VdomDict | None:
    """Name the first hour that is drawn and the last."""
    if not steps:
        return None
    first = datetime.fromisoformat(steps[0]["at"])
    shown = (first, first + timedelta(hours=hours - 1))
    return html.span(
        {"className": "campaign-ends"},
        *(html.span({"key": str(n)}, format_datetime(at, "short")) for n, at in enumerate(shown)),
    )


def _bar(name: str, left: int, count: int, most: int) -> VdomDict:
    height = max(1.0, HEIGHT * count / most)
    return html.svg.rect(
        {
            "key": f"{name}{left}",
            "className": f"campaign-bar-{name}",
            "x": left,
            "y": round(HEIGHT - height, 1),
            "width": BAR,
            "height": round(height, 1),
        }
    )


def _table(steps: Steps) -> VdomDict:
    told = [step for step in steps if step["opened"] or step["clicked"]]
    return html.div(
        {
            "className": "campaign-table-frame",
            "tabIndex": 0,
            "role": "group",
            "aria-label": t("Hour by hour"),
        },
        html.table(
            {"className": "campaign-table"},
            html.thead(
                html.tr(
                    html.th({"scope": "col"}, t("Hour")),
                    html.th({"scope": "col"}, t("Opened", context="figures")),
                    html.th({"scope": "col"}, t("Clicked", context="figures")),
                )
            ),
            html.tbody(
                *(
                    html.tr(
                        {"key": step["at"]},
                        html.th({"scope": "row"}, format_datetime(step["at"], "short")),
                        *(html.td({"key": name}, format_number(step[name])) for name in NAMES),
                    )
                    for step in told
                )
            ),
        ),
    )


def _links(links: Sequence[Mapping[str, Any]]) -> VdomDict | None:
    if not links:
        return None
    return html.div(
        html.h2({"className": "campaign-heading"}, t("Links")),
        html.ul(
            {"className": "campaign-links", "aria-label": t("Links")},
            *(
                html.li(
                    {"key": each["url"]},
                    html.span({"className": "campaign-url"}, each["url"]),
                    html.span({"className": "campaign-number"}, format_number(each["readers"])),
                )
                for each in links
            ),
        ),
    )
