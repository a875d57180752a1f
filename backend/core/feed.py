"""Following the log live: gap-free, in order, from any cursor, read once for all followers."""

from __future__ import annotations

import asyncio
import contextvars
from collections import deque
from collections.abc import AsyncGenerator

import structlog

from backend.core.bus import bus
from backend.core.change_log import Change, changes_after, current_sequence

log = structlog.get_logger(__name__)
BATCH = 500
RING = 2000


class _News:
    """Wakes who waits for changes of one subject type; ``since`` is the first that came."""

    def __init__(self) -> None:
        self.since = 0
        self.came = asyncio.Event()


class _Tail:
    """The newest changes of one account, shared by its followers in this process."""

    def __init__(self, account_id: int, sequence: int) -> None:
        self.account_id = account_id
        self.ring: deque[Change] = deque(maxlen=RING)
        self.first = sequence + 1
        self.last = sequence
        self.followers = 0
        self.dirty = asyncio.Event()
        self.changed = asyncio.Event()
        self._news: dict[str, _News] = {}
        self.task: asyncio.Task[None] | None = None

    async def run(self) -> None:
        while True:
            await self.dirty.wait()
            self.dirty.clear()
            try:
                while batch := await changes_after(self.account_id, self.last, limit=BATCH):
                    self._append(batch)
            except Exception:
                log.exception("feed_failed", account_id=self.account_id)
                await asyncio.sleep(1)
                self.dirty.set()

    def _append(self, batch: list[Change]) -> None:
        self.ring.extend(batch)
        self.first = self.ring[0].sequence
        self.last = batch[-1].sequence
        # A fresh event per wake: every waiter sees this one, none can miss the next.
        self.changed, changed = asyncio.Event(), self.changed
        changed.set()
        for change in batch if self._news else ():
            if (news := self._news.pop(change.subject_type, None)) is not None:
                news.since = change.sequence
                news.came.set()

    def news_of(self, subject_type: str) -> _News:
        """Return what tells of the next change of a subject type."""
        return self._news.setdefault(subject_type, _News())

    def after(self, sequence: int) -> list[Change] | None:
        """Return what is newer, or None when the ring no longer reaches back that far."""
        if sequence + 1 < self.first:
            return None
        skip = sequence + 1 - self.first
        return [self.ring[place] for place in range(skip, min(len(self.ring), skip + BATCH))]


class Feed:
    """Hands each follower the account's changes after its cursor, in batches."""

    def __init__(self) -> None:
        self._tails: dict[int, _Tail] = {}
        self._stop_listening = bus().listen(self._wake)

    def close(self) -> None:
        """Stop following; used when the process ends and between tests."""
        self._stop_listening()
        for tail in self._tails.values():
            if tail.task is not None:
                tail.task.cancel()
        self._tails.clear()

    def _wake(self, account_id: int | None) -> None:
        if account_id is None:
            for tail in self._tails.values():
                tail.dirty.set()
        elif account_id in self._tails:
            self._tails[account_id].dirty.set()

    async def follow(
        self, account_id: int, after: int | None = None
    ) -> AsyncGenerator[list[Change], None]:
        """Yield batches of changes after ``after`` (now, when None), for ever.

        Nothing is missed and nothing comes twice, also when the cursor is old.
        """
        tail = await self._join(account_id)
        try:
            place = tail.last if after is None else after
            while True:
                changed = tail.changed
                batch = tail.after(place)
                if batch is None:
                    batch = await changes_after(account_id, place, limit=BATCH)
                if batch:
                    place = batch[-1].sequence
                    yield batch
                else:
                    await changed.wait()
        finally:
            self._leave(tail)

    async def follow_subject(
        self, account_id: int, subject_type: str, after: int | None = None
    ) -> AsyncGenerator[list[Change], None]:
        """Do as :meth:`follow` for the changes of one subject type.

        Others wake nobody: where each of many listens for itself, that is most of what they cost.
        """
        tail = await self._join(account_id)
        try:
            place = tail.last if after is None else after
            while True:
                news, last = tail.news_of(subject_type), tail.last
                batch = tail.after(place)
                if batch is None:
                    batch = await changes_after(
                        account_id, place, limit=BATCH, subject_types=[subject_type]
                    )
                    place = batch[-1].sequence if batch else last
                elif batch:
                    place = batch[-1].sequence
                else:
                    await news.came.wait()
                    place = max(place, news.since - 1)
                if about := [each for each in batch if each.subject_type == subject_type]:
                    yield about
        finally:
            self._leave(tail)

    async def _join(self, account_id: int) -> _Tail:
        if account_id not in self._tails:
            sequence = await current_sequence(account_id)
            if account_id not in self._tails:  # nobody else joined during the read
                self._tails[account_id] = _started(_Tail(account_id, sequence))
        tail = self._tails[account_id]
        tail.followers += 1
        return tail

    def _leave(self, tail: _Tail) -> None:
        tail.followers -= 1
        if tail.followers == 0:
            self._tails.pop(tail.account_id, None)
            if tail.task is not None:
                tail.task.cancel()


def _started(tail: _Tail) -> _Tail:
    # An empty context: the task must not inherit a transaction or a statement counter.
    tail.task = asyncio.create_task(tail.run(), context=contextvars.Context())
    tail.dirty.set()  # a commit may have come between the read and the listening
    return tail


_feed: Feed | None = None


def feed() -> Feed:
    """The feed of this process, listening on its bus."""
    global _feed
    if _feed is None:
        _feed = Feed()
    return _feed


def close_feed() -> None:
    """Stop the feed of this process."""
    global _feed
    if _feed is not None:
        _feed.close()
        _feed = None
