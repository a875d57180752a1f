"""The next days of a recurring invoice, and what became of the last ones."""

from __future__ import annotations

from typing import Any

from reactpy import component, html
from reactpy.types import Component, VdomDict

from frontend.components import Chip, Link, Panel
from frontend.components.table import Column, Row, Table
from frontend.fragments import target
from frontend.hooks import use_can, use_target
from frontend.locale import format_date, t
from frontend.pages.recurring.acts import run, skip
from frontend.pages.recurring.places import invoice_url
from frontend.pages.recurring.words import Recurring, amount, often, outcome_words, until
from frontend.session import current_session

SKIP, UNSKIP = "recurring:skip", "recurring:unskip"
SHOWN = 6
COLORS = {"DRAFTED": "BLUE", "ISSUED": "GREEN", "HELD": "RED", "SKIPPED": "GRAY"}


@component
def NextDays(recurring: Recurring) -> VdomDict:
    """When the next ones come; each can be skipped, and brought back."""
    session, can_write = current_session(), use_can("WRITE_BILLING")

    async def leave_out(event: dict[str, Any]) -> None:
        await skip(session, recurring, event["currentTarget"]["dataset"]["day"])

    async def bring_back(event: dict[str, Any]) -> None:
        day = event["currentTarget"]["dataset"]["day"]
        await run(session, "unskip_recurring_invoice", {"id": recurring["id"], "day": day})

    use_target(SKIP, leave_out)
    use_target(UNSKIP, bring_back)
    coming, skipped = recurring["nextDates"][:SHOWN], recurring["skippedDates"]
    last = coming[-1] if coming else ""
    shown = sorted([*coming, *(day for day in skipped if not last or day < last)])
    return html.div(
        Panel(
            t("Next invoices"),
            html.ol(
                {"className": "recurring-days"},
                *(
                    _day(day, day in skipped, can_write and not recurring["isPaused"])
                    for day in shown
                ),
            )
            if shown
            else html.p({"className": "recurring-faint"}, t("No more of them.")),
            text=_summary(recurring),
        )
    )


def _summary(recurring: Recurring) -> str:
    words = f"{often(recurring)}, {until(recurring)}"
    if recurring["isPaused"]:
        return t("{words}. Paused: these come if it goes on today.", words=words)
    return words


def _day(day: str, is_skipped: bool, can_write: bool) -> VdomDict:
    words = format_date(day, "full")
    label = t("Bring back") if is_skipped else t("Skip")
    return html.li(
        {"key": day, "className": "recurring-day", "data-skipped": "" if is_skipped else None},
        html.span(words),
        html.button(
            {
                "type": "button",
                "className": "button button-ghost button-small",
                "data-day": day,
                "aria-label": f"{label}: {words}",
                "onClick": target(UNSKIP if is_skipped else SKIP),
            },
            label,
        )
        if can_write
        else (Chip(t("Skipped"), dot=False) if is_skipped else None),
    )


@component
def History(recurring: Recurring) -> VdomDict | Component | None:
    """What became of its days, the last first."""
    passed = [day for day in recurring["history"] if day["day"] not in recurring["skippedDates"]]
    if not passed:
        return None
    return html.div(
        Panel(
            t("So far"),
            Table(
                [
                    Column(t("Day")),
                    Column(t("What became of it")),
                    Column(t("Invoice")),
                    Column(t("Amount"), align="end", hide_on_phone=True),
                ],
                [_passed(day) for day in passed],
                caption=t("What was made so far"),
            ),
        )
    )


def _passed(day: Any) -> Row:
    document = day["document"]
    words = document and (document["number"] or t("Draft"))
    return Row(
        day["day"],
        [
            format_date(day["day"]),
            Chip(outcome_words(day), color="AMBER" if day["problem"] else COLORS[day["outcome"]]),
            Link(words, href=invoice_url(document["id"])) if document else "",
            amount(document["total"]) if document else "",
        ],
    )
