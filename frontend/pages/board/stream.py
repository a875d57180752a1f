"""One follower per board, for all windows of this process that show it.

What happened on a board is the same for everybody who sees it, so it is read once and handed to
each window. The follower asks with the credentials of one of them, and goes on with another's when
that one leaves; whether somebody may see a board at all is asked by each window's own reading.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Coroutine, Mapping
from contextlib import suppress
from contextvars import Context, copy_context
from typing import Any, Protocol, TypeVar

from frontend.client import Client, SignedOut
from frontend.errors import report
from frontend.operations import load
from frontend.pages.board.shown import Counts, counts_of

logger = logging.getLogger(__name__)

FIRST_PAUSE_SECONDS = 0.5
LONGEST_PAUSE_SECONDS = 15.0
COUNT_PAUSE_SECONDS = 0.08
"""How long a change of a window's own waits to be counted: it is about to be heard of."""
COUNT_PATIENCE_SECONDS = 0.03
"""How long what happened waits for what the steps have now, to be told, drawn and sent with it."""
Result = TypeVar("Result")
Event = Mapping[str, Any]
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
        self._heard: list[Event] = []
        self._came = asyncio.Event()
        self._is_uncounted = False
        self._telling: asyncio.Task[None] | None = None

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
            if self._telling is not None:
                self._telling.cancel()
            self._on_empty()

    def recount(self) -> None:
        """Count the cards of the steps anew, soon; what happens meanwhile is counted along."""
        self._is_uncounted = True
        if self._telling is None or self._telling.done():
            self._telling = _start(self._tell_news())

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
                    self._heard.append(event)
                    self._came.set()
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

    async def _tell_news(self) -> None:
        """Tell what was heard, and what the steps have now with it: a window draws both at once.

        While many windows are told, more is heard, which they are told together.
        """
        while self._is_uncounted and (leader := self._leader) is not None:
            with suppress(TimeoutError):
                async with asyncio.timeout(COUNT_PAUSE_SECONDS):
                    await self._came.wait()
            self._came.clear()
            self._is_uncounted = False
            counting = _start(self._counted(leader))
            await asyncio.wait((counting,), timeout=COUNT_PATIENCE_SECONDS)
            self._tell_heard()
            counts = await counting
            if counts is not None:
                self._tell("take_counts", counts)
            elif leader is not self._leader:  # it left, perhaps signed out, and another goes on
                self._is_uncounted = True

    def _tell_heard(self) -> None:
        heard, self._heard = self._heard, []
        for event in heard:
            self._tell("take_event", event)

    async def _counted(self, leader: Member) -> Counts | None:
        operation = load("workflows/count_board")
        try:
            data = await leader.client.run(operation, {"id": self._workflow_id, "filter": None})
        except Exception:
            logger.warning("The cards of a board could not be counted", exc_info=True)
            return None
        return None if data["workflow"] is None else counts_of(data["workflow"])

    def _tell(self, name: str, news: Any) -> None:
        for member, context in tuple(self._members.items()):
            try:
                context.run(getattr(member, name), news)
            except Exception as error:
                context.run(report, error)


def lookers_of(presence: Mapping[str, Any]) -> Lookers:
    """Return who looks at a board, out of the API's answer."""
    return tuple((each["id"], each["name"], each["cardId"]) for each in presence["viewers"])


def _start(work: Coroutine[Any, Any, Result]) -> asyncio.Task[Result]:
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
