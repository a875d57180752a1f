"""A letter as the message that is kept; whatever is wrong with it, something of it is.

All of it is pure work on bytes, for a thread: large letters take a while.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from email.message import Message
from html import escape

from backend.inbox.mail.bounces import bounce_of
from backend.inbox.mail.composing import Enclosed
from backend.inbox.mail.headers import addresses, date_of, decoded, header_text, raw_header
from backend.inbox.mail.reading_parts import read_headers, read_parts
from backend.inbox.mail.received import Body, Received
from backend.inbox.mail.reports import report_of
from backend.inbox.rules.chains import ids_in
from backend.inbox.rules.decoding import decode
from backend.inbox.rules.kinds import MessageKind
from backend.inbox.rules.limits import SHOWN_LENGTH, SUBJECT_LENGTH
from backend.inbox.rules.plain_text import html_of, text_of
from backend.inbox.rules.quoting import split_html, split_text
from backend.inbox.rules.rich_text import clean_html, clean_letter

MAX_PARTS = 300
MAX_FILES = 50
LONGEST_FILE_NAME = 200
UNREADABLE_BYTES = 20_000
"""What is shown, as it stands, of a letter whose parts cannot be told apart."""


def parse_letter(content: bytes, *, is_partial: bool = False) -> Received:
    """Return a letter as it is kept."""
    try:
        letter = read_parts(content)
        return _received(letter, content, _body(letter), is_partial=is_partial)
    except Exception:
        # Nested a thousand deep, or whatever the library itself stumbles over: no letter may keep
        # those after it from being read.
        letter = read_headers(content[:UNREADABLE_BYTES])
        shown = decode(content[:UNREADABLE_BYTES], None)
        body = Body(f"<pre>{escape(shown)}</pre>", None, None, shown)
        return _received(Message(), content, body, is_partial=True, headers=letter)


def _received(
    letter: Message,
    content: bytes,
    body: Body,
    *,
    is_partial: bool,
    headers: Message | None = None,
) -> Received:
    head = headers or letter
    senders = addresses(head, "From") or addresses(head, "Sender", "Reply-To")
    address, name = senders[0] if senders else ("", "")
    ids = ids_in(raw_header(head, "Message-ID"))
    answered = ids_in(raw_header(head, "In-Reply-To"))
    bounce = bounce_of(letter)
    return Received(
        # Without an id of its own, the same letter read twice is the same by its bytes.
        rfc_id=ids[0] if ids else f"{hashlib.sha256(content).hexdigest()}@message.invalid",
        kind=MessageKind.BOUNCE if bounce else _kind(head),
        from_name=name,
        from_address=address,
        recipients=tuple(addresses(head, "To", "Cc")),
        subject=header_text(head, "Subject", SUBJECT_LENGTH),
        at=date_of(head),
        in_reply_to=answered[0] if answered else None,
        reference_ids=tuple(dict.fromkeys((*ids_in(raw_header(head, "References")), *answered))),
        body=body,
        is_partial=is_partial,
        bounce=bounce,
        report=report_of(letter, content),
        files=tuple(_files(letter)),
    )


def _kind(head: Message) -> MessageKind:
    submitted = raw_header(head, "Auto-Submitted").lower()
    # Source: RFC 3834, section 5; the others are what older programs send.
    is_automatic = (
        (submitted not in {"", "no"} and not submitted.startswith("no;"))
        or head.get("X-Autoreply") is not None
        or head.get("X-Autorespond") is not None
        or raw_header(head, "Precedence").lower() == "auto_reply"
    )
    return MessageKind.AUTO_REPLY if is_automatic else MessageKind.LETTER


def _parts(letter: Message) -> Iterator[Message]:
    """Yield the parts that hold something; what is enclosed as a letter stays whole."""
    waiting, seen = [letter], 0
    while waiting and seen < MAX_PARTS:
        part = waiting.pop()
        seen += 1
        payload = part.get_payload()
        if isinstance(payload, list) and part.get_content_maintype() == "multipart":
            waiting.extend(reversed([each for each in payload if isinstance(each, Message)]))
        else:
            yield part


def _is_file(part: Message) -> bool:
    if part.get_content_disposition() == "attachment" or part.get_filename():
        return True
    return part.get_content_maintype() not in {"text", "multipart"} or part.get_content_type() in {
        "text/calendar",
        "text/rfc822-headers",
    }


def _body(letter: Message) -> Body:
    html, text = "", ""
    for part in _parts(letter):
        if _is_file(part):
            continue
        shown = decode(_bytes_of(part), part.get_content_charset())[: 4 * SHOWN_LENGTH]
        if part.get_content_type() == "text/html":
            html = html or shown
        else:
            text = text or shown
    if html.strip():
        fresh, quoted = split_html(html)
        clean = clean_letter(fresh)
        if clean.html or clean.pictured:
            return Body(clean.html, clean.pictured, clean_html(quoted) or None, text_of(clean.html))
    fresh, quoted = split_text(text.replace("\r\n", "\n")[:SHOWN_LENGTH])
    return Body(
        clean_html(html_of(fresh)), None, clean_html(html_of(quoted)) or None, fresh.strip()
    )


def _bytes_of(part: Message) -> bytes:
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def _files(letter: Message) -> Iterator[Enclosed]:
    count = 0
    for part in _parts(letter):
        if not _is_file(part) or count >= MAX_FILES:
            continue
        content = _enclosed(part)
        if content:
            count += 1
            yield Enclosed(_name(part, count), part.get_content_type(), content)


def _enclosed(part: Message) -> bytes:
    payload = part.get_payload()
    if isinstance(payload, list):  # a letter within the letter
        return b"".join(each.as_bytes() for each in payload if isinstance(each, Message))
    return _bytes_of(part)


def _name(part: Message, number: int) -> str:
    name = decoded(part.get_filename() or "").replace("/", "_").replace("\\", "_").strip(". ")
    if name:
        return name[-LONGEST_FILE_NAME:]
    ending = {"message/rfc822": "eml", "text/calendar": "ics"}.get(part.get_content_type(), "bin")
    return f"{number}.{ending}"
