"""What happened to a document, the newest first."""

from __future__ import annotations

from reactpy import component, html
from reactpy.types import VdomDict

from frontend.components import Time
from frontend.hooks import use_store
from frontend.locale import t
from frontend.pages.billing_document.issued_state import IssuedState, Shown
from frontend.pages.billing_document.words import event_words


@component
def History(state: IssuedState) -> VdomDict | None:
    """The list, without what has no words."""
    shown: Shown | None = use_store(state.shown)
    if shown is None:
        return None
    currency = shown.document["currency"]
    told = [(event, event_words(event, currency)) for event in shown.history]
    return html.section(
        {"className": "issued-panel", "aria-labelledby": "history-title"},
        html.h2({"id": "history-title", "className": "issued-heading"}, t("History")),
        html.ol(
            {"className": "issued-history"},
            *(
                html.li({"key": event["cursor"]}, html.span(words), Time(event["at"]))
                for event, words in told
                if words
            ),
        ),
    )
