"""Sending a campaign, scheduling it, and stopping it again."""

from __future__ import annotations

from datetime import datetime, timedelta

from backend.campaigns.errors import (
    CampaignNotUnderWay,
    NoRecipients,
    NoSendingServer,
    RecipientsChanged,
    TimePassed,
)
from backend.campaigns.events import (
    CampaignCancelled,
    CampaignPaused,
    CampaignResumed,
    CampaignScheduled,
    CampaignStarted,
    CampaignUnscheduled,
)
from backend.campaigns.rows import CampaignRow
from backend.campaigns.rules.kinds import CampaignState, RecipientState
from backend.campaigns.service.audience import audience_of
from backend.campaigns.service.faults import campaign_faults
from backend.campaigns.service.standing import own_campaign, own_draft
from backend.campaigns.service.write import CampaignWritten
from backend.core.clock import now, now_micros, to_micros
from backend.core.errors import Refusals, StaleVersion
from backend.core.jobs.queue import drop_job
from backend.core.permissions import Actor, Permission
from backend.core.unit_of_work import UnitOfWork, unit_of_work
from backend.inbox.service.carrying import carriage_of

SEND = "send_campaign"
BEGIN = "begin_campaign"
FARTHEST = timedelta(days=366)


def send_key(campaign_id: int) -> str:
    """Return the key under which the next turn of a campaign waits."""
    return f"{SEND}:{campaign_id}"


def begin_key(campaign_id: int) -> str:
    """Return the key under which a scheduled campaign waits for its time."""
    return f"{BEGIN}:{campaign_id}"


async def send_campaign(
    actor: Actor, campaign_id: int, version: int, recipients: int | None = None
) -> CampaignWritten:
    """Begin to send a draft. ``recipients`` is the number that was agreed to.

    Raises:
        RecipientsChanged: it would go to another number now.
        NoRecipients, NoSendingServer, CampaignNotDraft, StaleVersion, NotFound, Forbidden
        Refusals: what is wrong with the letter.
    """
    actor.require(Permission.SEND_MESSAGES)
    found = await _ready(actor, campaign_id, version, recipients)
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        # Whoever pressed twice, or in two windows, finds it no draft any more.
        await _open(actor, campaign_id, version)
        await drop_job(unit, begin_key(campaign_id))
        await start(unit, found)
        campaign = await own_campaign(actor, campaign_id)
    return CampaignWritten(campaign, unit.cursor)


async def start(unit: UnitOfWork, campaign: CampaignRow) -> None:
    """Let a campaign be sent, in the unit of what decides it."""
    await unit.execute(
        "UPDATE campaign SET state = 'sending', started_at = ?, scheduled_at = NULL, "
        "version = version + 1, launched_by = COALESCE(launched_by, ?), problem = NULL, "
        "problem_detail = NULL, tries = 0 WHERE id = ?",
        (now_micros(), unit.actor.user_id, campaign.pk),
    )
    unit.record(CampaignStarted(campaign.pk, campaign.version + 1, campaign.subject))
    enqueue_turn(unit, campaign.pk)


def enqueue_turn(unit: UnitOfWork, campaign_id: int, run_at: datetime | None = None) -> None:
    """Queue the next turn of a campaign, or move it."""
    payload = {"account_id": unit.actor.account_id, "campaign_id": campaign_id}
    unit.enqueue(SEND, payload, run_at=run_at, unique_key=send_key(campaign_id), moves=True)


async def schedule_campaign(
    actor: Actor,
    campaign_id: int,
    version: int,
    at: datetime,
    recipients: int | None = None,
) -> CampaignWritten:
    """Let a draft begin by itself; of one that is scheduled, change when. Who gets it is fixed when
    it begins.

    Raises:
        TimePassed: the instant is over, or more than a year away.
        RecipientsChanged, NoRecipients, NoSendingServer, CampaignNotDraft, StaleVersion, NotFound,
        Forbidden
        Refusals: what is wrong with the letter.
    """
    actor.require(Permission.SEND_MESSAGES)
    if not now() < at <= now() + FARTHEST:
        raise TimePassed(("at",))
    await _ready(actor, campaign_id, version, recipients)
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        found = await _open(actor, campaign_id, version)
        await unit.execute(
            "UPDATE campaign SET state = 'scheduled', scheduled_at = ?, launched_by = ?, "
            "version = version + 1, problem = NULL, problem_detail = NULL WHERE id = ?",
            (to_micros(at), actor.user_id, campaign_id),
        )
        unit.record(CampaignScheduled(campaign_id, version + 1, found.subject, at.isoformat()))
        payload = {"account_id": actor.account_id, "campaign_id": campaign_id}
        key = begin_key(campaign_id)
        unit.enqueue(BEGIN, payload, run_at=at, unique_key=key, moves=True)
        campaign = await own_campaign(actor, campaign_id)
    return CampaignWritten(campaign, unit.cursor)


async def pause_campaign(actor: Actor, campaign_id: int) -> CampaignWritten:
    """Stop a campaign that is being sent; what a server is being given goes.

    Raises:
        CampaignNotUnderWay, NotFound, Forbidden
    """
    return await _turn(actor, campaign_id, {CampaignState.SENDING}, CampaignState.PAUSED)


