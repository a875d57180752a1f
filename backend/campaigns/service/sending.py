"""Sending a campaign, a turn at a time: whoever else waits for a mail server has turns too.

Only one run sends a campaign. It says that it lives with all that it writes; one that has not for
half a minute is taken to be dead, and what it had half given is then said to be unknown.
"""

from __future__ import annotations

import asyncio
from datetime import timedelta
from uuid import uuid4

from backend.campaigns.events import (
    CampaignFailed,
    CampaignPaused,
    CampaignSent,
    CampaignTroubled,
)
from backend.campaigns.queries.campaigns import campaigns_by_id, settings_of
from backend.campaigns.queries.sending import next_letter_micros, next_place_micros
from backend.campaigns.rows import CampaignRow
from backend.campaigns.rules.kinds import CampaignProblem, CampaignState
from backend.campaigns.rules.limits import DETAIL_LENGTH
from backend.campaigns.service.freezing import Overtaken, freeze_recipients
from backend.campaigns.service.lanes import Lanes
from backend.campaigns.service.launch import enqueue_turn, send_key, start
from backend.campaigns.service.ledger import LIFE, Run, count_unknown
from backend.campaigns.service.letters import press_of
from backend.core.clock import from_micros, now, now_micros, to_micros
from backend.core.errors import Refusal, Refusals
from backend.core.jobs.queue import release_key
from backend.core.permissions import Actor
from backend.core.unit_of_work import UnitOfWork, unit_of_work
from backend.inbox.mail.trouble import MailTrouble
from backend.inbox.service.carrying import carriage_of

TURN_SECONDS = 15.0
WAITS = (
    timedelta(seconds=20),
    timedelta(minutes=1),
    timedelta(minutes=5),
    timedelta(minutes=15),
    timedelta(hours=1),
    timedelta(hours=3),
)
"""After each turn that a mail server ended; then somebody has to look at it."""


async def begin_scheduled(account_id: int, campaign_id: int) -> None:
    """Let a scheduled campaign begin; one that was put off meanwhile waits for its other time."""
    async with unit_of_work(Actor.system(account_id)) as unit:
        await unit.take_turn()
        found = await _own(unit, campaign_id)
        if found is None or found.state is not CampaignState.SCHEDULED:
            return
        if found.scheduled_micros is None or found.scheduled_micros > now_micros():
            return
        await start(unit, found)


async def send_turn(account_id: int, campaign_id: int) -> None:
    """Send letters of a campaign for a while, and queue the next turn."""
    taken = await _take(account_id, campaign_id)
    if taken is None:
        return
    run, campaign = taken
    try:
        if campaign.frozen_micros is None and not await freeze_recipients(run, campaign):
            await _fail(run, CampaignProblem.NO_RECIPIENTS)
            return
    except Overtaken:
        await _end(run, campaign, None)
        return
    except (Refusal, Refusals):
        await _fail(run, CampaignProblem.FILTER_BROKEN)
        return
    carriage, own = await carriage_of(account_id), await settings_of(account_id)
    if carriage.server is None:
        await _pause(run, CampaignProblem.NO_SENDING_SERVER, "")
        return
    lanes = Lanes(
        run,
        await press_of(campaign, account_id, carriage, own),
        carriage.server,
        from_micros(campaign.started_micros or now_micros()),
        own.rate_per_minute,
        asyncio.get_running_loop().time() + TURN_SECONDS,
    )
    await lanes.send()
    await _end(run, campaign, lanes.trouble)


async def _own(unit: UnitOfWork, campaign_id: int) -> CampaignRow | None:
    return (await campaigns_by_id(unit.actor, (campaign_id,))).get(campaign_id)


async def _take(account_id: int, campaign_id: int) -> tuple[Run, CampaignRow] | None:
    """Make this run the one that sends a campaign; None when there is nothing to do, or another one
    lives.
    """
    async with unit_of_work(Actor.system(account_id)) as unit:
        await unit.take_turn()
        # What is queued from here on is the next turn, not this one.
        await release_key(unit, send_key(campaign_id))
        found = await _own(unit, campaign_id)
        if found is None or found.state is not CampaignState.SENDING:
            return None
        if found.runner is not None and (found.next_try_micros or 0) > now_micros():
            enqueue_turn(unit, campaign_id, now() + timedelta(seconds=5))
            return None
        run = Run(account_id, campaign_id, found.subject, uuid4().hex)
        await unit.execute(
            "UPDATE campaign SET runner = ?, next_try_at = ? WHERE id = ?",
            (run.runner, to_micros(now() + LIFE), campaign_id),
        )
        await count_unknown(unit, run)
    return run, found


