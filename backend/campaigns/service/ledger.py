"""What becomes of letters, written before and after a server gets each: many in one transaction.

A letter is ``sending`` from right before the server is given its text until right after its answer
is kept. Whoever finds one so after a crash knows only that it may have been sent.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta

from backend.campaigns.events import CampaignLetterFailed, CampaignMailSent
from backend.campaigns.queries.sending import QueuedLetter
from backend.campaigns.queries.tracking import letters_in
from backend.campaigns.rules.kinds import (
    CampaignProblem,
    ExclusionReason,
    LetterEvent,
    RecipientState,
)
from backend.campaigns.rules.limits import DETAIL_LENGTH
from backend.campaigns.service.activity import settle_activity
from backend.campaigns.service.bounces import bounce_letter, bounce_of_answer
from backend.campaigns.service.counting import count_events
from backend.contacts.kinds import SubscriptionStatus
from backend.contacts.service.finding import mail_states
from backend.contacts.sql import values_in
from backend.core.clock import now, now_micros, to_micros
from backend.core.permissions import Actor
from backend.core.unit_of_work import UnitOfWork, unit_of_work

LIFE = timedelta(seconds=30)
"""For how long a run is believed to live after its last word."""
HEARTBEAT_SECONDS = 8.0
_MAY_GO = (
    "EXISTS (SELECT 1 FROM contact_email JOIN contact ON contact.id = contact_email.contact_id "
    "WHERE contact_email.contact_id = campaign_recipient.contact_id "
    "AND contact_email.normalized = campaign_recipient.normalized "
    "AND contact_email.status = 'subscribed' AND contact_email.bounced_at IS NULL "
    "AND contact.deleted_at IS NULL) "
    "AND NOT EXISTS (SELECT 1 FROM contact_email AS twin "
    "JOIN contact AS other ON other.id = twin.contact_id "
    "WHERE twin.account_id = campaign_recipient.account_id "
    "AND twin.normalized = campaign_recipient.normalized "
    "AND (twin.status = 'unsubscribed' OR twin.bounced_at IS NOT NULL) "
    "AND other.deleted_at IS NULL)"
)
"""The address is still its contact's, and neither they nor another contact with the same has left
meanwhile."""


@dataclass(frozen=True, slots=True)
class Run:
    """One run of one campaign: what its writes are held against."""

    account_id: int
    campaign_id: int
    subject: str
    runner: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A letter is about to be given to a server."""

    letter: QueuedLetter


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a letter; ``retry_in`` puts it back among those that are to leave."""

    letter: QueuedLetter
    state: RecipientState
    problem: CampaignProblem | None = None
    detail: str = ""
    retry_in: timedelta | None = None
    has_bounced: bool = False


Entry = Mark | Outcome


class Ledger:
    """Writes what lanes hand in; whoever comes while it writes shares the next transaction."""

    def __init__(self, run: Run) -> None:
        self._run = run
        self.is_stopped = False
        """Whether the campaign was stopped, or another run sends it by now."""
        self._is_closing = False
        self._waiting: list[tuple[Entry, asyncio.Future[bool]]] = []
        self._news = asyncio.Event()
        self._writer = asyncio.create_task(self._write())

    async def put(self, entry: Entry) -> bool:
        """Return when an entry is kept; of a mark, whether the letter may go."""
        written: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        self._waiting.append((entry, written))
        self._news.set()
        return await written

    async def close(self) -> None:
        """Stop, when everything is written."""
        self._is_closing = True
        self._news.set()
        await self._writer

    async def _write(self) -> None:
        while self._waiting or not self._is_closing:
            # When nothing became of anything, that the run lives is written all the same.
            with suppress(TimeoutError):
                await asyncio.wait_for(self._news.wait(), HEARTBEAT_SECONDS)
            self._news.clear()
            batch, self._waiting = self._waiting, []
            try:
                may_go = await self._keep([entry for entry, _ in batch])
            except Exception as error:
                for _, written in batch:
                    if not written.done():
                        written.set_exception(error)
                continue
            for entry, written in batch:
                if not written.done():
                    written.set_result(entry.letter.pk in may_go)

    async def _keep(self, entries: Sequence[Entry]) -> set[int]:
        """Write some entries and that the run lives; return which of the marked letters may go."""
        run, may_go = self._run, set[int]()
        async with unit_of_work(Actor.system(run.account_id)) as unit:
            await unit.take_turn()  # others count what readers do with the same campaign
            outcomes = [entry for entry in entries if isinstance(entry, Outcome)]
            await _keep_outcomes(unit, run, outcomes)
            marked = [entry.letter for entry in entries if isinstance(entry, Mark)]
            if await _goes_on(unit, run):
                may_go = await _mark(unit, run, marked)
            else:
                self.is_stopped = True
            await unit.execute(
                "UPDATE campaign SET next_try_at = ? WHERE id = ? AND runner = ?",
                (to_micros(now() + LIFE), run.campaign_id, run.runner),
            )
        return may_go


async def _mark(unit: UnitOfWork, run: Run, letters: Sequence[QueuedLetter]) -> set[int]:
    """Mark letters as being sent, those that are still wanted."""
    if not letters:
        return set()
    own = values_in("id", [letter.pk for letter in letters], unit.dialect)
    rows = await unit.fetch(
        "UPDATE campaign_recipient SET state = 'sending', runner = ?, tries = tries + 1, "  # noqa: S608
        f"next_try_at = NULL WHERE {own.text} AND state = 'queued' AND {_MAY_GO} RETURNING id",
        (run.runner, *own.params),
    )
    marked = {row[0] for row in rows}
    await _skip(unit, run, [letter for letter in letters if letter.pk not in marked])
    return marked


async def _goes_on(unit: UnitOfWork, run: Run) -> bool:
    """Whether the campaign is to be sent, and this run is still the one that does."""
    lock = " FOR UPDATE" if unit.dialect == "postgres" else ""
    rows = await unit.fetch(
        "SELECT 1 FROM campaign WHERE id = ? AND state = 'sending' AND runner = ? "  # noqa: S608
        f"AND deleted_at IS NULL{lock}",
        (run.campaign_id, run.runner),
    )
    return bool(rows)


async def _skip(unit: UnitOfWork, run: Run, letters: Sequence[QueuedLetter]) -> None:
    """Say of letters that they do not leave, and why."""
    skipped = 0
    for letter in letters:
        reason = await _reason(run.account_id, letter)
        skipped += await unit.execute(
            "UPDATE campaign_recipient SET state = 'skipped', reason = ? "
            "WHERE id = ? AND state = 'queued'",
            (reason.value, letter.pk),
        )
    await _count(unit, run, RecipientState.SKIPPED, skipped)


async def _reason(account_id: int, letter: QueuedLetter) -> ExclusionReason:
    if letter.contact_pk is None:
        return ExclusionReason.GONE
    known = (await mail_states(account_id, (letter.contact_pk,))).get(letter.contact_pk, [])
    own = next((each for each in known if each.normalized == letter.normalized), None)
    if own is None:
        return ExclusionReason.GONE
    if own.has_bounced:
        return ExclusionReason.BOUNCED
    if own.status is SubscriptionStatus.NEVER_SUBSCRIBED:
        return ExclusionReason.NEVER_SUBSCRIBED
    return ExclusionReason.UNSUBSCRIBED


async def _keep_outcomes(unit: UnitOfWork, run: Run, outcomes: Sequence[Outcome]) -> None:
    sent = [each for each in outcomes if each.state is RecipientState.SENT]
    if sent:
        own = values_in("id", [each.letter.pk for each in sent], unit.dialect)
        rows = await unit.fetch(
            "UPDATE campaign_recipient SET state = 'sent', sent_at = ?, problem = NULL, "  # noqa: S608
            f"problem_detail = NULL WHERE {own.text} AND state = 'sending' "
            "RETURNING id, contact_id",
            (now_micros(), *own.params),
        )
        await _count(unit, run, RecipientState.SENT, len(rows))
        await count_events(unit, run.campaign_id, LetterEvent.SENT, len(rows))
        unit.record_many(
            CampaignMailSent(run.campaign_id, contact_id, key, run.subject)
            for key, contact_id in sorted(rows)
        )
        await settle_activity(unit, [contact_id for _, contact_id in rows])
    for outcome in outcomes:
        if outcome.state is not RecipientState.SENT:
            await _keep_other(unit, run, outcome)


async def _keep_other(unit: UnitOfWork, run: Run, outcome: Outcome) -> None:
    next_try = None if outcome.retry_in is None else to_micros(now() + outcome.retry_in)
    # What was refused before its text was given is still queued; of a reader who was erased
    # meanwhile, what the server said of them is not kept.
    changed = await unit.execute(
        "UPDATE campaign_recipient SET state = ?, problem = ?, "
        "problem_detail = CASE WHEN address = '' THEN NULL ELSE ? END, next_try_at = ?, "
        "tries = CASE WHEN state = 'queued' THEN tries + 1 ELSE tries END "
        "WHERE id = ? AND state IN ('queued', 'sending')",
        (
            outcome.state.value,
            None if outcome.problem is None else outcome.problem.value,
            outcome.detail[:DETAIL_LENGTH] or None,
            next_try,
            outcome.letter.pk,
        ),
    )
    if changed and outcome.state is not RecipientState.QUEUED:
        await _count(unit, run, outcome.state, 1)
    if changed and outcome.has_bounced:
        for letter in (await letters_in(unit, (outcome.letter.pk,))).values():
            await bounce_letter(unit, letter, bounce_of_answer(outcome.detail), outcome.detail)


async def _count(unit: UnitOfWork, run: Run, state: RecipientState, count: int) -> None:
    """Add to the campaign's counter of a state."""
    if not count:
        return
    column = f"{state.value}_count"
    await unit.execute(
        f"UPDATE campaign SET {column} = {column} + ? WHERE id = ?",  # noqa: S608
        (count, run.campaign_id),
    )
    if state is not RecipientState.SENT:
        unit.record(CampaignLetterFailed(run.campaign_id, count))


async def count_unknown(unit: UnitOfWork, run: Run) -> int:
    """Say that nobody knows of letters that another run left half given; return how many."""
    rows = await unit.fetch(
        "UPDATE campaign_recipient SET state = 'unknown', problem = 'maybe_sent' "
        "WHERE campaign_id = ? AND state = 'sending' RETURNING id",
        (run.campaign_id,),
    )
    await _count(unit, run, RecipientState.UNKNOWN, len(rows))
    return len(rows)
