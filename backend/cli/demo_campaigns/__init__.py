"""Campaigns of the demo account: two that were sent, with what became of them, and a draft.

Texts are in one file per language. Nothing leaves: letters are kept as if they had been sent.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any

import orjson

from backend.campaigns.events import CampaignSent
from backend.campaigns.rules.blocks import Block
from backend.campaigns.rules.kinds import BlockKind, CampaignState, LetterEvent
from backend.campaigns.service import CampaignChanges, create_campaign
from backend.campaigns.service.audience import audience_of
from backend.campaigns.service.counting import count_events
from backend.campaigns.service.standing import own_campaign
from backend.campaigns.service.write import DraftBlock
from backend.core.clock import now, to_micros
from backend.core.database import read
from backend.core.permissions import Actor
from backend.core.unit_of_work import UnitOfWork, unit_of_work

MOST_READERS = 400
EVERYBODY: Mapping[str, Any] = {"and": []}
_AGO = (timedelta(days=33), timedelta(days=6))
_OPENS, _CLICKS, _BOUNCES = 3, 11, 67
"""Every so many letters was opened, had a link opened, came back."""
_HOUR_MICROS = 3_600_000_000


async def fill_demo_campaigns(actor: Actor, language: str) -> bool:
    """Make them, unless the account has any; tell whether they were made."""
    sql = "SELECT 1 FROM campaign WHERE account_id = ?"
    if await read.fetch_value(sql, (actor.account_id,)) is not None:
        return False
    texts = tomllib.loads((Path(__file__).parent / f"{language}.toml").read_text("utf-8"))
    for number, said in enumerate(texts["campaigns"]):
        changes = CampaignChanges(
            subject=said["subject"],
            preheader=said["preheader"],
            blocks=[DraftBlock(block) for block in _blocks(said)],
            filter=EVERYBODY,
        )
        campaign = (await create_campaign(actor, changes)).campaign
        if number < len(_AGO):
            await _keep_sent(actor, campaign.pk, to_micros(now() - _AGO[number]))
    return True


def _blocks(said: Mapping[str, Any]) -> list[Block]:
    return [
        Block("heading", BlockKind.HEADING, said["heading"]),
        Block("text", BlockKind.TEXT, "".join(f"<p>{line}</p>" for line in said["lines"])),
        Block("button", BlockKind.BUTTON, said["button"], "https://example.org/news"),
    ]


async def _keep_sent(actor: Actor, campaign_id: int, at: int) -> None:
    """Keep a campaign as if it had been sent at an instant."""
    audience = await audience_of(actor, EVERYBODY)
    readers = audience.addressees[:MOST_READERS]
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        campaign = await own_campaign(actor, campaign_id)
        rows = [
            (reader.contact_id, reader.address, reader.normalized, *_fate(number, at))
            for number, reader in enumerate(readers)
        ]
        await unit.execute_many(
            "INSERT INTO campaign_recipient (account_id, campaign_id, contact_id, address, "
            "normalized, state, tries, sent_at, opened_at, open_count, clicked_at, click_count, "
            "bounce, bounced_at) VALUES (?, ?, ?, ?, ?, 'sent', 1, ?, ?, ?, ?, ?, ?, ?)",
            [(actor.account_id, campaign_id, *row) for row in rows],
        )
        await _count(unit, campaign_id, rows)
        await unit.execute(
            "UPDATE campaign SET state = ?, recipient_count = ?, sent_count = ?, excluded = ?, "
            "started_at = ?, frozen_at = ?, ended_at = ? WHERE id = ?",
            (
                CampaignState.SENT.value,
                len(rows),
                len(rows),
                orjson.dumps(audience.counts).decode(),
                at,
                at,
                at + _HOUR_MICROS // 10,
                campaign_id,
            ),
        )
        said = (campaign_id, campaign.version, campaign.subject)
        unit.record(CampaignSent(*said, sent=len(rows)))


def _fate(number: int, at: int) -> tuple[Any, ...]:
    """Return what became of a letter: when it was sent, opened, clicked in, and came back."""
    if number % _BOUNCES == _BOUNCES - 1:
        return at, None, 0, None, 0, "hard", at
    hours = (number * number) % 29 + number % 3
    opened = at + hours * _HOUR_MICROS if number % _OPENS == 0 else None
    clicked = opened if opened is not None and number % _CLICKS == 0 else None
    return at, opened, int(opened is not None), clicked, int(clicked is not None), None, None


async def _count(unit: UnitOfWork, campaign_id: int, rows: Sequence[tuple[Any, ...]]) -> None:
    events = (
        (LetterEvent.SENT, 3),
        (LetterEvent.OPENED, 4),
        (LetterEvent.CLICKED, 6),
        (LetterEvent.HARD_BOUNCE, 9),
    )
    for event, place in events:
        for row in rows:
            if row[place] is not None:
                await count_events(unit, campaign_id, event, 1, row[place])
