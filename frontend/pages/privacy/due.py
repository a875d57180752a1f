"""The deadline of a request, counted down by the browser."""

from __future__ import annotations

from reactpy import html
from reactpy.core.vdom import Vdom
from reactpy.types import VdomDict

from frontend.components.time import Time
from frontend.locale import format_date, format_datetime, t
from frontend.pages.privacy.words import OPEN, Request

_due = Vdom("carnet-due")


def deadline(request: Request) -> VdomDict | None:
    """Draw how long is left, or when it was over. It may stand in fragments."""
    if request["state"] not in OPEN:
        return Time(request["finishedAt"]) if request["finishedAt"] else None
    due = request["dueAt"]
    return _due(
        {
            "className": "privacy-deadline",
            "data-at": due,
            # The browser puts the time where the dots are.
            "data-left": t("{time} left", time="…"),
            "data-late": t("{time} late", time="…"),
            "title": t("Due by {when}", when=format_datetime(due, "long")),
        },
        html.span(format_date(due)),
    )
