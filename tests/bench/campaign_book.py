"""A book of readers and a campaign to them: `python -m tests.bench.campaign_book PORT READERS`.

On CARNET_DATA_DIR. Makes the account the first time, and a campaign that is sent each time; prints
its key. Nothing leaves before a server runs its jobs.
"""

from __future__ import annotations

import asyncio
import os
import sys

from backend.campaigns.rules.blocks import Block
from backend.campaigns.rules.kinds import BlockKind
from backend.campaigns.service import (
    CampaignChanges,
    SettingsChanges,
    create_campaign,
    send_campaign,
    update_settings,
)
from backend.campaigns.service.write import DraftBlock
from backend.cli.actors import actor_of
from backend.contacts.drafts import ContactDraft, EmailDraft
from backend.contacts.kinds import EmailKind, SubscriptionStatus
from backend.contacts.service import bulk_create_contacts
from backend.core.permissions import Actor
from backend.core.settings import settings
from backend.inbox.rules.kinds import MailSecurity
from backend.inbox.service import MailboxDraft, ServerDraft, save_mailbox
from backend.runtime import running
from tests.bench.books import USER

RATE = 30_000
PARTS = (
    Block("a", BlockKind.HEADING, "Autumn at the studio"),
    Block("b", BlockKind.TEXT, "<p>Dear {{given_name|friend}},</p>" + "<p>and so on</p>" * 20),
    Block("c", BlockKind.BUTTON, "Read more", "https://example.org/news"),
)


async def main(port: int, readers: int) -> None:
    """Make what is not there yet, and let a campaign be sent."""
    async with running(settings()):
        actor = await actor_of(USER)
        if readers:
            await _fill(actor, port, readers)
        changes = CampaignChanges(
            subject="News for {{given_name|you}}",
            blocks=[DraftBlock(part) for part in PARTS],
            filter={"email": {"contains": "@readers.example.org"}},
        )
        campaign = (await create_campaign(actor, changes)).campaign
        await send_campaign(actor, campaign.pk, campaign.version)
        print(campaign.pk)


async def _fill(actor: Actor, port: int, readers: int) -> None:
    server = ServerDraft("127.0.0.1", port, MailSecurity.NONE)
    await save_mailbox(actor, None, MailboxDraft("Studio", "studio@example.org", smtp=server))
    await update_settings(actor, 0, SettingsChanges(rate_per_minute=RATE))
    subscribed = SubscriptionStatus.SUBSCRIBED
    await bulk_create_contacts(
        actor,
        [
            ContactDraft(
                given_name=f"Reader {number}",
                emails=(EmailDraft(f"r{number}@readers.example.org", EmailKind.MAIN, subscribed),),
            )
            for number in range(readers)
        ],
    )


if __name__ == "__main__":
    os.environ["CARNET_PRIVATE_MAIL_SERVERS"] = "true"  # the mail server is on loopback
    asyncio.run(main(int(sys.argv[1]), int(sys.argv[2])))
