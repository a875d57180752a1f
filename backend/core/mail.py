"""Letters: queued with the rows they are about, sent after the commit, retried with back-off.

Without SMTP settings a letter becomes an ``.eml`` file in ``<data>/outbox``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from email.message import EmailMessage
from email.utils import format_datetime, make_msgid, parseaddr
from enum import StrEnum
from urllib.parse import unquote, urlsplit

import aiosmtplib
import orjson

from backend.core.clock import now
from backend.core.data_dir import OUTBOX
from backend.core.header_words import header_words, plain_domain
from backend.core.jobs import job
from backend.core.private_files import make_private_folder, write_private
from backend.core.secrets import seal, unseal
from backend.core.settings import Settings, settings
from backend.core.unit_of_work import UnitOfWork

SEND_TIMEOUT_SECONDS = 30


class Delivery(StrEnum):
    """Where letters go: a mail server, or the outbox folder when none is set."""

    SMTP = "smtp"
    OUTBOX = "outbox"


def delivery() -> Delivery:
    """How this server delivers letters."""
    return Delivery.SMTP if settings().smtp_url else Delivery.OUTBOX


@dataclass(frozen=True, slots=True)
class Letter:
    """A plain letter: paragraphs of text, and at most one link to follow."""

    to: str
    subject: str
    paragraphs: Sequence[str]
    link: str = ""


def queue_letter(unit: UnitOfWork, letter: Letter) -> None:
    """Queue a letter that leaves only if the unit commits.

    Sealed: a link in it may open an account, and must not lie in the database in clear.
    """
    body = orjson.dumps(
        {
            "to": letter.to,
            "subject": letter.subject,
            "paragraphs": list(letter.paragraphs),
            "link": letter.link,
        }
    )
    unit.enqueue("send_letter", {"sealed": seal(body)})


def compose(letter: Letter, chosen: Settings) -> EmailMessage:
    """Return the letter as a message."""
    message = EmailMessage()
    message["From"] = chosen.mail_from
    message["To"] = _plain_domain(letter.to)
    message["Subject"] = header_words(" ".join(letter.subject.split()))
    message["Date"] = format_datetime(now())
    message["Message-ID"] = make_msgid(domain=_domain(chosen.mail_from))
    message["Auto-Submitted"] = "auto-generated"
    parts = [*letter.paragraphs, letter.link] if letter.link else list(letter.paragraphs)
    # People open the files of the outbox as text: a link must not be wrapped or escaped there.
    readable = None if chosen.smtp_url else "8bit"
    message.set_content("\n\n".join(parts) + "\n", cte=readable)
    return message


def _plain_domain(address: str) -> str:
    """Return an address with its domain as every server takes it."""
    user, at, domain = address.rpartition("@")
    return f"{user}{at}{plain_domain(domain)}"


def _domain(address: str) -> str:
    return parseaddr(address)[1].rpartition("@")[2] or "localhost"


@job("send_letter")
async def send_letter(payload: dict[str, str]) -> None:
    """Deliver one queued letter."""
    letter = Letter(**orjson.loads(unseal(payload["sealed"])))
    chosen = settings()
    message = compose(letter, chosen)
    if not chosen.smtp_url:
        folder = chosen.data_dir / OUTBOX
        make_private_folder(folder)
        name = f"{now():%Y%m%dT%H%M%S%f}-{message['Message-ID'].strip('<>').partition('@')[0]}.eml"
        write_private(folder / name, bytes(message))
        return
    parts = urlsplit(chosen.smtp_url)
    await aiosmtplib.send(
        message,
        hostname=parts.hostname or "localhost",
        port=parts.port or (465 if parts.scheme == "smtps" else 587),
        username=unquote(parts.username) if parts.username else None,
        password=unquote(parts.password) if parts.password else None,
        use_tls=parts.scheme == "smtps",
        timeout=SEND_TIMEOUT_SECONDS,
    )
