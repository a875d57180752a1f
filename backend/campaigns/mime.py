"""A filled letter → its bytes, quickly: what is the same for all is made once.

Source: RFC 5322; RFC 2045, section 6.7 for quoted-printable; RFC 2046, section 5.1.4 for the
alternatives; RFC 2369 and RFC 8058 for leaving a list by one click.
"""

from __future__ import annotations

from binascii import b2a_qp
from dataclasses import dataclass
from datetime import datetime
from email.headerregistry import Address
from email.policy import SMTP
from email.utils import format_datetime
from functools import lru_cache

from backend.campaigns.rules.template import Filled
from backend.core.header_words import header_words

_BOUNDARY = "=_carnet_campaign_{key}"


@dataclass(frozen=True, slots=True)
class Heading:
    """What every letter of a campaign is headed by. ``feedback_id`` tells complaints apart."""

    from_name: str
    from_address: str
    reply_to: str | None
    feedback_id: str


@dataclass(frozen=True, slots=True)
class Target:
    """To whom one letter goes. ``unsubscribe`` takes a POST; None in a letter to oneself."""

    name: str
    address: str
    message_id: str
    unsubscribe: str | None


def letter_bytes(heading: Heading, target: Target, filled: Filled, at: datetime) -> bytes:
    """Return a letter as it is sent: the same, byte for byte, each time it is made."""
    boundary = _BOUNDARY.format(key=target.message_id.partition("@")[0])
    head = [
        _fixed(heading),
        _header("To", _address(target.name, target.address)),
        _header("Subject", header_words(filled.subject)),
        f"Date: {format_datetime(at)}\r\n",
        f"Message-ID: <{target.message_id}>\r\n",
        "MIME-Version: 1.0\r\n",
        f'Content-Type: multipart/alternative;\r\n boundary="{boundary}"\r\n',
    ]
    if target.unsubscribe is not None:
        head.append(f"List-Unsubscribe: <{target.unsubscribe}>\r\n")
        head.append("List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n")
    parts = [
        f"\r\n--{boundary}\r\nContent-Type: text/{kind}; charset=utf-8\r\n"
        "Content-Transfer-Encoding: quoted-printable\r\n\r\n".encode("ascii")
        + _encoded(body)
        for kind, body in (("plain", filled.text), ("html", filled.html))
    ]
    return "".join(head).encode("ascii") + b"".join(parts) + f"\r\n--{boundary}--\r\n".encode()


@lru_cache(maxsize=64)
def _fixed(heading: Heading) -> str:
    lines = [_header("From", _address(heading.from_name, heading.from_address))]
    if heading.reply_to:
        lines.append(_header("Reply-To", _address("", heading.reply_to)))
    # Programs that answer for whoever is away do not answer to what is sent in bulk.
    lines.append("Precedence: bulk\r\n")
    lines.append(f"Feedback-ID: {heading.feedback_id}\r\n")
    return "".join(lines)


def _encoded(body: str) -> bytes:
    lines = body.replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\r\n")
    return b2a_qp(lines.encode("utf-8", "replace"), istext=True)


def _header(name: str, value: object) -> str:
    """Return a header, folded and encoded; the library refuses a line break in it."""
    made = SMTP.header_factory(name, value)
    folded: str = made.fold(policy=SMTP)
    return folded.encode("ascii", "replace").decode("ascii")


def _address(name: str, address: str) -> Address | str:
    user, _, domain = address.rpartition("@")
    try:
        return Address(display_name=header_words(name), username=user, domain=domain)
    except ValueError:
        return address
