"""Ends what somebody follows when they may no longer, even while they wait for the next event."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator
from typing import TypeVar

from graphql import GraphQLError

from backend.api.errors import ACTOR_CHANGED, coded, refused
from backend.core.errors import Unauthenticated
from backend.core.permissions import Actor

T = TypeVar("T")


class Leash:
    """Holds one follower; :meth:`cut` is called back by the watch."""

    def __init__(self) -> None:
        self.reason: GraphQLError | None = None
        self._waiting: asyncio.Timeout | None = None

    def is_cut(self) -> bool:
        """Whether nothing more may be read."""
        return self.reason is not None

    def cut(self, actor: Actor | None) -> None:
        """End it: the actor is gone (None), or has other rights now and must subscribe again."""
        self.reason = (
            refused([Unauthenticated()])
            if actor is None
            else coded("Your rights have changed: subscribe again.", ACTOR_CHANGED)
        )
        if self._waiting is not None:
            self._waiting.reschedule(asyncio.get_running_loop().time())

    def ignore(self) -> None:
        """Nothing holds somebody who is not signed in."""

    async def next_of(self, stream: AsyncGenerator[T, None]) -> T | None:
        """Return the next item, or None when the stream ended or was cut (see ``reason``)."""
        if self.is_cut():
            return None
        try:
            async with asyncio.timeout(None) as self._waiting:
                return await anext(stream)
        except StopAsyncIteration:
            return None
        except TimeoutError:
            if not self.is_cut():
                raise
            return None
        finally:
            self._waiting = None
