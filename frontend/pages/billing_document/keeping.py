"""What is said of a document whose client was erased at their request."""

from __future__ import annotations

from reactpy import html
from reactpy.types import VdomDict

from frontend.components import Notice
from frontend.locale import format_date, t
from frontend.pages.documents.words import Document


def keeping_notice(document: Document) -> VdomDict | None:
    """Draw until when the law wants it kept, or that it was purged after that; None for others."""
    if document["purgedAt"]:
        return _notice(
            t(
                "Purged after retention, on {day}: the law wants this document no longer, and "
                "its client asked to be erased. Number, days, amounts and taxes are left; the "
                "PDF, and every text that could tell of the client, are gone.",
                day=format_date(document["purgedAt"], "long"),
            )
        )
    if document["keptUntil"]:
        return _notice(
            t(
                "Its client was erased at their request. The law wants it kept until {day}; "
                "after that, the client is taken out of it by itself.",
                day=format_date(document["keptUntil"], "long"),
            )
        )
    return None


def _notice(words: str) -> VdomDict:
    return html.div({"className": "issued-kept", "key": "kept"}, Notice(html.p(words)))
