"""Mail servers over TLS: used where their certificate is good, else refused with clear words."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from aiosmtpd.smtp import SMTP

from backend.inbox.rules.kinds import MailProblem, MailSecurity
from backend.inbox.service import MailboxDraft, ServerDraft
from backend.inbox.service import test_mailbox as try_mailbox
from tests.fixtures.mail_servers import PASSWORD, LetterTaker

pytestmark = pytest.mark.sqlite_only


@asynccontextmanager
async def smtp_port(dovecot, security) -> AsyncIterator[int]:
    """A server of letters that shows the certificate at once, or is asked for it."""
    loop = asyncio.get_running_loop()
    context = dovecot.certificate.serving()
    asked = {"tls_context": context, "require_starttls": True}
    server = await loop.create_server(
        lambda: SMTP(
            LetterTaker(),
            hostname="mail.example.org",
            loop=loop,
            **(asked if security is MailSecurity.STARTTLS else {}),
        ),
        "127.0.0.1",
        0,
        ssl=context if security is MailSecurity.TLS else None,
    )
    try:
        yield server.sockets[0].getsockname()[1]
    finally:
        server.close()


async def tried(owner, dovecot, security, *, host="127.0.0.1"):
    async with smtp_port(dovecot, security) as port:
        imap_port = dovecot.tls_port if security is MailSecurity.TLS else dovecot.port
        smtp = ServerDraft(host, port, security)
        imap = ServerDraft(host, imap_port, security, "secured", PASSWORD)
        found = await try_mailbox(owner.actor, MailboxDraft("", "studio@example.org", smtp, imap))
    assert found.smtp is not None
    assert found.imap is not None
    return found.smtp, found.imap


@pytest.fixture(autouse=True)
def silent_server(monkeypatch):
    """Let the server of letters say nothing of clients that will not have its certificate."""
    monkeypatch.setattr(logging.getLogger("mail.log"), "disabled", True)


@pytest.fixture
def trusted(dovecot, monkeypatch):
    """Let the system trust the certificate."""
    monkeypatch.setenv("SSL_CERT_FILE", str(dovecot.certificate.file))


@pytest.mark.parametrize("security", [MailSecurity.TLS, MailSecurity.STARTTLS])
async def test_servers_with_a_good_certificate_are_used(
    owner, dovecot, private_servers, trusted, security
):
    assert await tried(owner, dovecot, security) == ((None, None), (None, None))


@pytest.mark.parametrize("security", [MailSecurity.TLS, MailSecurity.STARTTLS])
async def test_a_certificate_that_nobody_vouches_for_is_refused(
    owner, dovecot, private_servers, security
):
    for problem, detail in await tried(owner, dovecot, security):
        assert problem is MailProblem.TLS_FAILED
        assert "self-signed certificate" in detail


@pytest.mark.parametrize("security", [MailSecurity.TLS, MailSecurity.STARTTLS])
async def test_a_certificate_of_another_name_is_refused(
    owner, dovecot, private_servers, trusted, security
):
    for problem, detail in await tried(owner, dovecot, security, host="localhost"):
        assert problem is MailProblem.TLS_FAILED
        assert "certificate is not valid for 'localhost'" in detail
