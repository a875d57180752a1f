"""A board under a filter reads what a change makes unsure, and nothing else."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Mapping
from typing import Any

import pytest

from frontend.pages.board import state
from frontend.pages.board.filters import BoardFilter
from frontend.pages.board.state import Board
from tests.frontend.windows import session_of

STEPS = ("lead", "offer")


def card(name: str, step: str, rank: str, version: int = 1) -> dict[str, Any]:
    plain = dict.fromkeys(("contact", "value", "dueOn", "assignee"))
    none: dict[str, Any] = {"checklistDone": 0, "checklistTotal": 0, "noteCount": 0, "fileCount": 0}
    where = {"stepId": step, "sortKey": rank, "place": rank, "stepEnteredAt": "2026-11-01"}
    known = {"id": name, "version": version, "title": name, "name": name, "labels": ()}
    return {**plain, **none, **where, **known}


class Book:
    """The cards that fit the filter, and what was asked of them."""

    def __init__(self, *cards: Mapping[str, Any]) -> None:
        self.cards = {each["id"]: each for each in cards}
        self.asked: list[Any] = []

    async def execute(self, _: Any, __: str, variables: Any, *, operation_name: str) -> Any:
        step = variables["id"] if operation_name == "ListCards" else None
        self.asked.append(step or operation_name)
        if step is not None:
            return {"data": {"node": {"cards": self._connection(step)}}}
        steps = [self._step(step) for step in STEPS]
        return {"data": {"workflow": {"id": "b", "name": "B", "version": 1, "steps": steps}}}

    def _of(self, step: str) -> Iterable[Mapping[str, Any]]:
        found = (each for each in self.cards.values() if each["stepId"] == step)
        return sorted(found, key=lambda each: str(each["sortKey"]))

    def _connection(self, step: str) -> Any:
        info = {"hasNextPage": False, "hasPreviousPage": False}
        return {"pageInfo": info, "edges": [{"node": each} for each in self._of(step)]}

    def _step(self, step: str) -> Any:
        face = {"id": step, "name": step, "color": "BLUE", "kind": "OPEN", "version": 1}
        count = len(list(self._of(step)))
        more = {"staleAfterDays": None, "cardCount": count, "totals": ()}
        return {**face, **more, "cards": self._connection(step)}


def happened(**cards: Mapping[str, Any] | None) -> dict[str, Any]:
    told = [{"cardId": name, "card": each} for name, each in cards.items()]
    return {"reread": False, "steps": None, "workflow": None, "rereadStepIds": (), "cards": told}


def shown(board: Board) -> dict[str, list[str]]:
    return {step: [row.id for row in board.segment(step).value.rows] for step in STEPS}


async def until_still(board: Board) -> None:
    async with asyncio.timeout(10):
        while board._tasks:
            await asyncio.sleep(0)


async def test_a_filtered_board_reads_the_step_of_a_change(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(state, "REREAD_PAUSE_SECONDS", 0)
    book = Book(card("a", "lead", "1"), card("b", "lead", "2"), card("c", "offer", "1"))
    board = Board(session_of(book.execute), "b", filter=BoardFilter(text="x"))
    await board.read()
    assert shown(board) == {"lead": ["a", "b"], "offer": ["c"]}

    # One that is shown and fits is seen in its place at once.
    book.asked.clear()
    book.cards["a"] = card("a", "offer", "2", 2)
    board.take_event(happened(a=book.cards["a"]))
    assert shown(board) == {"lead": ["b"], "offer": ["c", "a"]}
    await until_still(board)
    assert book.asked == ["offer", "CountBoard"]
    assert {step: count for step, (count, _) in board.counts.value.items()} == {
        "lead": 1,
        "offer": 2,
    }

    # One that fits no more leaves once that is known; one that is not shown comes if it fits.
    book.asked.clear()
    del book.cards["b"]
    book.cards["d"] = card("d", "lead", "3")
    board.take_event(happened(b=card("b", "lead", "2", 2)))
    board.take_event(happened(d=book.cards["d"]))
    board.take_event(happened(e=card("e", "lead", "4")))
    assert shown(board)["lead"] == ["b"]
    await until_still(board)
    assert shown(board) == {"lead": ["d"], "offer": ["c", "a"]}
    assert book.asked == ["lead", "CountBoard"]

    # One that left the board is only counted.
    book.asked.clear()
    del book.cards["c"]
    board.take_event(happened(c=None))
    await until_still(board)
    assert shown(board) == {"lead": ["d"], "offer": ["a"]}
    assert book.asked == ["CountBoard"]
