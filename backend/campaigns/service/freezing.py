"""Fixing who a campaign goes to: one row for each address, before the first letter leaves."""

from __future__ import annotations

from itertools import islice

import orjson

from backend.campaigns.events import CampaignFrozen
from backend.campaigns.rows import CampaignRow
from backend.campaigns.rules.audience import Addressee
from backend.campaigns.service.audience import audience_of, reader_of
from backend.campaigns.service.ledger import LIFE, Run
from backend.core.clock import now, now_micros, to_micros
from backend.core.permissions import Actor
from backend.core.unit_of_work import UnitOfWork, unit_of_work

AT_ONCE = 1000


class Overtaken(Exception):
    """Another run sends the campaign by now, or somebody stopped it."""


async def freeze_recipients(run: Run, campaign: CampaignRow) -> int:
    """Fix the recipients of a campaign; return how many. Begun again after a crash, it adds those
    that are not there yet: an address is there once.

    Raises:
        Overtaken
        Refusal: the filter cannot be followed any more.
    """
    reader = reader_of(run.account_id, campaign.launched_by)
    audience = await audience_of(reader, campaign.filter or {"or": []})
    waiting = iter(audience.addressees)
    while batch := list(islice(waiting, AT_ONCE)):
        async with unit_of_work(Actor.system(run.account_id)) as unit:
            await _go_on(unit, run)
            await _insert(unit, run, batch)
    async with unit_of_work(Actor.system(run.account_id)) as unit:
        await _go_on(unit, run)
        rows = await unit.fetch(
            "SELECT COUNT(*) FROM campaign_recipient WHERE campaign_id = ?", (run.campaign_id,)
        )
        count = int(rows[0][0])
        await unit.execute(
            "UPDATE campaign SET frozen_at = ?, recipient_count = ?, excluded = ? WHERE id = ?",
            (now_micros(), count, orjson.dumps(audience.counts).decode(), run.campaign_id),
        )
        unit.record(CampaignFrozen(run.campaign_id, campaign.version, campaign.subject, count))
    return count


async def _go_on(unit: UnitOfWork, run: Run) -> None:
    changed = await unit.execute(
        "UPDATE campaign SET next_try_at = ? WHERE id = ? AND state = 'sending' AND runner = ?",
        (to_micros(now() + LIFE), run.campaign_id, run.runner),
    )
    if not changed:
        raise Overtaken


async def _insert(unit: UnitOfWork, run: Run, addressees: list[Addressee]) -> None:
    await unit.execute_many(
        "INSERT INTO campaign_recipient (account_id, campaign_id, contact_id, address, normalized, "
        "state, tries, click_count) VALUES (?, ?, ?, ?, ?, 'queued', 0, 0) "
        "ON CONFLICT (campaign_id, normalized) DO NOTHING",
        [
            (run.account_id, run.campaign_id, each.contact_id, each.address, each.normalized)
            for each in addressees
        ],
    )
