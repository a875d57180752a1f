"""Saved replies, and the mailbox of an account: kept safe, tried, and shown to whom it concerns."""

from __future__ import annotations

import pytest

from backend.accounts.errors import EmailInvalid
from backend.core.database import read
from backend.core.errors import Forbidden, NotFound, RateLimited, Required, StaleVersion
from backend.core.permissions import Role
from backend.core.secrets import unseal
from backend.inbox.drafts import ReplyDraft
from backend.inbox.errors import (
    InvalidMailHost,
    InvalidMailPort,
    MailSecurityRequired,
    SavedReplyNameTaken,
    UnknownPlaceholder,
)
from backend.inbox.queries.mailboxes import own_mailbox
from backend.inbox.queries.replies import list_replies
from backend.inbox.rules.kinds import MailProblem, MailSecurity
from backend.inbox.service import (
    MailboxDraft,
    ServerDraft,
    create_reply,
    delete_reply,
    fill_reply,
    remove_mailbox,
    restore_reply,
    save_mailbox,
    test_mailbox,
    update_reply,
)
from tests.factories.accounts import new_member, new_owner
from tests.factories.contacts import new_contact
from tests.factories.inbox import new_saved_reply
from tests.fixtures.mail_servers import PASSWORD

try_mailbox = test_mailbox
del test_mailbox  # a verb of the product, not a test


async def test_fills_in_what_is_known_and_nothing_else(owner):
    html = (
        "<p>Dear {{given_name|client}} of {{company|your company}}, {{ position }} {{email}} "
        "{{my_name}} {{my_account}}</p>"
    )
    reply = await new_saved_reply(owner.actor, "Hi", html)
    contact = await new_contact(owner.actor, given_name="<b>Ada</b> {{email}}")
    filled = await fill_reply(owner.actor, reply.pk, contact.pk)
    assert filled.html == (
        "<p>Dear &lt;b&gt;Ada&lt;/b&gt; {{email}} of your company,   Olga Rossi Studio Rossi</p>"
    )
    with pytest.raises(UnknownPlaceholder):
        await new_saved_reply(owner.actor, "Bad", "<p>{{password}}</p>")
    stranger = await new_owner()
    with pytest.raises(NotFound):
        await fill_reply(stranger.actor, reply.pk, contact.pk)


async def test_saved_replies_are_named_once_changed_deleted_and_brought_back(owner, viewer):
    reply = await new_saved_reply(owner.actor, "Été")
    with pytest.raises(SavedReplyNameTaken):
        await new_saved_reply(owner.actor, "ete")
    changed = ReplyDraft("Hiver", "<p>Brr</p><script>x</script>", "Cold")
    after = (await update_reply(owner.actor, reply.pk, 1, changed)).reply
    assert (after.name, after.html, after.subject) == ("Hiver", "<p>Brr</p>", "Cold")
    with pytest.raises(StaleVersion):
        await update_reply(owner.actor, reply.pk, 1, changed)
    await delete_reply(owner.actor, reply.pk)
    assert await list_replies(owner.actor) == []
    await restore_reply(owner.actor, reply.pk)
    assert [each.name for each in await list_replies(viewer.actor)] == ["Hiver"]
    with pytest.raises(Forbidden):
        await create_reply(viewer.actor, ReplyDraft("Mine", "<p>x</p>"))


async def test_passwords_are_sealed_and_go_to_no_other_server(owner):
    def draft(host="mail.example.org", password=None):
        server = ServerDraft(host, 587, MailSecurity.STARTTLS, "ada", password)
        return MailboxDraft("Studio", "studio@example.org", smtp=server)

    await save_mailbox(owner.actor, None, draft(password="secret"))
    sealed = await read.fetch_value("SELECT smtp_password FROM mailbox")
    assert "secret" not in sealed
    assert unseal(sealed) == b"secret"
    await save_mailbox(owner.actor, 1, draft())
    found = await own_mailbox(owner.actor)
    assert found is not None
    server = found.smtp_server()
    assert server is not None
    assert server.password == "secret"
    with pytest.raises(Required):
        await save_mailbox(owner.actor, 2, draft("mail.evil.example"))
    with pytest.raises(StaleVersion):
        await save_mailbox(owner.actor, 1, draft())
    member = await new_member(owner, Role.MEMBER)
    seen = await own_mailbox(member.actor)
    assert seen is not None
    assert (seen.from_address, seen.smtp) == ("studio@example.org", None)
    with pytest.raises(Forbidden):
        await remove_mailbox(member.actor, 2)
    await remove_mailbox(owner.actor, 2)
    assert await own_mailbox(owner.actor) is None


@pytest.mark.parametrize(
    ("server", "error"),
    [
        (ServerDraft("not a host", 587, MailSecurity.TLS), InvalidMailHost),
        (ServerDraft("mail.example.org/x", 587, MailSecurity.TLS), InvalidMailHost),
        (ServerDraft("mail.example.org", 22, MailSecurity.TLS), InvalidMailPort),
        (ServerDraft("mail.example.org", 25, MailSecurity.NONE), MailSecurityRequired),
    ],
)
async def test_refuses_servers_that_are_none(owner, server, error):
    with pytest.raises(error):
        await save_mailbox(owner.actor, None, MailboxDraft("", "studio@example.org", smtp=server))
    with pytest.raises(EmailInvalid):
        await save_mailbox(owner.actor, None, MailboxDraft("", "nobody"))


@pytest.mark.sqlite_only
async def test_says_what_is_wrong_with_a_mailbox_before_it_is_saved(
    owner, dovecot, letter_taker, monkeypatch
):
    def draft(password):
        smtp = ServerDraft("127.0.0.1", letter_taker.port, MailSecurity.NONE)
        imap = ServerDraft("127.0.0.1", dovecot.port, MailSecurity.NONE, "trial", password)
        return MailboxDraft("", "studio@example.org", smtp, imap)

    good = await try_mailbox(owner.actor, draft(PASSWORD))
    assert (good.smtp, good.imap) == ((None, None), (None, None))
    bad = await try_mailbox(owner.actor, draft("another"))
    assert bad.imap is not None
    assert bad.imap[0] is MailProblem.SIGN_IN_FAILED
    assert await own_mailbox(owner.actor) is None


@pytest.mark.sqlite_only
async def test_a_mailbox_is_not_tried_without_end(owner):
    draft = MailboxDraft("", "studio@example.org")
    for _ in range(30):
        await try_mailbox(owner.actor, draft)
    with pytest.raises(RateLimited):
        await try_mailbox(owner.actor, draft)


@pytest.mark.sqlite_only
async def test_no_server_within_the_network_is_asked(owner):
    smtp = ServerDraft("localhost", 587, MailSecurity.STARTTLS)
    tried = await try_mailbox(owner.actor, MailboxDraft("", "studio@example.org", smtp))
    assert tried.smtp == (MailProblem.HOST_REFUSED, None)
