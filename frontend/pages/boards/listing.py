"""The account's boards: read once per window, and again when one changes."""

from __future__ import annotations

import asyncio
from typing import Any, NamedTuple
from weakref import WeakKeyDictionary

from reactpy import component

from frontend.client import OperationFailed, SignedOut
from frontend.errors import report
from frontend.hooks import use_changes, use_store, use_task
from frontend.operations import load
from frontend.session import Session, current_session
from frontend.store import Store

SETTLE_SECONDS = 0.2


class Listed(NamedTuple):
    """A board of the list."""

    id: str
    name: str
    cards: int


Boards = tuple[Listed, ...] | None
_stores: WeakKeyDictionary[Session, Store[Boards]] = WeakKeyDictionary()


def boards_of(session: Session) -> Store[Boards]:
    """Return the window's boards; None until they have been read."""
    if session not in _stores:
        _stores[session] = Store[Boards](None)
    return _stores[session]


async def read_boards(session: Session) -> None:
    """Read the boards of the account."""
    try:
        data = await session.client.run(load("workflows/list_workflows"))
    except SignedOut as error:
        report(error, session)
        return
    found = (Listed(each["id"], each["name"], each["cardCount"]) for each in data["workflows"])
    boards_of(session).set(tuple(found))


def use_boards() -> Boards:
    """Return the boards; renders again when they change. `FollowBoards` keeps them true."""
    boards: Boards = use_store(boards_of(current_session()))
    return boards


@component
def FollowBoards() -> None:
    """Nothing to see: reads the boards, and again a moment after one changed."""
    session = current_session()

    async def read() -> None:
        try:
            await read_boards(session)
        except OperationFailed as error:
            report(error, session)

    async def read_again() -> None:
        await asyncio.sleep(SETTLE_SECONDS)
        await read()

    runner = use_task(read, [])

    def changed(event: dict[str, Any]) -> None:
        runner.start(read_again)

    use_changes(("WORKFLOW",), changed)
