"""Who looks at a board now, and which card each of them holds.

A look is a row of the process that it goes through, which says every few seconds that it is still
there: what a killed process leaves behind is forgotten. Rows are written beside the log, as who
looks is no history; the bus wakes those who follow, in every process.
"""

from __future__ import annotations

import asyncio
import contextvars
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import asynccontextmanager
from uuid import uuid4

import structlog

from backend.core.bus import bus
from backend.core.change_log import current_sequence, encode_cursor
from backend.core.clock import now_micros
from backend.core.errors import NotFound
from backend.core.permissions import Actor, Permission
from backend.core.unit_of_work import UnitOfWork, unit_of_work
from backend.workflows.queries.boards import workflows_by_id
from backend.workflows.queries.looking import board_viewers
from backend.workflows.rows import BoardViewers

log = structlog.get_logger(__name__)

BEAT_SECONDS = 10.0
FORGOTTEN_MICROS = 35_000_000
"""How long a look is believed that nobody confirmed."""
SETTLING_SECONDS = 0.2
"""What changes within it is told at once: many come when a team opens a board together."""
_PROCESS = uuid4().hex


@asynccontextmanager
async def looking(actor: Actor, workflow_id: int) -> AsyncIterator[None]:
    """Count the actor among those who look at a board, for as long as the block lasts.

    An API token is nobody who looks.

    Raises:
        NotFound: no board of the account.
        Forbidden
    """
    await _require_board(actor, workflow_id)
    if actor.user_id is None or actor.token_id is not None:
        yield
        return
    async with unit_of_work(actor) as unit:
        rows = await unit.fetch(
            "INSERT INTO board_viewer (account_id, workflow_id, user_id, process, seen_at) "
            "VALUES (?, ?, ?, ?, ?) RETURNING id",
            (actor.account_id, workflow_id, actor.user_id, _PROCESS, now_micros()),
        )
        await _announce(unit)
    _beat.begin()
    try:
        yield
    finally:
        _beat.end()
        await asyncio.shield(_leave(actor, int(rows[0][0])))


async def _leave(actor: Actor, key: int) -> None:
    async with unit_of_work(actor) as unit:
        await unit.execute("DELETE FROM board_viewer WHERE id = ?", (key,))
        await _announce(unit)


class _Beat:
    """One task of this process that confirms all looks through it, while there are any."""

    def __init__(self) -> None:
        self._looks = 0
        self._task: asyncio.Task[None] | None = None

    def begin(self) -> None:
        self._looks += 1
        if self._task is None or self._task.done():
            # An empty context: the task must not inherit a transaction.
            self._task = asyncio.create_task(self._run(), context=contextvars.Context())

    def end(self) -> None:
        self._looks -= 1
        if self._looks == 0 and self._task is not None:
            self._task.cancel()
            self._task = None

    async def _run(self) -> None:
        while True:
            await asyncio.sleep(BEAT_SECONDS)
            try:
                await confirm_looks()
            except Exception:
                log.exception("looks_not_confirmed")


_beat = _Beat()


async def confirm_looks() -> None:
    """Say that those who look through this process are still there, and forget who is not."""
    present = now_micros()
    async with unit_of_work(Actor.system(0)) as unit:
        await unit.execute(
            "UPDATE board_viewer SET seen_at = ? WHERE process = ?", (present, _PROCESS)
        )
        await unit.execute(
            "DELETE FROM board_viewer WHERE seen_at < ?", (present - FORGOTTEN_MICROS,)
        )


async def until_gone() -> None:
    """Wait for whoever looks to be gone: whatever waits here is cancelled then."""
    await asyncio.get_running_loop().create_future()


async def hold_card(actor: Actor, workflow_id: int, card_id: int | None) -> None:
    """Say which card of a board the actor holds; None for none.

    Whoever does not look at the board, or may not move its cards, holds nothing. A card that is not
    on the board is none.

    Raises:
        NotFound, Forbidden
    """
    await _require_board(actor, workflow_id)
    if not actor.can(Permission.WRITE_CONTACTS):
        return
    async with unit_of_work(actor) as unit:
        found = await unit.fetch(
            "SELECT id FROM card WHERE id = ? AND account_id = ? AND workflow_id = ?",
            (card_id or 0, actor.account_id, workflow_id),
        )
        held = found[0][0] if found else None
        is_told = await unit.execute(
            "UPDATE board_viewer SET card_id = ? WHERE workflow_id = ? AND user_id = ? "
            "AND account_id = ? AND COALESCE(card_id, 0) <> ?",
            (held, workflow_id, actor.user_id or 0, actor.account_id, held or 0),
        )
        if is_told:
            await _announce(unit)


async def _announce(unit: UnitOfWork) -> None:
    """Wake whoever follows the account, in every process, without a fact."""
    account_id = unit.actor.account_id
    sequence = await current_sequence(account_id)
    await bus().announce(unit, account_id, sequence)
    unit.after_commit(lambda: bus().publish(account_id, sequence))


async def follow_viewers(actor: Actor, workflow_id: int) -> AsyncGenerator[BoardViewers, None]:
    """Yield who looks at a board, first as it is now and then whenever that is otherwise.

    Raises:
        NotFound, Forbidden
    """
    await _require_board(actor, workflow_id)
    woken = asyncio.Event()

    def wake(account_id: int | None) -> None:
        if account_id in (None, actor.account_id):
            woken.set()

    stop = bus().listen(wake)
    seen: BoardViewers | None = None
    try:
        while True:
            woken.clear()
            oldest = now_micros() - FORGOTTEN_MICROS
            found = BoardViewers(await board_viewers(actor, workflow_id, oldest))
            if seen is None or found.viewers != seen.viewers:
                found.cursor = encode_cursor(await current_sequence(actor.account_id))
                seen = found
                yield found
            await _wait(woken)
    finally:
        stop()


async def _wait(woken: asyncio.Event) -> None:
    """Wait until something happened, or it is time to look whether somebody is gone."""
    try:
        async with asyncio.timeout(BEAT_SECONDS):
            await woken.wait()
            await asyncio.sleep(SETTLING_SECONDS)
    except TimeoutError:
        return


async def _require_board(actor: Actor, workflow_id: int) -> None:
    actor.require(Permission.READ)
    if workflow_id not in await workflows_by_id(actor, (workflow_id,)):
        raise NotFound(("workflowId",))
