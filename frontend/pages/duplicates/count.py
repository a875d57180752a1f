"""How many likely duplicates there are, beside the entry of the navigation."""

from __future__ import annotations

from reactpy import component, html
from reactpy.types import VdomDict

from frontend.hooks import use_changes, use_query
from frontend.locale import format_number, tn
from frontend.operations import load


@component
def DuplicatesCount() -> VdomDict | None:
    """A discreet number; nothing when there are none."""
    data, _, _, refetch = use_query(load("duplicates/count_duplicates"))
    use_changes(("DUPLICATE_PAIR",), lambda event: refetch())
    total = ((data or {}).get("duplicatePairs") or {}).get("totalCount", 0)
    if not total:
        return None
    words = tn("{count} likely duplicate", "{count} likely duplicates", total)
    return html.span(
        {"className": "section-count", "title": words},
        html.span({"aria-hidden": "true"}, format_number(total)),
        html.span({"className": "visually-hidden"}, words),
    )
