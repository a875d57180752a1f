"""Letters of campaigns that have left, for tests of what becomes of them."""

from __future__ import annotations

from collections.abc import Sequence

from backend.campaigns.queries.campaigns import campaigns_by_id
from backend.campaigns.rows import CampaignRow
from backend.campaigns.rules.kinds import LetterEvent
from backend.campaigns.service import CampaignChanges, create_campaign
from backend.campaigns.service.activity import settle_activity
from backend.campaigns.service.counting import count_events
from backend.contacts.rows import ContactRow
from backend.core.clock import now_micros
from backend.core.permissions import Actor
from backend.core.unit_of_work import unit_of_work
from backend.inbox.mailboxes import MailboxRow
from backend.inbox.queries.mailboxes import mailbox_of
from backend.inbox.service import MailboxDraft, save_mailbox


async def new_letters(
    actor: Actor,
    contacts: Sequence[ContactRow],
    *,
    subject: str = "News",
    track_opens: bool = True,
    track_clicks: bool = True,
) -> tuple[int, list[int]]:
    """Return a campaign and its letters, one to the first address of each contact, all sent now."""
    changes = CampaignChanges(subject=subject, track_opens=track_opens, track_clicks=track_clicks)
    campaign_id = (await create_campaign(actor, changes)).campaign.pk
    letters = []
    async with unit_of_work(actor) as unit:
        for contact in contacts:
            address = contact.emails[0].address
            rows = await unit.fetch(
                "INSERT INTO campaign_recipient (account_id, campaign_id, contact_id, address, "
                "normalized, state, sent_at, tries, click_count) "
                "VALUES (?, ?, ?, ?, ?, 'sent', ?, 0, 0) RETURNING id",
                (
                    actor.account_id,
                    campaign_id,
                    contact.pk,
                    address,
                    address.lower(),
                    now_micros(),
                ),
            )
            letters.append(rows[0][0])
        await unit.execute(
            "UPDATE campaign SET state = 'sent', recipient_count = ?, sent_count = ? WHERE id = ?",
            (len(letters), len(letters), campaign_id),
        )
        await count_events(unit, campaign_id, LetterEvent.SENT, len(letters))
        await settle_activity(unit, [contact.pk for contact in contacts])
    return campaign_id, letters


async def campaign_of(actor: Actor, campaign_id: int) -> CampaignRow:
    """Return a campaign as it is now."""
    return (await campaigns_by_id(actor, (campaign_id,)))[campaign_id]


async def new_mailbox(actor: Actor) -> MailboxRow:
    """Return a mailbox for an account that has none, without servers."""
    await save_mailbox(actor, None, MailboxDraft("Studio", "studio@example.org"))
    found = await mailbox_of(actor.account_id)
    assert found is not None
    return found
