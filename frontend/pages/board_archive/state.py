"""The archive of a board as one window sees it: read in windows, as far as somebody looked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from frontend.client import OperationFailed
from frontend.errors import report
from frontend.operations import load
from frontend.session import Session
from frontend.store import Store

WINDOW = 30
MOST_AT_ONCE = 200
NO_SUCH_BOARD = frozenset({"BAD_USER_INPUT", "NOT_FOUND"})
Card = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class ArchivedStep:
    """The archived cards of a step that are loaded. ``more_after`` is where there are more."""

    id: str
    name: str
    color: str
    count: int
    cards: tuple[Card, ...]
    more_after: str | None

    def joined(self, found: Mapping[str, Any]) -> ArchivedStep:
        """Return it with one more window of its cards."""
        cards = tuple(edge["node"] for edge in found["edges"])
        return replace(self, cards=(*self.cards, *cards), more_after=_more_after(found))


@dataclass(frozen=True, slots=True)
class Archived:
    """The archive: the board's name, how many cards there are, and the steps that have some."""

    name: str
    count: int
    steps: tuple[ArchivedStep, ...]


@dataclass(eq=False)
class Archive:
    """Reads the archive of a board, and again after changes as far as it was loaded."""

    session: Session
    workflow_id: str
    text: str = ""
    shown: Store[Archived | None] = field(default_factory=lambda: Store[Archived | None](None))
    missing: Store[bool] = field(default_factory=lambda: Store(False))
    _turn: int = 0

    async def search(self, text: str) -> None:
        """Show the archived cards that a text finds; all of them for an empty one."""
        self.text = text
        await self.read()

    async def read(self) -> None:
        """Read the windows that are loaded; of several readings the last one counts."""
        self._turn += 1
        turn = self._turn
        known = {step.id: len(step.cards) for step in self._steps()}
        first = min(MOST_AT_ONCE, max(WINDOW, *known.values(), 0))
        try:
            found = await self._first_windows(first)
            steps = [await self._as_far_as(step, known) for step in found.steps] if found else []
        except OperationFailed as error:
            self._fail(error)
            return
        if turn == self._turn:
            self.missing.set(found is None)
            self.shown.set(replace(found, steps=tuple(steps)) if found else None)

    def _fail(self, error: OperationFailed) -> None:
        if error.code in NO_SUCH_BOARD:
            self.missing.set(True)
        else:
            report(error, self.session)

    def _steps(self) -> tuple[ArchivedStep, ...]:
        return self.shown.value.steps if self.shown.value else ()

    def _filter(self) -> dict[str, Any]:
        return {"archived": True, **({"text": self.text} if self.text else {})}

    async def _first_windows(self, first: int) -> Archived | None:
        variables = {"id": self.workflow_id, "filter": self._filter(), "first": first}
        data = await self.session.client.run(load("cards/list_archive"), variables)
        workflow = data["workflow"]
        if workflow is None:
            return None
        steps = tuple(_step(each) for each in workflow["steps"] if each["cards"]["totalCount"])
        return Archived(workflow["name"], workflow["cardCount"], steps)

    async def _as_far_as(self, step: ArchivedStep, known: Mapping[str, int]) -> ArchivedStep:
        while step.more_after and len(step.cards) < known.get(step.id, 0):
            step = await self._next(step, MOST_AT_ONCE)
        return step

    async def _next(self, step: ArchivedStep, first: int) -> ArchivedStep:
        variables = {
            "id": step.id,
            "filter": self._filter(),
            "first": first,
            "after": step.more_after,
        }
        data = await self.session.client.run(load("cards/list_archived_cards"), variables)
        return step.joined(data["node"]["cards"]) if data["node"] else step

    async def more(self, step_id: str) -> None:
        """Show one more window of a step."""
        turn, step = self._turn, next((s for s in self._steps() if s.id == step_id), None)
        if step is None or step.more_after is None:
            return
        try:
            grown = await self._next(step, WINDOW)
        except OperationFailed as error:
            report(error, self.session)
            return
        if turn == self._turn and (shown := self.shown.value) is not None:
            steps = tuple(grown if each is step else each for each in shown.steps)
            self.shown.set(replace(shown, steps=steps))


def _step(step: Mapping[str, Any]) -> ArchivedStep:
    found = step["cards"]
    empty = ArchivedStep(step["id"], step["name"], step["color"], found["totalCount"], (), None)
    return empty.joined(found)


def _more_after(found: Mapping[str, Any]) -> str | None:
    info = found["pageInfo"]
    return info["endCursor"] if info["hasNextPage"] else None
