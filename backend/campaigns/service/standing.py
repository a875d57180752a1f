"""What a write on campaigns is held against, inside of its unit."""

from __future__ import annotations

from backend.campaigns.errors import CampaignNotDraft, TooManyCampaigns
from backend.campaigns.queries.campaigns import campaigns_by_id, count_campaigns
from backend.campaigns.rows import CampaignRow
from backend.campaigns.rules.kinds import EDITABLE
from backend.campaigns.rules.limits import MAX_CAMPAIGNS
from backend.core.errors import NotFound, StaleVersion
from backend.core.permissions import Actor


async def own_campaign(actor: Actor, campaign_id: int, *, deleted: bool = False) -> CampaignRow:
    """Return a campaign of the account.

    Raises:
        NotFound
    """
    found = await campaigns_by_id(actor, (campaign_id,), deleted=deleted)
    if campaign_id not in found:
        raise NotFound(("id",))
    return found[campaign_id]


async def own_draft(actor: Actor, campaign_id: int, version: int | None) -> CampaignRow:
    """Return a campaign that can still be edited, as somebody has seen it.

    Raises:
        CampaignNotDraft: it is scheduled, or letters have left.
        StaleVersion: somebody changed it meanwhile.
        NotFound
    """
    found = await own_campaign(actor, campaign_id)
    if found.state not in EDITABLE:
        raise CampaignNotDraft(("id",), state=found.state_name)
    if version is not None and found.version != version:
        raise StaleVersion(("version",), current_version=found.version)
    return found


async def refuse_one_more(actor: Actor) -> None:
    """Refuse a campaign above what an account may have.

    Raises:
        TooManyCampaigns
    """
    if await count_campaigns(actor) >= MAX_CAMPAIGNS:
        raise TooManyCampaigns((), maximum=MAX_CAMPAIGNS)