async def resume_campaign(actor: Actor, campaign_id: int) -> CampaignWritten:
    """Let a campaign that was stopped go on.

    Raises:
        CampaignNotUnderWay, NoSendingServer, NotFound, Forbidden
    """
    actor.require(Permission.SEND_MESSAGES)
    if (await carriage_of(actor.account_id)).server is None:
        raise NoSendingServer(("id",))
    return await _turn(actor, campaign_id, {CampaignState.PAUSED}, CampaignState.SENDING)


async def cancel_campaign(actor: Actor, campaign_id: int) -> CampaignWritten:
    """Stop a campaign for good; one that is only scheduled is a draft again.

    Raises:
        CampaignNotUnderWay, NotFound, Forbidden
    """
    stopped = {CampaignState.SENDING, CampaignState.PAUSED, CampaignState.SCHEDULED}
    return await _turn(actor, campaign_id, stopped, CampaignState.CANCELLED)


async def _turn(
    actor: Actor, campaign_id: int, expected: set[CampaignState], to: CampaignState
) -> CampaignWritten:
    actor.require(Permission.SEND_MESSAGES)
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        found = await own_campaign(actor, campaign_id)
        if found.state not in expected:
            raise CampaignNotUnderWay(("id",))
        if found.state is CampaignState.SCHEDULED:
            to = CampaignState.DRAFT
        ended = now_micros() if to is CampaignState.CANCELLED else None
        await unit.execute(
            "UPDATE campaign SET state = ?, version = version + 1, scheduled_at = NULL, "
            "ended_at = ?, problem = NULL, problem_detail = NULL, tries = 0, next_try_at = NULL "
            "WHERE id = ?",
            (to.value, ended, campaign_id),
        )
        said = (campaign_id, found.version + 1, found.subject)
        match to:
            case CampaignState.DRAFT:
                await drop_job(unit, begin_key(campaign_id))
                unit.record(CampaignUnscheduled(*said))
            case CampaignState.PAUSED:
                unit.record(CampaignPaused(*said, problem=None))
            case CampaignState.CANCELLED:
                unit.record(CampaignCancelled(*said))
            case _:
                unit.record(CampaignResumed(*said))
                enqueue_turn(unit, campaign_id)
        campaign = await own_campaign(actor, campaign_id)
    return CampaignWritten(campaign, unit.cursor)


async def retry_campaign(
    actor: Actor, campaign_id: int, states: frozenset[RecipientState]
) -> CampaignWritten:
    """Send again what failed, or what nobody knows of: those may then have it twice.

    Raises:
        CampaignNotUnderWay: it is not over, or there is nothing of the kind.
        NoSendingServer, NotFound, Forbidden
    """
    actor.require(Permission.SEND_MESSAGES)
    if (await carriage_of(actor.account_id)).server is None:
        raise NoSendingServer(("id",))
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        found = await own_campaign(actor, campaign_id)
        again = 0
        for state in states & {RecipientState.FAILED, RecipientState.UNKNOWN}:
            count = await unit.execute(
                "UPDATE campaign_recipient SET state = 'queued', problem = NULL, tries = 0, "
                "problem_detail = NULL, next_try_at = NULL WHERE campaign_id = ? AND state = ?",
                (campaign_id, state.value),
            )
            await unit.execute(
                f"UPDATE campaign SET {state.value}_count = {state.value}_count - ? WHERE id = ?",  # noqa: S608
                (count, campaign_id),
            )
            again += count
        if found.state is not CampaignState.SENT or not again:
            raise CampaignNotUnderWay(("id",))
        await unit.execute(
            "UPDATE campaign SET state = 'sending', version = version + 1, ended_at = NULL, "
            "problem = NULL, problem_detail = NULL, tries = 0 WHERE id = ?",
            (campaign_id,),
        )
        unit.record(CampaignResumed(campaign_id, found.version + 1, found.subject))
        enqueue_turn(unit, campaign_id)
        campaign = await own_campaign(actor, campaign_id)
    return CampaignWritten(campaign, unit.cursor)


async def _open(actor: Actor, campaign_id: int, version: int) -> CampaignRow:
    """Return a draft, or one that is scheduled and has not begun.

    Raises:
        CampaignNotDraft, StaleVersion, NotFound
    """
    found = await own_campaign(actor, campaign_id)
    if found.state is CampaignState.SCHEDULED:
        if found.version != version:
            raise StaleVersion(("version",), current_version=found.version)
        return found
    return await own_draft(actor, campaign_id, version)


async def _ready(
    actor: Actor, campaign_id: int, version: int, recipients: int | None
) -> CampaignRow:
    """Return a campaign that can be sent, with all that is against it refused at once."""
    found = await _open(actor, campaign_id, version)
    Refusals.raise_if(await campaign_faults(actor, found))
    if (await carriage_of(actor.account_id)).server is None:
        raise NoSendingServer(("id",))
    if found.filter is None:
        raise NoRecipients(("filter",))
    count = len((await audience_of(actor, found.filter)).addressees)
    if not count:
        raise NoRecipients(("filter",))
    if recipients is not None and recipients != count:
        raise RecipientsChanged(("recipients",), number=count)
    return found
