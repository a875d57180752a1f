"""Letters that come back: who is believed, and what follows for the address and its contact."""

from __future__ import annotations

import pytest

from backend.campaigns import links
from backend.campaigns.queries.sending import QueuedLetter
from backend.campaigns.queries.tracking import letters_in
from backend.campaigns.rules.kinds import BounceKind, CampaignProblem, RecipientState
from backend.campaigns.service.bounces import bounce_letter, bounce_of_answer
from backend.campaigns.service.ledger import Ledger, Outcome, Run
from backend.campaigns.service.privacy import erase_letters
from backend.campaigns.service.reading import Opened, write_opened
from backend.contacts.drafts import ContactChanges, EmailDraft
from backend.contacts.filter_input import parse_filter
from backend.contacts.kinds import SubscriptionStatus
from backend.contacts.queries.counts import count_contacts
from backend.contacts.service import update_contact
from backend.core.database import read
from backend.core.unit_of_work import unit_of_work
from backend.domains import load_jobs
from backend.duplicates.service import merge_contacts, undo_merge
from backend.duplicates.service.merge import Side
from backend.inbox.mail.parsing import parse_letter
from backend.inbox.mailboxes import MailboxRow
from backend.inbox.rules.verdicts import Verdict, verdict_of
from backend.inbox.service.receive import Fate, receive_letter
from tests.factories.contacts import new_contact, read_contact
from tests.factories.letters import campaign_of, new_letters, new_mailbox

load_jobs()
REPORT = """\
From: Mail Delivery <mailer-daemon@mx.example.org>
To: me@example.org
Subject: Undelivered
Message-ID: <report-{number}@mx.example.org>
Content-Type: multipart/report; report-type=delivery-status; boundary="b"

--b

Your letter could not be delivered.
--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example.org

Final-Recipient: rfc822; {named}
Action: {action}
Status: {status}
Diagnostic-Code: smtp; {said}

--b
Content-Type: message/rfc822

From: me@example.org
To: {named}
Message-ID: <{rfc_id}>
Subject: News

Hello
--b--
"""
QMAIL = """\
From: <MAILER-DAEMON@mx.example.org>
To: me@example.org
Subject: failure notice
Message-ID: <qmail@mx.example.org>

Hi. This is the qmail-send program.
<ada@example.org>:
Sorry, no mailbox here by that name. (#5.1.1)

--- Below this line is a copy of the message.

Message-ID: <{rfc_id}>
"""


def report(letter, *, status="5.1.1", said="550 5.1.1 no such user", **values):
    told = {"number": letter, "named": "ada@example.org", "action": "failed", **values}
    rfc_id = links.message_id(letter, "example.org")
    text = REPORT.format(rfc_id=rfc_id, status=status, said=said, **told)
    return parse_letter(text.encode())


async def reader(person, address="ada@example.org"):
    draft = EmailDraft(address, status=SubscriptionStatus.SUBSCRIBED)
    return await new_contact(person.actor, given_name="Ada", emails=[draft])


async def matching(person, reason):
    return await count_contacts(person.actor, parse_filter({"deliverability": [reason]}))


async def bounce(person, letter, kind, said="550 5.1.1 no"):
    async with unit_of_work(person.actor) as unit:
        await unit.take_turn()
        found = await letters_in(unit, (letter,))
        await bounce_letter(unit, found[letter], kind, said)


@pytest.mark.parametrize(
    ("said", "verdict"),
    [
        ("5.1.1", Verdict.HARD),
        ("550 5.7.1 looks like spam", Verdict.SOFT),
        ("smtp; 552 5.2.2 mailbox full", Verdict.SOFT),
        ("550 no such user", Verdict.HARD),
        ("450 try again", Verdict.SOFT),
        ("4.4.7", Verdict.SOFT),
        ("250 2.1.5 ok", None),
        ("at 10.5.1.1 on port 5501", None),
        ("nothing", None),
    ],
)
@pytest.mark.sqlite_only
def test_tells_what_is_for_good_from_what_is_for_now(said, verdict):
    assert verdict_of(said) is verdict
    assert bounce_of_answer(said) is (
        BounceKind.HARD if verdict is Verdict.HARD else BounceKind.SOFT
    )


