"""Giving a letter to a mail server, and knowing afterwards whether it has it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

import aiosmtplib

from backend.core.settings import settings
from backend.inbox.mail.hosts import connect_soon, tls_context
from backend.inbox.mail.trouble import MailTrouble, trouble_of
from backend.inbox.mailboxes import MailServer
from backend.inbox.rules.kinds import MailProblem, MailSecurity

COMMAND_SECONDS = 20.0
LETTER_SECONDS = 120.0
"""For the letter itself: it may be large, and servers look at it before they answer."""

BeforeLetter = Callable[[], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Envelope:
    """A letter as the server gets it."""

    sender: str
    recipient: str
    content: bytes
    copy_to: str | None = None


async def hand_over(
    server: MailServer | None, envelope: Envelope, before_letter: BeforeLetter
) -> None:
    """Give a letter to a server, or to Carnet's own when None.

    ``before_letter`` is awaited when all that can be refused before is accepted, right before the
    letter goes: from then on a lost connection leaves open whether it was sent.

    Raises:
        MailTrouble: it was not sent; with MAYBE_SENT nobody knows.
    """
    try:
        async with _session(server) as client:
            await _introduce(client, envelope)
            await before_letter()
            await _deliver(client, envelope.content)
    except MailTrouble:
        raise
    except (OSError, EOFError, aiosmtplib.SMTPException) as error:
        raise trouble_of(error) from error


async def try_server(server: MailServer) -> None:
    """Connect to a server and sign in.

    Raises:
        MailTrouble
    """
    try:
        async with _session(server) as client:
            await client.noop()
    except Exception as error:
        raise trouble_of(error) from error


async def _introduce(client: aiosmtplib.SMTP, envelope: Envelope) -> None:
    try:
        await client.mail(envelope.sender)
    except aiosmtplib.SMTPSenderRefused as error:
        raise _refusal(error, MailProblem.SENDER_REFUSED) from error
    try:
        await client.rcpt(envelope.recipient)
    except aiosmtplib.SMTPRecipientRefused as error:
        raise _refusal(error, MailProblem.RECIPIENT_REFUSED) from error
    if envelope.copy_to is not None:
        # A copy that nobody takes keeps no letter from whom it is for.
        with suppress(aiosmtplib.SMTPRecipientRefused):
            await client.rcpt(envelope.copy_to)


async def _deliver(client: aiosmtplib.SMTP, content: bytes) -> None:
    try:
        await client.data(content, timeout=LETTER_SECONDS)
    except aiosmtplib.SMTPDataError as error:
        raise _refusal(error, MailProblem.MESSAGE_REFUSED) from error
    except Exception as error:
        raise MailTrouble(MailProblem.MAYBE_SENT, str(error)) from error


def _refusal(error: aiosmtplib.SMTPResponseException, problem: MailProblem) -> MailTrouble:
    is_passing = error.code < 500
    return MailTrouble(
        MailProblem.TRY_LATER if is_passing else problem,
        f"{error.code} {error.message}",
        is_passing=is_passing,
    )


@asynccontextmanager
async def _session(server: MailServer | None) -> AsyncIterator[aiosmtplib.SMTP]:
    client = _own_client() if server is None else await client_of(server)
    try:
        await client.connect()
        yield client
        # What the server said of the letter stands, however it says good-bye.
        with suppress(Exception):
            await client.quit(timeout=2)
    finally:
        client.close()


async def client_of(server: MailServer) -> aiosmtplib.SMTP:
    """Return a client that is not connected yet, over a socket that may be.

    Raises:
        MailTrouble, OSError
    """
    is_tls = server.security is MailSecurity.TLS
    return aiosmtplib.SMTP(
        hostname=server.host,
        sock=await connect_soon(server.host, server.port),
        use_tls=is_tls,
        start_tls=server.security is MailSecurity.STARTTLS,
        tls_context=None if server.security is MailSecurity.NONE else tls_context(),
        username=server.user,
        password=server.password,
        timeout=COMMAND_SECONDS,
        local_hostname=_own_name(),
    )


def _own_client() -> aiosmtplib.SMTP:
    parts = urlsplit(settings().smtp_url)
    return aiosmtplib.SMTP(
        hostname=parts.hostname or "localhost",
        port=parts.port or (465 if parts.scheme == "smtps" else 587),
        use_tls=parts.scheme == "smtps",
        username=unquote(parts.username) if parts.username else None,
        password=unquote(parts.password) if parts.password else None,
        timeout=COMMAND_SECONDS,
        local_hostname=_own_name(),
    )


def _own_name() -> str:
    return urlsplit(settings().public_url).hostname or "localhost"