async def _end(run: Run, before: CampaignRow, trouble: MailTrouble | None) -> None:
    """Say that the run is over, and what comes next."""
    async with unit_of_work(Actor.system(run.account_id)) as unit:
        await unit.take_turn()
        found = await _own(unit, run.campaign_id)
        if found is None or found.runner != run.runner:
            return
        await _release(unit, run)
        if found.state is not CampaignState.SENDING:
            return
        if trouble is not None:
            has_moved = found.sent_count > before.sent_count
            await _wait_or_pause(unit, found, trouble, 0 if has_moved else found.tries)
            return
        if found.problem is not None:
            await _set_problem(unit, found, None, "", 0)
        next_micros = await next_letter_micros(run.campaign_id)
        if next_micros is not None:
            at = max(next_micros, await next_place_micros(run.account_id))
            enqueue_turn(unit, run.campaign_id, from_micros(at))
            return
        await unit.execute(
            "UPDATE campaign SET state = 'sent', ended_at = ?, version = version + 1 WHERE id = ?",
            (now_micros(), run.campaign_id),
        )
        said = (run.campaign_id, found.version + 1, found.subject)
        unit.record(CampaignSent(*said, sent=found.sent_count))


async def _release(unit: UnitOfWork, run: Run) -> None:
    await unit.execute(
        "UPDATE campaign SET runner = NULL, next_try_at = NULL WHERE id = ? AND runner = ?",
        (run.campaign_id, run.runner),
    )


async def _wait_or_pause(
    unit: UnitOfWork, found: CampaignRow, trouble: MailTrouble, tries: int
) -> None:
    problem = CampaignProblem(trouble.problem.value)
    if not trouble.is_passing or tries >= len(WAITS):
        await _keep_pause(unit, found, problem, trouble.detail)
        return
    at = now() + WAITS[tries]
    await _set_problem(unit, found, problem, trouble.detail, tries + 1)
    await unit.execute(
        "UPDATE campaign SET next_try_at = ? WHERE id = ?", (to_micros(at), found.pk)
    )
    enqueue_turn(unit, found.pk, at)


async def _set_problem(
    unit: UnitOfWork, found: CampaignRow, problem: CampaignProblem | None, detail: str, tries: int
) -> None:
    await unit.execute(
        "UPDATE campaign SET problem = ?, problem_detail = ?, tries = ? WHERE id = ?",
        (
            None if problem is None else problem.value,
            detail[:DETAIL_LENGTH] or None,
            tries,
            found.pk,
        ),
    )
    said = None if problem is None else problem.value
    unit.record(CampaignTroubled(found.pk, found.version, found.subject, problem=said))


async def _keep_pause(
    unit: UnitOfWork, found: CampaignRow, problem: CampaignProblem, detail: str
) -> None:
    await unit.execute(
        "UPDATE campaign SET state = 'paused', problem = ?, problem_detail = ?, tries = 0, "
        "version = version + 1 WHERE id = ?",
        (problem.value, detail[:DETAIL_LENGTH] or None, found.pk),
    )
    said = (found.pk, found.version + 1, found.subject)
    unit.record(CampaignPaused(*said, problem=problem.value))


async def _pause(run: Run, problem: CampaignProblem, detail: str) -> None:
    async with unit_of_work(Actor.system(run.account_id)) as unit:
        await unit.take_turn()
        found = await _own(unit, run.campaign_id)
        await _release(unit, run)
        if found is not None and found.state is CampaignState.SENDING:
            await _keep_pause(unit, found, problem, detail)


async def _fail(run: Run, problem: CampaignProblem) -> None:
    async with unit_of_work(Actor.system(run.account_id)) as unit:
        await unit.take_turn()
        found = await _own(unit, run.campaign_id)
        await _release(unit, run)
        if found is None or found.state is not CampaignState.SENDING:
            return
        await unit.execute(
            "UPDATE campaign SET state = 'failed', problem = ?, frozen_at = NULL, "
            "started_at = NULL, version = version + 1 WHERE id = ?",
            (problem.value, run.campaign_id),
        )
        said = (run.campaign_id, found.version + 1, found.subject)
        unit.record(CampaignFailed(*said, problem=problem.value))
