"""What happened to a document, the newest first, in the words of the contact's timeline."""

from __future__ import annotations

from reactpy import component, html
from reactpy.types import VdomDict

from frontend.components import Time
from frontend.hooks import use_store
from frontend.locale import t
from frontend.pages.billing_document.issued_state import IssuedState, Shown
from frontend.pages.contact.parts import contact_parts


@component
def History(state: IssuedState) -> VdomDict | None:
    """The list, without what has no words."""
    shown: Shown | None = use_store(state.shown)
    if shown is None:
        return None
    story = contact_parts().story_of("BILLING_DOCUMENT")
    words = story.words if story else {}
    told = [
        (event, words[event["kind"]](event)) for event in shown.history if event["kind"] in words
    ]
    return html.section(
        {"className": "issued-panel", "aria-labelledby": "history-title"},
        html.h2({"id": "history-title", "className": "issued-heading"}, t("History")),
        html.ol(
            {"className": "issued-history"},
            *(
                html.li({"key": event["cursor"]}, html.span(said), Time(event["at"]))
                for event, said in told
            ),
        ),
    )