async def test_a_report_is_believed_for_our_own_letter_and_nothing_that_it_names(owner, stranger):
    mailbox = await new_mailbox(owner.actor)
    foreign = await new_mailbox(stranger.actor)
    ada, bob = await reader(owner), await reader(owner, "bob@example.org")
    theirs = await reader(stranger, "ada@example.org")
    campaign, (letter, _) = await new_letters(owner.actor, [ada, bob])

    async def takes(box: MailboxRow, received) -> Fate:
        return await receive_letter(box, received, None)

    # In another account's mailbox, or with an id that nobody here made, it says nothing.
    assert await takes(foreign, report(letter)) is not Fate.HEARD
    unsigned = report(letter).report
    assert unsigned is not None
    text = REPORT.format(
        number=9, named="bob@example.org", action="failed", status="5.1.1", said="550",
        rfc_id=f"campaign.{letter}-aaaaaaaaaaaaaaaaaaaa@example.org",
    )  # fmt: skip
    assert await takes(mailbox, parse_letter(text.encode())) is not Fate.HEARD
    assert parse_letter(text.replace("failed", "delayed").encode()).report is None
    assert await matching(owner, "BOUNCED") == await matching(stranger, "BOUNCED") == 0
    # It names bob; the letter was ada's.
    assert await takes(mailbox, report(letter, named="bob@example.org")) is Fate.HEARD
    assert await takes(mailbox, report(letter, named="bob@example.org")) is Fate.HEARD
    row = await campaign_of(owner.actor, campaign)
    assert (row.hard_bounce_count, row.soft_bounce_count) == (1, 0)
    assert (await read_contact(owner.actor, ada.pk)).emails[0].bounced_at is not None
    for person, contact in ((owner, bob), (stranger, theirs)):
        assert (await read_contact(person.actor, contact.pk)).emails[0].bounced_at is None
    assert await matching(owner, "BOUNCED") == 1
    kept = EmailDraft("ada@work.example.org", id=ada.emails[0].pk)
    await update_contact(owner.actor, ada.pk, 1, ContactChanges(emails=[kept]))
    assert await matching(owner, "BOUNCED") == 0


@pytest.mark.sqlite_only
async def test_reads_what_servers_write_without_parts_and_bears_garbage(owner):
    mailbox = await new_mailbox(owner.actor)
    ada = await reader(owner)
    campaign, (letter,) = await new_letters(owner.actor, [ada])
    rfc_id = links.message_id(letter, "example.org")
    human = f"From: ada@example.org\nReferences: <{rfc_id}>\n\n550 5.1.1 is my door code"
    assert parse_letter(human.encode()).report is None
    many = "".join(f"<{number}@x.example.org>\n" for number in range(20_000))
    giant = QMAIL.format(rfc_id=rfc_id) + many * 20
    for garbage in (
        b"Content-Type: multipart/report; boundary=b\n\n--b\nContent-Type: message/delivery-status",
        b"From: mailer-daemon@\xff\n\n\x00\xff <@> 5.1.1 <<<" + b"<a@" * 100_000,
        REPORT.replace("{status}", "5" * 5000).encode(),
    ):
        parse_letter(garbage)
    assert await receive_letter(mailbox, parse_letter(giant.encode()), None) is Fate.HEARD
    assert (await campaign_of(owner.actor, campaign)).hard_bounce_count == 1


