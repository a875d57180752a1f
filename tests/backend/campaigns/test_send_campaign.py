"""A campaign leaves: to whom, once, and what happens when something goes wrong in between."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest

from backend.campaigns import links
from backend.campaigns.errors import (
    CampaignNotDraft,
    NoRecipients,
    NoSendingServer,
    RecipientsChanged,
    TimePassed,
)
from backend.campaigns.queries.campaigns import campaigns_by_id
from backend.campaigns.queries.recipients import recipients_page
from backend.campaigns.rules.kinds import CampaignState, RecipientState
from backend.campaigns.service import (
    SettingsChanges,
    cancel_campaign,
    pause_campaign,
    resume_campaign,
    retry_campaign,
    schedule_campaign,
    send_campaign,
    update_settings,
)
from backend.campaigns.service.audience import audience_of
from backend.campaigns.service.places import Places
from backend.campaigns.service.privacy import erase_letters
from backend.contacts.kinds import SubscriptionStatus
from backend.contacts.selections import SelectedIds
from backend.contacts.service import delete_contacts
from backend.core.clock import frozen, now, to_micros
from backend.core.database import read
from backend.core.errors import Refusals, StaleVersion
from backend.core.jobs.worker import run_due_jobs
from backend.core.paging import PageRequest
from backend.core.unit_of_work import unit_of_work
from backend.inbox.service import remove_mailbox
from tests.factories.campaigns import EVERYBODY, new_campaign
from tests.factories.contacts import new_contact

from .conftest import email


async def read_campaign(actor, campaign):
    return (await campaigns_by_id(actor, (campaign.pk,)))[campaign.pk]


async def letters_of(actor, campaign):
    page = await recipients_page(actor, campaign.pk, PageRequest.of(first=100))
    return {row.address: row for row in page.rows}


async def sent(actor, campaign):
    await send_campaign(actor, campaign.pk, campaign.version)
    await run_due_jobs()
    return await read_campaign(actor, campaign)


async def test_goes_once_to_everybody_who_wants_it_and_says_who_does_not(
    owner, mailbox, readers, letter_taker
):
    audience = await audience_of(owner.actor, EVERYBODY)
    assert audience.counts == {
        "no_email": 1, "never_subscribed": 1, "unsubscribed": 2, "duplicate": 1
    }  # fmt: skip
    done = await sent(owner.actor, await new_campaign(owner.actor))
    assert (done.state, done.sent_count, done.left_count) == (CampaignState.SENT, 3, 0)
    assert {each.reason: each.count for each in done.excluded} == {
        reason: len(ids) for reason, ids in audience.excluded.items()
    }
    assert sorted(each for to in letter_taker.recipients for each in to) == [
        "Info@example.org", "ada@example.org", "bo@example.org"
    ]  # fmt: skip
    by_subject = {each["Subject"]: each for each in letter_taker.received}
    assert set(by_subject) == {"News for Ada", "News for Bo & <b>", "News for you"}
    letter = by_subject["News for Bo & <b>"]
    rows = await letters_of(owner.actor, done)
    key = rows["bo@example.org"].pk
    assert letter["To"] == '"Bo & <b>" <bo@example.org>'
    assert letter["From"] == "Studio Été <studio@example.org>"
    assert links.recipient_of_message_id(letter["Message-ID"].strip("<>")) == key
    assert letter["List-Unsubscribe"] == f"<{links.unsubscribe_url(key)}>"
    assert letter["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    plain, rich = (part.get_content() for part in letter.iter_parts())
    assert "Dear Bo & <b>" in plain
    assert "Dear Bo &amp; &lt;b&gt;" in rich
    assert links.pixel_url(key) in rich
    assert links.unsubscribe_url(key) in plain
    story = await read.fetch(
        "SELECT payload FROM change WHERE kind = 'campaign.mail_sent' AND about_id = ?",
        (readers.pk,),
    )
    assert len(story) == 1


async def test_is_refused_for_nobody_for_another_number_and_without_a_server(owner, readers):
    actor = owner.actor
    campaign = await new_campaign(actor)
    with pytest.raises(NoSendingServer):
        await send_campaign(actor, campaign.pk, campaign.version)


async def test_is_refused_when_its_letter_or_its_readers_will_not_do(owner, mailbox, readers):
    actor = owner.actor
    nobody = await new_campaign(actor, chosen={"givenName": {"is": "Mute"}})
    with pytest.raises(NoRecipients):
        await send_campaign(actor, nobody.pk, nobody.version)
    campaign = await new_campaign(actor)
    with pytest.raises(RecipientsChanged) as changed:
        await send_campaign(actor, campaign.pk, campaign.version, 4)
    assert changed.value.parameters == {"number": 3}
    broken = await new_campaign(actor, text="<p>{{first_name}}</p>")
    with pytest.raises(Refusals) as refused:
        await send_campaign(actor, broken.pk, broken.version)
    (fault,) = refused.value.refusals
    assert (fault.path, fault.parameters) == (
        ("blocks", "0", "text"), {"name": "first_name", "number": 1}
    )  # fmt: skip
    with pytest.raises(TimePassed):
        await schedule_campaign(actor, campaign.pk, campaign.version, now() - timedelta(hours=1))


async def test_two_who_press_at_once_send_it_once(owner, mailbox, readers, letter_taker):
    campaign = await new_campaign(owner.actor)
    pressed = await asyncio.gather(
        *(send_campaign(owner.actor, campaign.pk, campaign.version) for _ in range(3)),
        return_exceptions=True,
    )
    refused = [each for each in pressed if isinstance(each, Exception)]
    assert len(refused) == 2
    assert all(isinstance(each, CampaignNotDraft | StaleVersion) for each in refused)
    await run_due_jobs()
    assert len(letter_taker.received) == 3


async def test_begins_at_its_time_and_can_be_put_off(owner, mailbox, readers, letter_taker):
    actor = owner.actor
    campaign = await new_campaign(actor)
    soon = now() + timedelta(hours=1)
    planned = (await schedule_campaign(actor, campaign.pk, 1, soon)).campaign
    later = (await schedule_campaign(actor, campaign.pk, 2, soon + timedelta(hours=1))).campaign
    assert (planned.state, later.version) == (CampaignState.SCHEDULED, 3)
    with pytest.raises(StaleVersion):  # another window changed it meanwhile
        await schedule_campaign(actor, campaign.pk, 2, soon)
    with frozen(soon + timedelta(minutes=1)):
        await run_due_jobs()
    assert letter_taker.received == []
    back = (await cancel_campaign(actor, campaign.pk)).campaign
    assert (back.state, back.scheduled_at) == (CampaignState.DRAFT, None)
    await schedule_campaign(actor, campaign.pk, back.version, soon)
    with frozen(soon + timedelta(minutes=1)):
        await run_due_jobs()
    assert len(letter_taker.received) == 3


async def test_who_leaves_or_is_deleted_meanwhile_gets_none(owner, mailbox, readers, letter_taker):
    actor = owner.actor
    gone = await new_contact(actor, given_name="Gone", emails=[email("gone@example.org")])
    left = await new_contact(actor, given_name="Leaver", emails=[email("leaver@example.org")])
    first: list[None] = []

    async def leave() -> str:
        if not first:
            first.append(None)
            await delete_contacts(actor, SelectedIds((gone.pk,)))
            async with unit_of_work(actor) as unit:
                await unit.execute(
                    "UPDATE contact_email SET status = ? WHERE contact_id = ?",
                    (SubscriptionStatus.UNSUBSCRIBED.value, left.pk),
                )
        return "250 OK"

    letter_taker.on_letter = leave
    campaign = await new_campaign(actor)
    done = await sent(actor, campaign)
    rows = await letters_of(actor, campaign)
    assert rows["gone@example.org"].reason == "gone"
    assert rows["leaver@example.org"].reason == "unsubscribed"
    assert (done.state, done.sent_count, done.skipped_count) == (CampaignState.SENT, 3, 2)


async def test_a_crash_leaves_open_only_what_was_half_given(owner, mailbox, readers, letter_taker):
    actor = owner.actor
    campaign = await new_campaign(actor)
    giving = asyncio.Event()

    async def hang() -> str:
        giving.set()
        await asyncio.sleep(60)
        return "250 OK"

    letter_taker.on_letter = hang
    await send_campaign(actor, campaign.pk, campaign.version)
    running = asyncio.create_task(run_due_jobs())
    await giving.wait()
    # As after kill -9: the row stays as it was committed before the letter was given.
    (half,) = await read.fetch("SELECT address FROM campaign_recipient WHERE state = 'sending'")
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
    async with unit_of_work(actor) as unit:
        await unit.execute(
            "UPDATE campaign_recipient SET state = 'sending' WHERE address = ?", half
        )
        await unit.execute("UPDATE campaign SET unknown_count = 0, next_try_at = 0", ())
        await unit.execute("UPDATE job SET leased_until = NULL", ())
    letter_taker.on_letter = None
    letter_taker.recipients.clear()
    await run_due_jobs()
    rows = await letters_of(actor, campaign)
    assert rows[half[0]].state is RecipientState.UNKNOWN
    assert len(letter_taker.recipients) == 2
    done = await read_campaign(actor, campaign)
    assert (done.state, done.sent_count, done.unknown_count) == (CampaignState.SENT, 2, 1)
    await retry_campaign(actor, campaign.pk, frozenset({RecipientState.UNKNOWN}))
    await run_due_jobs()
    assert letter_taker.recipients[2:] == [[half[0]]]
    assert (await read_campaign(actor, campaign)).sent_count == 3


async def test_can_be_stopped_and_goes_on_where_it_was(owner, mailbox, readers, letter_taker):
    actor = owner.actor
    campaign = await new_campaign(actor)

    async def stop() -> str:
        letter_taker.on_letter = None
        await pause_campaign(actor, campaign.pk)
        return "250 OK"

    letter_taker.on_letter = stop
    paused = await sent(actor, campaign)
    assert (paused.state, paused.sent_count, paused.left_count) == (CampaignState.PAUSED, 1, 2)
    await resume_campaign(actor, campaign.pk)
    await run_due_jobs()
    assert (await read_campaign(actor, campaign)).state is CampaignState.SENT
    assert len(letter_taker.recipients) == 3


async def test_a_server_that_refuses_its_sender_stops_it(owner, mailbox, readers, letter_taker):
    async def refuse(server, session, envelope, address, options):
        return "550 5.7.1 not you"

    letter_taker.handle_MAIL = refuse
    stopped = await sent(owner.actor, await new_campaign(owner.actor))
    assert (stopped.state, stopped.problem) == (CampaignState.PAUSED, "sender_refused")
    assert stopped.problem_detail == "550 5.7.1 not you"
    assert stopped.left_count == 3


async def test_an_address_that_is_refused_stops_nobody_else(owner, mailbox, readers, letter_taker):
    refused = letter_taker.handle_RCPT

    async def refuse(server, session, envelope, address, options):
        if address.startswith("bo@"):
            return "550 5.1.1 no such user"
        if address.startswith("ada@"):
            return "450 4.2.1 try later"
        return await refused(server, session, envelope, address, options)

    letter_taker.handle_RCPT = refuse
    campaign = await new_campaign(owner.actor)
    waiting = await sent(owner.actor, campaign)
    rows = await letters_of(owner.actor, campaign)
    assert (waiting.state, waiting.sent_count, waiting.failed_count) == ("sending", 1, 1)
    assert rows["bo@example.org"].problem == "recipient_refused"
    assert (rows["bo@example.org"].bounce, waiting.hard_bounce_count) == ("hard", 1)
    assert (await audience_of(owner.actor, EVERYBODY)).counts["bounced"] == 1
    assert rows["ada@example.org"].state is RecipientState.QUEUED
    letter_taker.handle_RCPT = refused
    with frozen(now() + timedelta(minutes=6)):
        await run_due_jobs()
    done = await read_campaign(owner.actor, campaign)
    assert (done.state, done.sent_count) == (CampaignState.SENT, 2)


async def test_waits_for_a_server_that_does_not_answer(owner, mailbox, readers, letter_taker):
    actor = owner.actor
    async with unit_of_work(actor) as unit:
        await unit.execute("UPDATE mailbox SET smtp_port = 1", ())
    campaign = await new_campaign(actor)
    waiting = await sent(actor, campaign)
    assert (waiting.state, waiting.problem, waiting.tries) == ("sending", "unreachable", 1)
    assert waiting.next_try_at is not None
    async with unit_of_work(actor) as unit:
        await unit.execute("UPDATE mailbox SET smtp_port = ?", (letter_taker.port,))
    with frozen(waiting.next_try_at + timedelta(seconds=1)):
        await run_due_jobs()
    done = await read_campaign(actor, campaign)
    assert (done.state, done.problem, done.sent_count) == (CampaignState.SENT, None, 3)


async def test_a_mailbox_that_is_removed_meanwhile_stops_it(owner, mailbox, readers, letter_taker):
    actor = owner.actor
    campaign = await new_campaign(actor)
    await send_campaign(actor, campaign.pk, campaign.version)
    found = await read.fetch_value("SELECT version FROM mailbox", ())
    await remove_mailbox(actor, found)
    await run_due_jobs()
    stopped = await read_campaign(actor, campaign)
    assert (stopped.state, stopped.problem) == (CampaignState.PAUSED, "no_sending_server")


@pytest.mark.sqlite_only
async def test_leaves_no_faster_than_is_set(owner, mailbox, readers, letter_taker):
    await update_settings(owner.actor, 0, SettingsChanges(rate_per_minute=1))
    campaign = await new_campaign(owner.actor)
    waiting = await sent(owner.actor, campaign)
    assert (waiting.sent_count, waiting.state) == (1, CampaignState.SENDING)
    due = await read.fetch_value("SELECT run_at FROM job WHERE name = 'send_campaign'", ())
    assert due > waiting.started_micros + 50_000_000


async def test_processes_share_one_pace(owner):
    """Each has places of its own, and together they are no closer than one would be."""
    rate = 240  # two places are taken at once, a quarter of a second apart
    begin = now()
    with frozen(begin):
        soon = to_micros(begin) + 3_000_000
        one, other = Places(owner.account_id, rate), Places(owner.account_id, rate)
        found = [*await asyncio.gather(one.next(soon), other.next(soon))]
        found += [await each.next(soon) for each in (one, other, one)]
        await one.give_back()
        await other.give_back()  # nobody took places behind it
        found.append(await Places(owner.account_id, rate).next(soon))
        places = sorted(each for each in found if each is not None)
        late = await other.next(places[0])
    assert places == [to_micros(begin) - 1_000_000 + 250_000 * n for n in (0, 1, 2, 3, 4, 5)]
    assert late is None
    with frozen(begin - timedelta(hours=1)):  # a clock that was put back holds nothing up
        early = await Places(owner.account_id, rate).next(soon)
    assert early == to_micros(begin - timedelta(hours=1)) - 1_000_000


@pytest.mark.sqlite_only
async def test_who_is_erased_while_a_server_puts_them_off_is_left_out(
    owner, mailbox, readers, letter_taker
):
    actor, asked = owner.actor, []

    async def put_off() -> str:
        async with unit_of_work(actor) as unit:
            await erase_letters(unit, readers.pk)
        return "451 4.3.0 <ada@example.org> later"

    async def hear(server, session, envelope, address, options):
        asked.append(address)
        envelope.rcpt_tos.append(address)
        return "250 OK"

    letter_taker.on_letter, letter_taker.handle_RCPT = put_off, hear
    campaign = await new_campaign(actor, chosen={"givenName": {"is": "Ada"}})
    await sent(actor, campaign)
    (row,) = (await letters_of(actor, campaign)).values()
    assert (row.state_name, row.address, row.problem_detail) == ("queued", "", None)
    with frozen(now() + timedelta(minutes=10)):
        await run_due_jobs()
    (row,) = (await letters_of(actor, campaign)).values()
    assert (row.state_name, row.reason_name) == ("skipped", "gone")
    done = await read_campaign(actor, campaign)
    assert (done.state, done.skipped_count, done.failed_count) == (CampaignState.SENT, 1, 0)
    assert asked == ["ada@example.org"]
