"""A message as the letter that is sent: plain text and the same as HTML, in its thread.

Source: RFC 5322; RFC 2046, section 5.1.4 for the alternatives.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from backend.core.header_words import header_words, plain_domain
from backend.inbox.mail.trouble import MailTrouble
from backend.inbox.rules.kinds import MailProblem

_MAX_LINE = 990


@dataclass(frozen=True, slots=True)
class Enclosed:
    """A file that goes with a letter."""

    name: str
    media_type: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Letter:
    """All that a letter says, and where it stands in its thread."""

    from_name: str
    from_address: str
    to_name: str
    to_address: str
    subject: str
    text: str
    html: str
    rfc_id: str
    at: datetime
    in_reply_to: str | None = None
    reference_ids: list[str] = field(default_factory=list)
    reply_to: str | None = None
    files: list[Enclosed] = field(default_factory=list)


def compose(letter: Letter) -> bytes:
    """Return the letter as it is sent, byte for byte; the same letter is the same bytes each time
    but for the marks between its parts."""
    message = EmailMessage(policy=SMTP)
    message["From"] = _address(letter.from_name, letter.from_address)
    message["To"] = _address(letter.to_name, letter.to_address)
    if reply_to := reply_address(letter.reply_to):
        message["Reply-To"] = reply_to
    message["Subject"] = header_words(letter.subject)
    message["Date"] = format_datetime(letter.at)
    message.set_content(letter.text + "\n", cte="quoted-printable")
    message.add_alternative(_page(letter.html), subtype="html", cte="quoted-printable")
    for each in letter.files:
        main, _, sub = each.media_type.partition("/")
        name = header_words(each.name)
        message.add_attachment(each.content, maintype=main, subtype=sub, filename=name)
    # By hand: the library breaks long ids of others' servers into encoded words.
    return _thread_headers(letter) + message.as_bytes()


def ascii_address(address: str) -> str:
    """Return an address as every mail server takes it: its domain in plain letters.

    Raises:
        MailTrouble: what stands before its domain is none in plain letters, or would be decoded.
    """
    user, _, domain = address.rpartition("@")
    if not user.isascii() or header_words(address) != address:
        raise MailTrouble(MailProblem.RECIPIENT_REFUSED)
    try:
        return address if domain.isascii() else f"{user}@{plain_domain(domain)}"
    except ValueError:
        raise MailTrouble(MailProblem.RECIPIENT_REFUSED) from None


def reply_address(address: str | None) -> str | None:
    """Return where answers go as every mail program reads it; None where not all can."""
    try:
        return ascii_address(address) if address else None
    except MailTrouble:
        return None


def _address(name: str, address: str) -> Address | str:
    user, _, domain = address.rpartition("@")
    try:
        return Address(display_name=header_words(name), username=user, domain=domain)
    except ValueError:
        return address


def _thread_headers(letter: Letter) -> bytes:
    lines = [f"Message-ID: <{letter.rfc_id}>"]
    if letter.in_reply_to and _is_plain(letter.in_reply_to):
        lines.append(f"In-Reply-To: <{letter.in_reply_to}>")
    known = [f"<{each}>" for each in letter.reference_ids if _is_plain(each)]
    if known:
        lines.append("References: " + "\r\n ".join(known))
    return "".join(f"{line}\r\n" for line in lines).encode("ascii")


def _is_plain(rfc_id: str) -> bool:
    return rfc_id.isascii() and rfc_id.isprintable() and len(rfc_id) < _MAX_LINE


def _page(html: str) -> str:
    return f'<!DOCTYPE html>\n<html><head><meta charset="utf-8"></head><body>{html}</body></html>\n'
