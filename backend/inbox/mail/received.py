"""A letter that came in, as it is kept."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from backend.inbox.mail.composing import Enclosed
from backend.inbox.rules.kinds import MessageKind
from backend.inbox.rules.verdicts import Verdict


@dataclass(frozen=True, slots=True)
class Body:
    """What a letter says, clean: anew, and of earlier ones."""

    html: str
    pictured_html: str | None
    quoted_html: str | None
    text: str


@dataclass(frozen=True, slots=True)
class Bounce:
    """Which letter came back, and to whom it was."""

    rfc_ids: tuple[str, ...]
    addresses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """What a mail server writes of letters that came back: how, in its words, and every id that it
    quotes, which may be a letter's own.
    """

    verdict: Verdict
    said: str
    rfc_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Received:
    """All that is kept of a letter. ``at`` is what it says of itself, None when it says nothing."""

    rfc_id: str
    kind: MessageKind
    from_name: str
    from_address: str
    recipients: tuple[tuple[str, str], ...]
    subject: str
    at: datetime | None
    in_reply_to: str | None
    reference_ids: tuple[str, ...]
    body: Body
    is_partial: bool = False
    bounce: Bounce | None = None
    report: Report | None = None
    files: tuple[Enclosed, ...] = field(default=())
