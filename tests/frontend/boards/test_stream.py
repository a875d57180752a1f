"""What happens on a board is told in order, and with what its steps have then."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest

from frontend.client import OperationFailed
from frontend.pages.board import stream as streams
from frontend.pages.board.stream import BoardStream


class Api:
    """Stands in for the client of a window: what happens comes out of a queue."""

    def __init__(self) -> None:
        self.happened: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
        self.may_count = asyncio.Event()
        self.counted = 0
        self.fails = False

    async def run(self, operation: Any, variables: Any = None) -> Any:
        if operation.name != "CountBoard":
            return {"viewer": {"cursor": "0"}}
        await self.may_count.wait()
        if self.fails:
            raise OperationFailed("UNEXPECTED", "no")
        self.counted += 1
        return {"workflow": {"steps": [{"id": "s", "cardCount": self.counted, "totals": ()}]}}

    async def follow(self, operation: Any, variables: Any = None) -> AsyncIterator[Any]:
        if operation.name != "BoardChanged":
            await asyncio.get_running_loop().create_future()
        while True:
            yield {operation.field: await self.happened.get()}

    def happen(self, *numbers: int) -> None:
        for number in numbers:
            self.happened.put_nowait({"cursor": str(number)})


class Window:
    """A member that keeps what it is told."""

    def __init__(self, client: Any) -> None:
        self.client = client
        self.told: list[Any] = []
        self.came = asyncio.Event()

    def take_event(self, event: Any) -> None:
        self._take(int(event["cursor"]))

    def take_counts(self, counts: Any) -> None:
        self._take(f"{counts['s'][0]} cards")

    def take_lookers(self, lookers: Any) -> None:
        pass

    def _take(self, news: Any) -> None:
        self.told.append(news)
        self.came.set()

    async def until(self, news: Any) -> None:
        async with asyncio.timeout(10):
            while news not in self.told:
                self.came.clear()
                await self.came.wait()


async def joined(api: Api) -> tuple[BoardStream, Window, Window]:
    stream = BoardStream("b", lambda: None)
    members = Window(api), Window(api)
    for member in members:
        await stream.join(member)
    return stream, *members


async def test_what_happened_comes_with_the_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streams, "COUNT_PATIENCE_SECONDS", 10)
    api = Api()
    stream, one, other = await joined(api)
    api.happen(1, 2)
    while not api.happened.empty():
        await asyncio.sleep(0)
    assert one.told == []
    api.may_count.set()
    await one.until("1 cards")
    assert one.told == other.told == [1, 2, "1 cards"]
    api.happen(3)
    await one.until("2 cards")
    assert one.told == other.told == [1, 2, "1 cards", 3, "2 cards"]
    stream.leave(one)
    stream.leave(other)


async def test_counting_that_takes_long_or_fails_holds_nothing_up() -> None:
    api = Api()
    stream, one, other = await joined(api)
    api.happen(1)
    await one.until(1)
    api.happen(2)
    api.may_count.set()
    await one.until("2 cards")
    assert [each for each in one.told if isinstance(each, int)] == [1, 2]
    api.fails = True
    api.happen(3)
    await one.until(3)
    api.fails = False
    stream.leave(one)
    api.happen(4)  # heard by the one that is left
    await other.until("3 cards")
    assert [each for each in other.told if isinstance(each, int)] == [1, 2, 3, 4]
    stream.leave(other)
    stream.recount()
