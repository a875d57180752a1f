"""Deleting campaigns, bringing them back, and erasing them when their time is over."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from backend.campaigns.errors import CampaignUnderWay
from backend.campaigns.events import CampaignDeleted, CampaignRestored
from backend.campaigns.queries.campaigns import campaigns_by_id, campaigns_to_purge
from backend.campaigns.rules.kinds import UNDER_WAY, CampaignState
from backend.campaigns.service.standing import own_campaign, refuse_one_more
from backend.campaigns.service.write import CampaignWritten
from backend.contacts.sql import values_in
from backend.core.clock import now, now_micros, to_micros
from backend.core.permissions import Actor, Permission
from backend.core.settings import settings
from backend.core.unit_of_work import UnitOfWork, unit_of_work


async def delete_campaign(actor: Actor, campaign_id: int) -> CampaignWritten:
    """Delete a campaign; ``restore_campaign`` brings it back for CARNET_DELETED_CONTACT_DAYS. One
    that was scheduled is a draft when it is back.

    Raises:
        CampaignUnderWay: it is being sent, or could go on.
        NotFound, Forbidden
    """
    actor.require(Permission.SEND_MESSAGES)
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        campaign = await own_campaign(actor, campaign_id)
        if campaign.state in UNDER_WAY:
            raise CampaignUnderWay(("id",))
        state = campaign.state
        if state is CampaignState.SCHEDULED:
            state = CampaignState.DRAFT
        await unit.execute(
            "UPDATE campaign SET deleted_at = ?, version = version + 1, state = ?, "
            "scheduled_at = NULL WHERE id = ?",
            (now_micros(), state.value, campaign_id),
        )
        unit.record(CampaignDeleted(campaign_id, campaign.version + 1, campaign.subject))
    return CampaignWritten(campaign, unit.cursor)


async def restore_campaign(actor: Actor, campaign_id: int) -> CampaignWritten:
    """Bring back a deleted campaign; one that is there stays as it is.

    Raises:
        NotFound: none of the account, or gone for good.
        TooManyCampaigns, Forbidden
    """
    actor.require(Permission.SEND_MESSAGES)
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        if await campaigns_by_id(actor, (campaign_id,), deleted=True):
            await refuse_one_more(actor)
            await unit.execute(
                "UPDATE campaign SET deleted_at = NULL, version = version + 1 WHERE id = ?",
                (campaign_id,),
            )
            back = await own_campaign(actor, campaign_id)
            unit.record(CampaignRestored(campaign_id, back.version, back.subject))
        campaign = await own_campaign(actor, campaign_id)
    return CampaignWritten(campaign, unit.cursor)


async def purge_deleted_campaigns() -> int:
    """Erase, in every account, the campaigns that were deleted CARNET_DELETED_CONTACT_DAYS ago;
    return how many.

    Of one that was sent stays to whom, as long as they are there: who reads its letter years later
    can still leave by the link in it.
    """
    limit = to_micros(now() - timedelta(days=settings().deleted_contact_days))
    doomed = await campaigns_to_purge(limit)
    for account_id, ids in doomed.items():
        async with unit_of_work(Actor.system(account_id)) as unit:
            await unit.take_turn()
            own = values_in("id", ids, unit.dialect)
            rows = await unit.fetch(
                f"SELECT id FROM campaign WHERE deleted_at <= ? AND {own.text}",  # noqa: S608
                (limit, *own.params),
            )
            await _purge(unit, [row[0] for row in rows])
    return sum(map(len, doomed.values()))


async def _purge(unit: UnitOfWork, ids: Sequence[int]) -> None:
    """Erase what campaigns said, and what is known of their readers but their addresses."""
    its, own = (values_in(name, ids, unit.dialect) for name in ("campaign_id", "id"))
    await unit.execute(
        f"DELETE FROM campaign_recipient WHERE {its.text} "  # noqa: S608
        "AND state NOT IN ('sending', 'sent', 'unknown')",
        its.params,
    )
    for table in ("campaign_link", "campaign_tally"):
        await unit.execute(f"DELETE FROM {table} WHERE {its.text}", its.params)  # noqa: S608
    await unit.execute(
        f"DELETE FROM campaign WHERE {own.text} AND NOT EXISTS (SELECT 1 FROM "  # noqa: S608
        "campaign_recipient WHERE campaign_recipient.campaign_id = campaign.id)",
        own.params,
    )
    await unit.execute(
        "UPDATE campaign SET purged_at = ?, blocks = '[]', preheader = '', audience = NULL, "  # noqa: S608
        "excluded = NULL, problem_detail = NULL, track_opens = ?, track_clicks = ? "
        f"WHERE {own.text}",
        (now_micros(), False, False, *own.params),
    )
