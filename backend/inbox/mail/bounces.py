"""Letters that say that another one did not arrive.

Source: RFC 3464 for the report, RFC 6522 for what encloses it.
"""

from __future__ import annotations

from email.message import Message

from backend.inbox.mail.headers import raw_header
from backend.inbox.mail.received import Bounce
from backend.inbox.rules.chains import ids_in

MAX_RECIPIENTS = 50


def bounce_of(letter: Message) -> Bounce | None:
    """Return what came back for good; None when a letter says nothing of the kind."""
    if letter.get_content_type() != "multipart/report":
        return None
    payload = letter.get_payload()
    parts = [each for each in payload if isinstance(each, Message)] if _is_list(payload) else []
    failed = [address for part in parts for address in _failed(part)]
    if not failed:
        return None
    ids = [rfc_id for part in parts for rfc_id in _original_ids(part)]
    answered = ids_in(raw_header(letter, "In-Reply-To") + raw_header(letter, "References"))
    return Bounce(tuple(dict.fromkeys((*ids, *answered))), tuple(failed[:MAX_RECIPIENTS]))


def _is_list(payload: object) -> bool:
    return isinstance(payload, list)


def _failed(part: Message) -> list[str]:
    """Return the recipients of a report that will never get the letter."""
    if part.get_content_type() != "message/delivery-status":
        return []
    payload = part.get_payload()
    blocks = [each for each in payload if isinstance(each, Message)] if _is_list(payload) else []
    return [
        raw_header(block, "Final-Recipient").rpartition(";")[2].strip().strip("<>")
        for block in blocks
        if raw_header(block, "Action").lower() == "failed" and block.get("Final-Recipient")
    ]


def _original_ids(part: Message) -> list[str]:
    kind, payload = part.get_content_type(), part.get_payload()
    if kind == "message/rfc822" and isinstance(payload, list) and payload:
        original = payload[0]
        return ids_in(raw_header(original, "Message-ID")) if isinstance(original, Message) else []
    if kind == "text/rfc822-headers" and isinstance(payload, str):
        lines = [line for line in payload.splitlines() if line.lower().startswith("message-id:")]
        return ids_in(" ".join(lines))
    return []
