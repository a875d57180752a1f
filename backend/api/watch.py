"""Notices when somebody who listens may no longer: signed out, revoked, removed, another role."""

from __future__ import annotations

import asyncio
import contextvars
from collections.abc import Awaitable, Callable, Sequence

import structlog

from backend.core.permissions import Actor

log = structlog.get_logger(__name__)
CHECK_SECONDS = 0.5

Refresh = Callable[[Sequence[Actor]], Awaitable[list[Actor | None]]]
"""Reads actors as they are now, None for those that may no longer act."""
OnChange = Callable[[Actor | None], None]
Identity = tuple[int, int | None, int | None, int | None]


def identity(actor: Actor) -> Identity:
    """Return what makes two actors the same caller."""
    return actor.account_id, actor.user_id, actor.session_id, actor.token_id


def may_do_the_same(before: Actor, after: Actor) -> bool:
    """Whether an actor's rights are what they were."""
    return before.role == after.role and before.scopes == after.scopes


class Watch:
    """Asks twice a second about everyone who listens, in one go for all of them."""

    def __init__(self, refresh: Refresh) -> None:
        self._refresh = refresh
        self._watched: dict[Identity, tuple[Actor, set[OnChange]]] = {}
        self._task: asyncio.Task[None] | None = None

    def add(self, actor: Actor, on_change: OnChange) -> Callable[[], None]:
        """Call back when this actor changed, or is gone (None); returns what stops it."""
        key = identity(actor)
        _, callbacks = self._watched.setdefault(key, (actor, set()))
        callbacks.add(on_change)
        if self._task is None or self._task.done():
            self._task = asyncio.create_task(self._run(), context=contextvars.Context())

        def remove() -> None:
            callbacks.discard(on_change)
            if not callbacks and self._watched.get(key, (None, None))[1] is callbacks:
                del self._watched[key]

        return remove

    def close(self) -> None:
        """Stop asking."""
        if self._task is not None:
            self._task.cancel()
            self._task = None
        self._watched.clear()

    async def _run(self) -> None:
        while self._watched:
            await asyncio.sleep(CHECK_SECONDS)
            try:
                await self.check()
            except Exception:
                # Nobody is cut off because the database did not answer; the next turn asks again.
                log.exception("watch_failed")

    async def check(self) -> None:
        """Ask once about everyone."""
        watched = list(self._watched.items())
        if not watched:
            return
        found = await self._refresh([actor for _, (actor, _) in watched])
        for (key, (before, callbacks)), after in zip(watched, found, strict=True):
            if after is not None and may_do_the_same(before, after):
                continue
            self._watched.pop(key, None)
            for callback in tuple(callbacks):
                callback(after)
