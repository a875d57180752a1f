"""Connections over which the letters of a campaign leave side by side, as fast as is set."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from backend.campaigns.queries.sending import QueuedLetter, queued_letters
from backend.campaigns.rules.kinds import CampaignProblem, RecipientState
from backend.campaigns.rules.pace import lanes_for
from backend.campaigns.service.ledger import Ledger, Mark, Outcome, Run
from backend.campaigns.service.letters import Press, readers_of
from backend.campaigns.service.places import Places
from backend.contacts.rows import ContactRow
from backend.core.clock import now_micros
from backend.core.permissions import Actor
from backend.inbox.mail.carrier import Carrier, LetterRefused, Stage
from backend.inbox.mail.trouble import MailTrouble
from backend.inbox.mailboxes import MailServer
from backend.inbox.rules.kinds import MailProblem

AT_ONCE = 200
"""Letters whose readers are read together."""
RETRY_AFTER = (timedelta(minutes=5), timedelta(minutes=30), timedelta(hours=2))
"""After each refusal of one letter that may go better later."""
MOST_REFUSED = 8
"""In a row: then it is not the addresses."""
_DRAIN_SECONDS = 8.0
_SECOND = 1_000_000


class NotToGo(Exception):
    """The letter must not leave: its reader left, or the campaign was stopped."""


@dataclass(slots=True)
class Lanes:
    """What some connections share while they send."""

    run: Run
    press: Press
    server: MailServer
    at: datetime
    rate: int
    ends_at: float
    trouble: MailTrouble | None = None
    _failure: Exception | None = None
    _refused: int = 0
    _stopped: bool = False
    _places: Places = field(init=False)
    _queue: asyncio.Queue[tuple[QueuedLetter, ContactRow | None] | None] = field(
        default_factory=lambda: asyncio.Queue(1)
    )

    def __post_init__(self) -> None:
        self._places = Places(self.run.account_id, self.rate)

    async def send(self) -> None:
        """Send until nothing is left, something is wrong, or the turn is over."""
        ledger = Ledger(self.run)
        lanes = [asyncio.create_task(self._lane(ledger)) for _ in range(lanes_for(self.rate))]
        feeding = asyncio.create_task(self._feed(len(lanes)))
        try:
            await asyncio.gather(*lanes)
        finally:
            # What a server is being given when the process is asked to end, it gets whole.
            self._stopped = True
            feeding.cancel()
            self._empty()
            with suppress(asyncio.CancelledError):
                await asyncio.wait(lanes, timeout=_DRAIN_SECONDS)
            for lane in lanes:
                lane.cancel()
            await asyncio.gather(feeding, *lanes, return_exceptions=True)
            await ledger.close()
            await self._places.give_back()
        if self._failure is not None:
            raise self._failure

    def _empty(self) -> None:
        while not self._queue.empty():
            self._queue.get_nowait()

    async def _feed(self, lanes: int) -> None:
        try:
            async for each in self._letters():
                await self._queue.put(each)
        except Exception as error:
            self._failure = error
        for _ in range(lanes):
            await self._queue.put(None)

    async def _letters(self) -> AsyncIterator[tuple[QueuedLetter, ContactRow | None]]:
        actor, after = Actor.system(self.run.account_id), 0
        while batch := await queued_letters(self.run.campaign_id, after, AT_ONCE):
            keys = {each.contact_pk for each in batch if each.contact_pk is not None}
            readers = await readers_of(actor, self.press, sorted(keys))
            for letter in batch:
                yield letter, readers.get(letter.contact_pk or 0)
            after = batch[-1].pk

    @property
    def _is_over(self) -> bool:
        return self._stopped or asyncio.get_running_loop().time() >= self.ends_at

    async def _lane(self, ledger: Ledger) -> None:
        carrier = Carrier(self.server)
        try:
            while not self._is_over and not ledger.is_stopped:
                found = await self._next()
                if found is None or not await self._wait_for_place():
                    return
                await self._give(carrier, ledger, *found)
        finally:
            await carrier.close()

    async def _wait_for_place(self) -> bool:
        """Take the next place in time; False when that is after the end of this turn."""
        left = self.ends_at - asyncio.get_running_loop().time()
        place = await self._places.next(now_micros() + int(left * _SECOND))
        if place is None:
            return False
        await asyncio.sleep(max(0, place - now_micros()) / _SECOND)
        return not self._stopped

    async def _next(self) -> tuple[QueuedLetter, ContactRow | None] | None:
        left = self.ends_at - asyncio.get_running_loop().time()
        try:
            return await asyncio.wait_for(self._queue.get(), max(0.0, left))
        except TimeoutError:
            return None

    async def _give(
        self,
        carrier: Carrier,
        ledger: Ledger,
        letter: QueuedLetter,
        contact: ContactRow | None,
    ) -> None:
        async def mark() -> None:
            if not await ledger.put(Mark(letter)):
                raise NotToGo

        if not letter.address:  # erased since it was tried: no server is asked about nobody
            await ledger.put(Mark(letter))
            return
        try:
            envelope = self.press.envelope(letter.pk, letter.address, contact, self.at)
        except MailTrouble as trouble:
            await ledger.put(_failed(letter, trouble))
            return
        try:
            await carrier.give(envelope, mark)
        except NotToGo:
            return
        except LetterRefused as refused:
            await self._refuse(ledger, letter, refused)
        except MailTrouble as trouble:
            await self._lose(ledger, letter, trouble)
        else:
            self._refused = 0
            await ledger.put(Outcome(letter, RecipientState.SENT))

    async def _refuse(self, ledger: Ledger, letter: QueuedLetter, refused: LetterRefused) -> None:
        if refused.stage is Stage.SENDER:  # what it says of the sender it says of every letter
            self._stop(refused)
            return
        if refused.is_passing and letter.tries < len(RETRY_AFTER):
            wait = RETRY_AFTER[letter.tries]
            problem = CampaignProblem(refused.problem.value)
            queued = RecipientState.QUEUED
            await ledger.put(Outcome(letter, queued, problem, refused.detail, wait))
        else:
            has_bounced = refused.stage is Stage.RECIPIENT
            await ledger.put(_failed(letter, refused, has_bounced=has_bounced))
        if refused.is_passing or refused.stage is Stage.LETTER:
            self._refused += 1
            if self._refused >= MOST_REFUSED:
                self._stop(refused)

    async def _lose(self, ledger: Ledger, letter: QueuedLetter, trouble: MailTrouble) -> None:
        if trouble.problem is MailProblem.MAYBE_SENT:
            problem = CampaignProblem.MAYBE_SENT
            unknown = RecipientState.UNKNOWN
            await ledger.put(Outcome(letter, unknown, problem, trouble.detail))
            trouble = MailTrouble(MailProblem.UNREACHABLE, trouble.detail, is_passing=True)
        elif trouble.problem is MailProblem.TRY_LATER:  # it hangs up, perhaps with the text in hand
            queued = RecipientState.QUEUED
            await ledger.put(Outcome(letter, queued, CampaignProblem.TRY_LATER, trouble.detail))
        self._stop(trouble)

    def _stop(self, trouble: MailTrouble) -> None:
        self.trouble = self.trouble or trouble
        self._stopped = True


def _failed(letter: QueuedLetter, trouble: MailTrouble, *, has_bounced: bool = False) -> Outcome:
    return Outcome(
        letter,
        RecipientState.FAILED,
        CampaignProblem(trouble.problem.value),
        trouble.detail,
        has_bounced=has_bounced,
    )
