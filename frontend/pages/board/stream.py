"""One follower per board, for all windows of this process that show it.

What happened on a board is the same for everybody who sees it, so it is read once and handed to
each window. The follower asks with the credentials of one of them, and goes on with another's when
that one leaves; whether somebody may see a board at all is asked by each window's own reading.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Mapping
from contextvars import Context, copy_context
from typing import Any, Protocol

from frontend.client import Client, SignedOut
from frontend.errors import report
from frontend.operations import load

logger = logging.getLogger(__name__)

FIRST_PAUSE_SECONDS = 0.5
LONGEST_PAUSE_SECONDS = 15.0
COUNT_PAUSE_SECONDS = 0.08
Event = Mapping[str, Any]
Counts = Mapping[str, Any]
Lookers = tuple[tuple[str, str, str | None], ...]
"""The member, their name, the card that they hold."""


class Member(Protocol):
    """A window that shows the board."""

    @property
    def client(self) -> Client:
        """The API as this window's user sees it."""

    def take_event(self, event: Event) -> None:
        """Hear what happened, in order."""

    def take_counts(self, counts: Counts) -> None:
        """Hear how many cards the steps have now."""

    def take_lookers(self, lookers: Lookers) -> None:
        """Hear who looks at the board, and which card each of them holds."""


class BoardStream:
    """What happens on one board, told to its members, each in its own window's context."""

    def __init__(self, workflow_id: str, on_empty: Callable[[], None]) -> None:
        self._workflow_id = workflow_id
        self._on_empty = on_empty
        self._members: dict[Member, Context] = {}
        self._leader: Member | None = None
        self._tasks: tuple[asyncio.Task[None], ...] = ()
        self._lookers: Lookers = ()
        self._cursor: str | None = None
        self._begun = asyncio.Event()
        self._counting: asyncio.Task[None] | None = None
        self._has_changed = False

    async def join(self, member: Member) -> None:
        """Tell a window everything from now on; returns once that is certain, so that what it reads
        then and what it hears together are the whole.
        """
        self._members[member] = copy_context()
        if self._leader is None:
            self._follow_with(member)
        await self._begun.wait()
        member.take_lookers(self._lookers)

    def leave(self, member: Member) -> None:
        """Tell a window no more."""
        self._members.pop(member, None)
        if member is not self._leader:
            return
        self._leader = None
        for task in self._tasks:
            task.cancel()
        if self._members:
            self._follow_with(next(iter(self._members)))
        else:
            if self._counting is not None:
                self._counting.cancel()
            self._on_empty()

    def recount(self) -> None:
        """Count the cards of the steps anew, soon; what happens meanwhile is counted along."""
        self._has_changed = True
        if self._counting is None or self._counting.done():
            self._counting = _start(self._count())

    def _follow_with(self, member: Member) -> None:
        self._leader = member
        self._tasks = (_start(self._follow(member)), _start(self._watch(member)))

    async def _follow(self, leader: Member) -> None:
        pause = FIRST_PAUSE_SECONDS
        while True:
            try:
                if self._cursor is None:
                    data = await leader.client.run(load("workflows/read_cursor"))
                    self._cursor = data["viewer"]["cursor"]
                self._begun.set()
                given = {"workflowId": self._workflow_id, "after": self._cursor}
                operation = load("workflows/board_changed")
                async for data in leader.client.follow(operation, given):
                    event = data[operation.field]
                    self._cursor = event["cursor"]
                    pause = FIRST_PAUSE_SECONDS
                    self._tell("take_event", event)
                    self.recount()
            except SignedOut:
                self._begun.set()
                self.leave(leader)  # its window learns of it by its own feed
                return
            except Exception:
                logger.warning("A board's stream broke; again in %s s", pause, exc_info=True)
            self._begun.set()
            await asyncio.sleep(pause)
            pause = min(pause * 2, LONGEST_PAUSE_SECONDS)

    async def _watch(self, leader: Member) -> None:
        """Follow who looks; nothing of the board itself depends on it."""
        while True:
            try:
                operation = load("workflows/board_presence")
                given = {"workflowId": self._workflow_id}
                async for data in leader.client.follow(operation, given):
                    self._lookers = lookers_of(data[operation.field])
                    self._tell("take_lookers", self._lookers)
            except SignedOut:
                return
            except Exception:
                logger.warning("Who looks at a board is not known", exc_info=True)
            await asyncio.sleep(LONGEST_PAUSE_SECONDS)

    async def _count(self) -> None:
        while self._has_changed and self._leader is not None:
            await asyncio.sleep(COUNT_PAUSE_SECONDS)
            self._has_changed = False
            try:
                data = await self._leader.client.run(
                    load("workflows/count_board"), {"id": self._workflow_id, "filter": None}
                )
            except Exception:
                logger.warning("The cards of a board could not be counted", exc_info=True)
                return
            if (workflow := data["workflow"]) is not None:
                self._tell("take_counts", counts_of(workflow))

    def _tell(self, name: str, news: Any) -> None:
        for member, context in tuple(self._members.items()):
            try:
                context.run(getattr(member, name), news)
            except Exception as error:
                context.run(report, error)


def counts_of(workflow: Mapping[str, Any]) -> Counts:
    """Return the count and the sums of each step, by the step's id."""
    return {
        step["id"]: (
            step["cardCount"],
            tuple((money["minor"], money["currency"]) for money in step["totals"]),
        )
        for step in workflow["steps"]
    }


def lookers_of(presence: Mapping[str, Any]) -> Lookers:
    """Return who looks at a board, out of the API's answer."""
    return tuple((each["id"], each["name"], each["cardId"]) for each in presence["viewers"])


def _start(work: Any) -> asyncio.Task[None]:
    """Run something that belongs to no window."""
    return asyncio.get_running_loop().create_task(work, context=Context())


_streams: dict[tuple[Any, str, str], BoardStream] = {}


def stream_of(client: Client, account_id: str, workflow_id: str) -> BoardStream:
    """Return the stream of a board, for whoever asks the same API about the same account."""
    key = (client.subscribe, account_id, workflow_id)
    if key not in _streams:

        def forget() -> None:
            _streams.pop(key, None)

        _streams[key] = BoardStream(workflow_id, forget)
    return _streams[key]
