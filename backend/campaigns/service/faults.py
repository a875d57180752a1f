"""What keeps a letter from being sent, as far as it alone is concerned."""

from __future__ import annotations

from backend.campaigns.rows import CampaignRow
from backend.campaigns.rules.blocks import faults_of
from backend.core.errors import Refusal
from backend.core.folding import fold
from backend.core.permissions import Actor
from backend.custom_fields.service import fields_of


async def campaign_faults(actor: Actor, campaign: CampaignRow) -> list[Refusal]:
    """Return what is wrong with a campaign's letter, each with the way to it."""
    names = frozenset(fold(each.name).strip() for each in await fields_of(actor.account_id))
    return faults_of(campaign.subject, campaign.preheader, campaign.blocks, names)
