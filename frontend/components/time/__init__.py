"""Instants: relative when near, kept up to date by the browser; the whole date on hover."""

from __future__ import annotations

from datetime import UTC, datetime

from reactpy import html
from reactpy.types import VdomDict

from frontend.locale import format_date, format_datetime


def Time(value: datetime | str, *, relative: bool = True) -> VdomDict:
    """Draw an instant in the reader's time zone. It may stand in fragments: the server writes the
    date, the browser turns it into "5 minutes ago" and keeps that true.
    """
    moment = datetime.fromisoformat(value) if isinstance(value, str) else value
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return html.time(
        {
            "dateTime": moment.isoformat(timespec="seconds"),
            "title": format_datetime(moment, "long"),
            "className": "time",
            **({"data-relative": ""} if relative else {}),
        },
        format_date(moment),
    )
