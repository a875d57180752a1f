"""Campaigns for tests."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from backend.campaigns.rows import CampaignRow
from backend.campaigns.rules.blocks import Block
from backend.campaigns.rules.kinds import BlockKind
from backend.campaigns.service import CampaignChanges, create_campaign
from backend.campaigns.service.write import DraftBlock
from backend.core.clock import now_micros
from backend.core.permissions import Actor
from backend.core.unit_of_work import unit_of_work

EVERYBODY: Mapping[str, Any] = {"and": []}


async def new_campaign(
    actor: Actor,
    subject: str = "News for {{given_name|you}}",
    text: str = "<p>Dear {{given_name|friend}}</p>",
    *,
    chosen: Mapping[str, Any] = EVERYBODY,
) -> CampaignRow:
    """Make a draft with one part of text."""
    block = DraftBlock(Block("a", BlockKind.TEXT, text))
    changes = CampaignChanges(subject=subject, blocks=[block], filter=chosen)
    return (await create_campaign(actor, changes)).campaign


async def new_sent_campaign(
    actor: Actor, contact_id: int, address: str, subject: str = "News"
) -> tuple[CampaignRow, int]:
    """Make a campaign that went to one contact, and return it with the key of its recipient."""
    campaign = await new_campaign(actor, subject)
    now = now_micros()
    async with unit_of_work(actor) as unit:
        rows = await unit.fetch(
            "INSERT INTO campaign_recipient (account_id, campaign_id, contact_id, address, "
            "normalized, state, tries, click_count, sent_at) "
            "VALUES (?, ?, ?, ?, ?, 'sent', 1, 0, ?) RETURNING id",
            (actor.account_id, campaign.pk, contact_id, address, address.lower(), now),
        )
        await unit.execute(
            "UPDATE campaign SET state = 'sent', recipient_count = 1, sent_count = 1, "
            "started_at = ?, frozen_at = ?, ended_at = ? WHERE id = ?",
            (now, now, now, campaign.pk),
        )
    return campaign, int(rows[0][0])
