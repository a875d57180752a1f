"""Giving many letters to one server, over one connection that is kept.

Source: RFC 5321; section 4.1.1.5 for RSET, section 4.3.2 for what may be answered where.
"""

from __future__ import annotations

from contextlib import suppress
from enum import StrEnum

import aiosmtplib

from backend.inbox.mail.smtp import (
    LETTER_SECONDS,
    BeforeLetter,
    Envelope,
    client_of,
)
from backend.inbox.mail.trouble import MailTrouble, shown_detail, trouble_of
from backend.inbox.mailboxes import MailServer
from backend.inbox.rules.kinds import MailProblem

_CLOSING = 421
"""Said at any place by a server that is about to hang up."""


class Stage(StrEnum):
    """What a server was told when it refused."""

    SENDER = "sender"
    RECIPIENT = "recipient"
    LETTER = "letter"


_PROBLEMS = {
    Stage.SENDER: MailProblem.SENDER_REFUSED,
    Stage.RECIPIENT: MailProblem.RECIPIENT_REFUSED,
    Stage.LETTER: MailProblem.MESSAGE_REFUSED,
}


class LetterRefused(MailTrouble):
    """The server does not take this letter; the connection is as good as before."""

    def __init__(self, stage: Stage, code: int, said: str) -> None:
        is_passing = code < 500
        problem = MailProblem.TRY_LATER if is_passing else _PROBLEMS[stage]
        super().__init__(problem, f"{code} {said}", is_passing=is_passing)
        self.stage = stage


class Carrier:
    """A connection to a server that letters are given over, one after the other."""

    def __init__(self, server: MailServer) -> None:
        self._server = server
        self._client: aiosmtplib.SMTP | None = None
        self._given = 0

    async def give(self, envelope: Envelope, before_letter: BeforeLetter) -> None:
        """Give a letter to the server; connects where it must.

        ``before_letter`` is awaited right before the letter goes, when all that can be refused
        before is accepted; what it raises keeps the letter, and the connection is kept.

        Raises:
            LetterRefused: the server does not take this letter.
            MailTrouble: the connection failed before the letter went; or, with MAYBE_SENT, while
                it went, so that nobody knows.
        """
        was_used = self._client is not None and self._given > 0
        try:
            await self._introduce(envelope)
        except LetterRefused:
            raise
        except Exception as error:
            await self.close()
            if not was_used:
                raise trouble_of(error) from error
            # Many servers hang up after so many letters: the next one begins anew, once.
            await self._introduce_anew(envelope)
        try:
            await before_letter()
        except BaseException:
            await self._forget()
            raise
        await self._deliver(envelope.content)
        self._given += 1

    async def close(self) -> None:
        """Hang up."""
        client, self._client, self._given = self._client, None, 0
        if client is not None:
            with suppress(Exception):
                await client.quit(timeout=2)
            client.close()

    async def _introduce_anew(self, envelope: Envelope) -> None:
        try:
            await self._introduce(envelope)
        except LetterRefused:
            raise
        except Exception as error:
            await self.close()
            raise trouble_of(error) from error

    async def _introduce(self, envelope: Envelope) -> None:
        client = await self._connected()
        try:
            await client.mail(envelope.sender)
        except aiosmtplib.SMTPSenderRefused as error:
            raise await self._refused(Stage.SENDER, error) from error
        try:
            await client.rcpt(envelope.recipient)
        except aiosmtplib.SMTPRecipientRefused as error:
            raise await self._refused(Stage.RECIPIENT, error) from error

    async def _connected(self) -> aiosmtplib.SMTP:
        if self._client is None:
            client = await client_of(self._server)
            try:
                await client.connect()
            except BaseException:
                client.close()
                raise
            self._client = client
        return self._client

    async def _deliver(self, content: bytes) -> None:
        client = self._client
        assert client is not None  # noqa: S101 - introduced a moment ago
        try:
            await client.data(content, timeout=LETTER_SECONDS)
        except aiosmtplib.SMTPDataError as error:
            raise await self._refused(Stage.LETTER, error) from error
        except Exception as error:
            await self.close()
            raise MailTrouble(MailProblem.MAYBE_SENT, shown_detail(str(error))) from error

    async def _refused(self, stage: Stage, error: aiosmtplib.SMTPResponseException) -> MailTrouble:
        said = str(error.message)
        if error.code == _CLOSING:
            await self.close()
            return MailTrouble(MailProblem.TRY_LATER, f"{error.code} {said}", is_passing=True)
        await self._forget()
        return LetterRefused(stage, error.code, said)

    async def _forget(self) -> None:
        """Take back what the server was told of a letter; hang up where that fails."""
        try:
            if self._client is not None:
                await self._client.rset()
        except Exception:
            await self.close()
