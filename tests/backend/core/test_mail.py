"""Letters: to a real mail server, or to the outbox; never before the commit, never in clear."""

from __future__ import annotations

import asyncio
import stat
from collections.abc import AsyncIterator
from datetime import timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

import pytest
from aiosmtpd.smtp import SMTP

from backend.core import clock
from backend.core.database import read
from backend.core.jobs.worker import run_due_jobs
from backend.core.mail import Delivery, Letter, delivery, queue_letter
from backend.core.permissions import Actor
from backend.core.settings import settings
from backend.core.unit_of_work import unit_of_work
from tests.fixtures.databases import TestDatabase

LETTER = Letter(
    to="ada@example.org",
    subject="Élodie\r\nBcc: eve@example.org",
    paragraphs=["Bonjour l’été,", "x" * 2000],
    link="https://carnet.example.org/reset-password?token=a-secret-token",
)


class MailServer:
    """Keeps what it is given."""

    def __init__(self) -> None:
        self.received: list[tuple[list[str], EmailMessage]] = []

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        message = message_from_bytes(envelope.content, policy=policy.default)
        self.received.append((envelope.rcpt_tos, message))
        return "250 OK"


@pytest.fixture
async def mail_server(
    database: TestDatabase, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[MailServer]:
    """A mail server on loopback that the settings name."""
    kept = MailServer()
    loop = asyncio.get_running_loop()
    server = await loop.create_server(
        lambda: SMTP(kept, hostname="mail.example.org", loop=loop), "127.0.0.1", 0
    )
    port = server.sockets[0].getsockname()[1]
    monkeypatch.setenv("CARNET_SMTP_URL", f"smtp://127.0.0.1:{port}")
    monkeypatch.setenv("CARNET_MAIL_FROM", "Carnet <post@example.org>")
    settings.cache_clear()
    yield kept
    server.close()
    await server.wait_closed()


async def queue(letter: Letter = LETTER) -> None:
    async with unit_of_work(Actor.system(1)) as unit:
        queue_letter(unit, letter)


async def test_a_letter_arrives_at_its_reader_and_nobody_else(mail_server: MailServer) -> None:
    assert delivery() is Delivery.SMTP
    await queue()
    assert mail_server.received == []
    await run_due_jobs()
    [(readers, message)] = mail_server.received
    assert readers == ["ada@example.org"]
    assert message["From"] == "Carnet <post@example.org>"
    assert message["Subject"] == "Élodie Bcc: eve@example.org"
    assert message["Bcc"] is None
    body = message.get_content()
    assert "Bonjour l’été," in body
    assert LETTER.link in body.splitlines()


async def test_nothing_is_written_when_the_unit_fails(mail_server: MailServer) -> None:
    async def fail() -> None:
        async with unit_of_work(Actor.system(1)) as unit:
            queue_letter(unit, LETTER)
            raise RuntimeError("on purpose")

    with pytest.raises(RuntimeError):
        await fail()
    await run_due_jobs()
    assert mail_server.received == []


async def test_a_link_does_not_lie_in_the_database_in_clear(database: TestDatabase) -> None:
    await queue()
    rows = await read.fetch("SELECT payload FROM job")
    assert rows
    assert not [row for row in rows if "secret" in row[0] or "ada@" in row[0]]


async def test_a_letter_waits_for_a_server_that_is_away(
    database: TestDatabase, mail_server: MailServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    there = settings().smtp_url
    monkeypatch.setenv("CARNET_SMTP_URL", "smtp://127.0.0.1:1")
    settings.cache_clear()
    await queue()
    await run_due_jobs()
    assert mail_server.received == []
    monkeypatch.setenv("CARNET_SMTP_URL", there)
    settings.cache_clear()
    with clock.frozen(clock.now() + timedelta(minutes=1)):
        await run_due_jobs()
    assert len(mail_server.received) == 1


async def test_without_a_server_it_is_a_file_in_the_outbox(database: TestDatabase) -> None:
    assert delivery() is Delivery.OUTBOX
    await queue()
    await run_due_jobs()
    [file] = (settings().data_dir / "outbox").glob("*.eml")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
    assert LETTER.link in file.read_text("utf-8").splitlines()
    message = message_from_bytes(file.read_bytes(), policy=policy.default)
    assert message["Subject"] == "Élodie Bcc: eve@example.org"
