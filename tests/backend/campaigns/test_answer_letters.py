"""A campaign from its sending to its figures, by nothing but what is in the letters."""

from __future__ import annotations

import re
from urllib.parse import urlsplit
from uuid import uuid4

from backend.campaigns.queries.campaigns import campaigns_by_id
from backend.campaigns.service import send_campaign
from backend.contacts.filter_input import parse_filter
from backend.contacts.queries.counts import count_contacts
from backend.core.jobs.worker import run_due_jobs
from backend.domains import load_jobs
from backend.inbox.queries.mailboxes import mailbox_of
from backend.inbox.rules.kinds import MailSecurity
from backend.inbox.service import MailboxDraft, ServerDraft, reading, save_mailbox
from tests.factories.campaigns import new_campaign
from tests.fixtures.mail_servers import PASSWORD

load_jobs()
LINKED = (
    '<p>Dear {{given_name|friend}}, <a href="https://example.org/offer?a=1&amp;b=2">look</a></p>'
)
REPORT = """\
From: mailer-daemon@mx.example.org
Message-ID: <report@mx.example.org>
Content-Type: multipart/report; report-type=delivery-status; boundary="b"

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example.org

Final-Recipient: rfc822; Info@example.org
Action: failed
Status: 5.1.1

--b
Content-Type: text/rfc822-headers

Message-ID: {rfc_id}
--b--
"""


def found(pattern: str, letter) -> str:
    match = re.search(pattern, letter.get_body(("html",)).get_content())
    assert match is not None
    return urlsplit(match[1].replace("&amp;", "&")).path


async def test_what_readers_answer_is_counted_and_nobody_is_written_to_who_left(
    owner, readers, letter_taker, dovecot, private_servers, http
):
    actor, user = owner.actor, f"user{uuid4().hex[:8]}"
    draft = MailboxDraft(
        "Studio",
        "studio@example.org",
        smtp=ServerDraft("127.0.0.1", letter_taker.port, MailSecurity.NONE),
        imap=ServerDraft("127.0.0.1", dovecot.port, MailSecurity.NONE, user, PASSWORD),
    )
    await save_mailbox(actor, None, draft)
    box = await mailbox_of(owner.account_id)
    assert box is not None
    await reading.read_mailbox(box.pk, once=True)

    async def sent(subject: str):
        campaign = await new_campaign(actor, subject, LINKED)
        await send_campaign(actor, campaign.pk, campaign.version)
        await run_due_jobs()
        return (await campaigns_by_id(actor, (campaign.pk,)))[campaign.pk]

    campaign = await sent("News for {{given_name|you}}")
    letters = {each["To"].addresses[0].addr_spec: each for each in letter_taker.received}
    ada, bo, info = (
        letters[name] for name in ("ada@example.org", "bo@example.org", "Info@example.org")
    )
    await http.get(found(r'src="([^"]+/c/open/[^"]+)"', ada))
    click = await http.get(found(r'href="([^"]+/c/click/[^"]+)"', bo))
    assert click.headers["location"] == "https://example.org/offer?a=1&b=2"
    one_click = urlsplit(bo["List-Unsubscribe"].strip("<>")).path
    assert (await http.post(one_click, data={"List-Unsubscribe": "One-Click"})).status_code == 200
    dovecot.deliver(user, REPORT.format(rfc_id=info["Message-ID"]).replace("\n", "\r\n").encode())
    await reading.read_mailbox(box.pk, once=True)

    row = (await campaigns_by_id(actor, (campaign.pk,)))[campaign.pk]
    assert (row.sent_count, row.opened_count, row.clicked_count) == (3, 2, 1)
    assert (row.hard_bounce_count, row.unsubscribed_count) == (1, 1)
    bounced = parse_filter({"deliverability": ["BOUNCED"]})
    assert await count_contacts(actor, bounced) == 1

    letter_taker.received.clear()
    again = await sent("More")
    assert (again.sent_count, again.state_name) == (1, "sent")
    assert [each["To"].addresses[0].addr_spec for each in letter_taker.received] == [
        "ada@example.org"
    ]