async def test_three_in_a_row_for_now_are_one_for_good(owner):
    ada = await reader(owner)
    letters = [(await new_letters(owner.actor, [ada]))[1][0] for _ in range(4)]
    full = "452 4.2.2 full"
    for letter in (letters[0], letters[1], letters[1], letters[3]):
        await bounce(owner, letter, BounceKind.SOFT, full)
    assert await matching(owner, "BOUNCED") == 0  # the third one arrived
    campaign, (letter,) = await new_letters(owner.actor, [ada])
    await bounce(owner, letter, BounceKind.SOFT, full)
    _, (last,) = await new_letters(owner.actor, [ada])
    await bounce(owner, last, BounceKind.SOFT, full)
    assert await matching(owner, "BOUNCED") == 1
    await bounce(owner, letter, BounceKind.HARD)
    row = await campaign_of(owner.actor, campaign)
    assert (row.hard_bounce_count, row.soft_bounce_count) == (1, 0)


async def test_five_unopened_make_inactive_and_one_opened_active_again(owner):
    ada, bob = await reader(owner), await reader(owner, "bob@example.org")
    await new_letters(owner.actor, [ada], track_opens=False)
    letters = [(await new_letters(owner.actor, [ada]))[1][0] for _ in range(4)]
    assert await matching(owner, "INACTIVE") == 0
    _, (fifth,) = await new_letters(owner.actor, [ada])
    assert await matching(owner, "INACTIVE") == 1
    await bounce(owner, fifth, BounceKind.SOFT)  # so it was not received
    assert await matching(owner, "INACTIVE") == 0
    _, (sixth,) = await new_letters(owner.actor, [ada])
    since = (await read_contact(owner.actor, ada.pk)).inactive_since
    assert since is not None
    await new_letters(owner.actor, [ada])
    assert (await read_contact(owner.actor, ada.pk)).inactive_since == since
    _, (opened,) = await new_letters(owner.actor, [bob])
    async with unit_of_work(owner.actor) as unit:
        await write_opened(unit, [Opened(opened)])
    # Merged, they are one reader, who did open one; parted, each is what they were.
    versions = [(await read_contact(owner.actor, key)).version for key in (ada.pk, bob.pk)]
    done = await merge_contacts(
        owner.actor, Side(ada.pk, versions[0], "kept"), Side(bob.pk, versions[1], "other")
    )
    assert await matching(owner, "INACTIVE") == 0
    await undo_merge(owner.actor, done.id)
    assert await matching(owner, "INACTIVE") == 1
    async with unit_of_work(owner.actor) as unit:
        await write_opened(unit, [Opened(letters[0])])  # an old one: the last five are the same
    assert await matching(owner, "INACTIVE") == 1
    async with unit_of_work(owner.actor) as unit:
        await write_opened(unit, [Opened(sixth, "https://example.org/")])  # a click is a look too
    assert await matching(owner, "INACTIVE") == 0


async def test_nothing_is_written_of_an_erased_reader_by_what_servers_still_say(owner):
    ada, bob = await reader(owner), await reader(owner, "bob@example.org")
    campaign, (back, lost) = await new_letters(owner.actor, [ada, bob])
    async with unit_of_work(owner.actor) as unit:
        waits = "UPDATE campaign_recipient SET state = 'sending' WHERE id = ?"
        await unit.execute(waits, (lost,))
        await erase_letters(unit, ada.pk)
        await erase_letters(unit, bob.pk)
    said = "550 5.1.1 <ada@example.org>: no such user"
    await bounce(owner, back, BounceKind.HARD, said)
    ledger = Ledger(Run(owner.actor.account_id, campaign, "News", "r"))
    letter = QueuedLetter(lost, bob.pk, "ada@example.org", "ada@example.org", 0)
    failed, why = RecipientState.FAILED, CampaignProblem.RECIPIENT_REFUSED
    await ledger.put(Outcome(letter, failed, why, said, has_bounced=True))
    await ledger.close()
    rows = await read.fetch("SELECT state, bounce, problem_detail FROM campaign_recipient")
    assert sorted(rows) == [("failed", "hard", None), ("sent", "hard", None)]
    told = await read.fetch("SELECT payload FROM change WHERE kind = 'campaign.bounced'")
    assert len(told) == 2
    assert "ada@" not in str(told)
