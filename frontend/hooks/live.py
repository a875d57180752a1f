"""Following a subscription while a component is on screen."""

from __future__ import annotations

import asyncio
import inspect
import logging
from collections.abc import Awaitable, Callable, Mapping
from typing import Any, NamedTuple

import orjson
from reactpy import use_ref, use_state

from frontend.client import Client, SignedOut
from frontend.errors import report
from frontend.hooks.state import use_task
from frontend.operations import Operation
from frontend.session import current_session

logger = logging.getLogger(__name__)

FIRST_PAUSE_SECONDS = 0.5
LONGEST_PAUSE_SECONDS = 15.0

OnEvent = Callable[[dict[str, Any]], Awaitable[None] | None]


class Live(NamedTuple):
    """How a stream is doing."""

    broken: bool
    """True while the stream is down and being tried again."""


def use_live(
    operation: Operation[Any],
    variables: Mapping[str, Any] | None,
    on_event: OnEvent,
    *,
    after: str | None = None,
    skip: bool = False,
) -> Live:
    """Call `on_event` with the payload of every event of a subscription, in order, one at a time.

    `after` is the cursor of what is on screen (it comes with the query's answer, or
    `viewer.cursor`); the stream begins behind it, so that nothing is missed between the reading and
    the subscribing. A broken stream is tried again, each time from the last event's `cursor`. A
    change of the variables or of `skip` starts anew; `after` is read at that moment only. The
    operation's `$after` variable is filled in here.
    """
    client = current_session().client
    broken, set_broken = use_state(False)
    newest = use_ref(on_event)
    newest.current = on_event
    given = dict(variables or {})
    key = orjson.dumps(given, option=orjson.OPT_SORT_KEYS).decode()

    def answer(event: dict[str, Any]) -> Awaitable[None] | None:
        return newest.current(event)

    async def follow() -> None:
        if not skip:
            await _follow_forever(client, operation, given, after, answer, set_broken)

    use_task(follow, [operation.path, key, skip])
    return Live(broken)


async def _follow_forever(
    client: Client,
    operation: Operation[Any],
    variables: dict[str, Any],
    cursor: str | None,
    on_event: OnEvent,
    set_broken: Callable[[bool], None],
) -> None:
    pause = FIRST_PAUSE_SECONDS
    while True:
        try:
            async for data in client.follow(operation, {**variables, "after": cursor}):
                event = data[operation.field]
                cursor = event.get("cursor", cursor)
                pause = FIRST_PAUSE_SECONDS
                set_broken(False)
                await _handle(on_event, event)
        except SignedOut as error:
            report(error)
            return
        except Exception:
            logger.warning(
                "The stream of %s broke; trying again in %s s", operation.name, pause, exc_info=True
            )
        set_broken(True)
        await asyncio.sleep(pause)
        pause = min(pause * 2, LONGEST_PAUSE_SECONDS)


async def _handle(on_event: OnEvent, event: dict[str, Any]) -> None:
    """Run the page's handler; its mistake is shown and does not end the stream."""
    try:
        outcome = on_event(event)
        if inspect.isawaitable(outcome):
            await outcome
    except Exception as error:
        report(error)
