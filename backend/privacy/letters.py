"""What people of the team are written about requests, in their language; never whose they are."""

from __future__ import annotations

from datetime import datetime

from babel.dates import format_datetime

from backend.accounts.service.people import Whereabouts
from backend.core.locale import translate
from backend.core.mail import Letter
from backend.core.settings import settings
from backend.privacy.rows import RequestRow
from backend.privacy.rules import RequestKind

LETTERS = {
    "ready": (
        "The copy of a client’s data is ready",
        "The copy of a client’s data that was asked for on {day} is ready. It can be fetched for "
        "seven days: make sure who asked before you pass it on.",
    ),
    "erased": (
        "A client was erased",
        "The erasure that was asked for on {day} is done. See its certificate:",
    ),
    "failed": (
        "A privacy request could not be done",
        "The privacy request of {day} could not be done. See why, and try again:",
    ),
    "near": (
        "A privacy request is due within 24 hours",
        "The privacy request of {day} is due by {due}: {kind}.",
    ),
    "overdue": (
        "A privacy request is overdue",
        "The privacy request of {day} was due by {due}: {kind}. Please see to it now.",
    ),
}
"""Subject and text, by what happened."""
KINDS = {
    RequestKind.COPY: "copy of their data",
    RequestKind.ERASURE: "erasure of their data",
}
_FORMATS = {"en": "en_GB", "fr": "fr_FR", "it": "it_IT"}


def letter_about(reader: Whereabouts, request: RequestRow, what: str) -> Letter:
    """Write what happened to a request; ``what`` is out of :data:`LETTERS`."""
    locale = reader.locale
    subject, text = LETTERS[what]

    def written(moment: datetime) -> str:
        style = _FORMATS.get(locale, "en_GB")
        return str(format_datetime(moment, "long", tzinfo=reader.zone, locale=style))

    words = translate(
        locale,
        text,
        day=written(request.created_at),
        due=written(request.due_at),
        kind=translate(locale, KINDS[request.kind]),
    )
    return Letter(
        to=reader.email,
        subject=translate(locale, subject),
        paragraphs=[translate(locale, "Hello {name},", name=reader.name), words],
        link=f"{settings().public_url}/privacy/{request.id}",
    )
