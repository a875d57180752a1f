"""A board as one window sees it: reads the cards that are looked at, and follows what changes."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import Any

from frontend.client import Client, OperationFailed
from frontend.errors import report
from frontend.operations import load
from frontend.pages.board.card_face import row_of
from frontend.pages.board.filters import BoardFilter
from frontend.pages.board.looking import Holding, look_on
from frontend.pages.board.segment import FIRST, PAGE, Row, Segment
from frontend.pages.board.shared_cards import held_once, shared_row, with_card, without_card
from frontend.pages.board.shown import Counts, Shown, counts_of
from frontend.pages.board.stream import BoardStream, Event, Lookers, stream_of
from frontend.session import Session
from frontend.store import Store

REREAD_PAUSE_SECONDS = 0.12
ANSWERS_KEPT = 30
MOST_READ = 90
"""How many cards of each step are read at once."""
Card = Mapping[str, Any]


@dataclass(eq=False)
class Board:
    """The steps of a workflow with the cards that are loaded of each.

    Reads and live changes take turns: what is heard while the board is being read is taken in
    afterwards. Cards carry their version, so that nothing older ever overwrites what is shown.
    """

    session: Session
    workflow_id: str
    shown: Store[Shown | None] = field(default_factory=lambda: Store[Shown | None](None))
    failed: Store[bool] = field(default_factory=lambda: Store(False))
    missing: Store[bool] = field(default_factory=lambda: Store(False))
    counts: Store[Counts] = field(default_factory=lambda: Store[Counts]({}))
    answered: Store[tuple[str, ...]] = field(default_factory=lambda: Store[tuple[str, ...]](()))
    """The keys of the moves that were answered last, made or refused."""
    added: Store[tuple[str, ...]] = field(default_factory=lambda: Store[tuple[str, ...]](()))
    """The keys of the cards that this window added last; a refused one ends with "!"."""
    lookers: Store[Lookers] = field(default_factory=lambda: Store[Lookers](()))
    """Who looks at the board, this window's user among them."""
    filter: BoardFilter = field(default_factory=BoardFilter)
    segments: dict[str, Store[Segment]] = field(default_factory=dict)
    versions: dict[str, int] = field(default_factory=dict)
    """What the cards that this window changed became."""
    _unsure: set[str] = field(default_factory=set)
    """Steps of which it is to be read which cards fit the filter."""
    _is_unchecked: bool = False
    _stream: BoardStream | None = None
    _turn: int = 0
    _readings: int = 0
    _holding: Holding | None = None
    _heard: list[Event] = field(default_factory=list)
    _tasks: dict[str, asyncio.Task[None]] = field(default_factory=dict)

    @property
    def client(self) -> Client:
        return self.session.client

    def segment(self, step_id: str) -> Store[Segment]:
        """Return the loaded cards of a step."""
        if step_id not in self.segments:
            self.segments[step_id] = Store(Segment())
        return self.segments[step_id]

    def row(self, card_id: str) -> tuple[str, Row] | None:
        """Return a loaded card and the step it is in."""
        for step_id, segment in self.segments.items():
            if (row := segment.value.row(card_id)) is not None:
                return step_id, row
        return None

    # Reading

    async def open(self, wanted: BoardFilter) -> None:
        """Show the cards that a filter lets through, and follow the board."""
        self.filter = wanted
        if self._stream is None:
            self._stream = stream_of(self.client, self.session.account_id, self.workflow_id)
            await self._stream.join(self)
            self._start("look", look_on(self.client, self.workflow_id))
        await self.read()

    async def read(self) -> None:
        """Read the board from the top of each step, as far as it was loaded; of several readings
        the last one counts.
        """
        self._turn += 1
        turn, asked = self._turn, self.filter
        loaded = max((len(store.value.rows) for store in self.segments.values()), default=0)
        first = min(max(FIRST, loaded), MOST_READ)
        variables = {"id": self.workflow_id, "filter": asked.variable(), "first": first}
        with self._listening_later():
            try:
                data = await self.client.run(load("workflows/read_board"), variables)
            except OperationFailed as error:
                if turn == self._turn:
                    self._fail(error)
                return
            if turn == self._turn:
                self._show(data["workflow"])

    def _fail(self, error: OperationFailed) -> None:
        is_none = error.code in ("BAD_USER_INPUT", "NOT_FOUND") and self.filter.is_empty
        self.missing.set(is_none)
        self.failed.set(not is_none and self.shown.value is None)
        if not is_none:
            report(error, self.session)

    def _show(self, workflow: Mapping[str, Any] | None) -> None:
        self.failed.set(False)
        self.missing.set(workflow is None)
        if workflow is None:
            return
        self.counts.set(counts_of(workflow))
        for step in workflow["steps"]:
            rows = tuple(self._row(edge["node"]) for edge in step["cards"]["edges"])
            more = step["cards"]["pageInfo"]["hasNextPage"]
            end = self.segment(step["id"]).value.end
            segment = Segment(rows, below=more, end=end)
            self.segment(step["id"]).set(held_once(step["id"], segment))
        here = {step["id"] for step in workflow["steps"]}
        self.segments = {key: store for key, store in self.segments.items() if key in here}
        self.shown.set(Shown.of(workflow))

    @contextmanager
    def _listening_later(self) -> Iterator[None]:
        """Keep what is heard during a reading until that is over."""
        self._readings += 1
        try:
            yield
        finally:
            self._readings -= 1
            if not self._readings:
                heard, self._heard = self._heard, []
                for event in heard:
                    self._apply(event)

    def _row(self, card: Card) -> Row:
        return row_of(card, self.workflow_id)

    def look(self, step_id: str, edge: str) -> None:
        """Have more cards of a step loaded, `above` or `below` those that are."""
        if step_id in self.segments:
            self._start(f"look:{step_id}", self._look(step_id, edge))

    def look_at_end(self, step_id: str) -> None:
        """Have the last cards of a step loaded, and the browser show them."""
        if step_id in self.segments:
            self._start(f"look:{step_id}", self._look_at_end(step_id))

    async def _look(self, step_id: str, edge: str) -> None:
        segment = self.segment(step_id).value
        if not segment.rows or not (segment.above if edge == "above" else segment.below):
            return
        if edge == "above":
            page = {"last": PAGE, "before": segment.rows[0].place}
        else:
            page = {"first": PAGE, "after": segment.rows[-1].place}
        rows, has_previous, has_next = await self._page(step_id, page)
        store = self.segment(step_id)
        if edge == "above":
            store.set(store.value.joined_above(rows, more=has_previous))
        else:
            store.set(store.value.joined_below(rows, more=has_next))

    async def _look_at_end(self, step_id: str) -> None:
        store = self.segment(step_id)
        if store.value.below:
            rows, has_previous, _ = await self._page(step_id, {"last": PAGE})
            store.set(Segment(tuple(rows), above=has_previous, end=store.value.end))
        store.update(lambda segment: replace(segment, end=segment.end + 1))

    async def _page(self, step_id: str, page: Mapping[str, Any]) -> tuple[list[Row], bool, bool]:
        variables = {"id": step_id, "filter": self.filter.variable(), **page}
        data = await self.client.run(load("workflows/list_cards"), variables)
        cards = data["node"]["cards"]
        info = cards["pageInfo"]
        rows = [self._row(edge["node"]) for edge in cards["edges"]]
        return rows, info["hasPreviousPage"], info["hasNextPage"]

    # Following

    def take_event(self, event: Event) -> None:
        """Hear what happened on the board."""
        if self._readings:
            self._heard.append(event)
        else:
            self._apply(event)

    def take_counts(self, counts: Counts) -> None:
        """Hear how many cards the steps have now; under a filter they are read with it."""
        if self.filter.is_empty:
            self.counts.set(counts)

    def take_lookers(self, lookers: Lookers) -> None:
        """Hear who looks at the board."""
        self.lookers.set(lookers)

    def _apply(self, event: Event) -> None:
        is_remade = event["steps"] is not None or event["workflow"] is not None
        if event["reread"] or is_remade:
            self.read_soon()
            return
        for movement in event["cards"]:
            if movement["card"] is None:
                self.drop(movement["cardId"])
                self._check_soon(())
            else:
                self._take(movement["card"])
        for step_id in event["rereadStepIds"]:
            if step_id in self.segments:
                self._start(f"reread:{step_id}", self._reread(step_id))

    def _take(self, card: Card) -> None:
        """Show what became of a card. Under a filter one that is shown stays until it is read
        whether it still fits, and one that is not waits until then.
        """
        if self.filter.is_empty or self.row(card["id"]) is not None:
            self.put(card)
        self._check_soon((card["stepId"],))

    def _check_soon(self, step_ids: Iterable[str]) -> None:
        """Under a filter, read in a moment which cards of some steps fit, and count all steps."""
        if not self.filter.is_empty:
            self._unsure.update(step_ids)
            self._is_unchecked = True
            self._start("check", self._check())

    async def _check(self) -> None:
        while self._is_unchecked:
            await asyncio.sleep(REREAD_PAUSE_SECONDS)
            turn, asked = self._turn, self.filter
            unsure, self._unsure, self._is_unchecked = self._unsure, set(), False
            for step_id in unsure & self.segments.keys():
                await self._reread(step_id)
            variables = {"id": self.workflow_id, "filter": asked.variable()}
            data = await self.client.run(load("workflows/count_board"), variables)
            if turn == self._turn and data["workflow"] is not None:
                self.counts.set(counts_of(data["workflow"]))

    async def _reread(self, step_id: str) -> None:
        """Read the loaded cards of a step again, unless the whole board is read meanwhile."""
        turn = self._turn
        with self._listening_later():
            rows = self.segment(step_id).value.rows
            begins_at_top = not self.segment(step_id).value.above
            page: dict[str, Any] = {"first": max(PAGE, len(rows))}
            if rows and not begins_at_top:
                page["after"] = rows[0].place
            found, has_previous, has_next = await self._page(step_id, page)
            if turn == self._turn:
                self.segment(step_id).update(
                    lambda segment: Segment(tuple(found), has_previous, has_next, segment.end)
                )

    def put(self, card: Card) -> None:
        """Show a card at its place, unless something newer of it is shown."""
        row = shared_row(card, self.workflow_id)
        if row.version < self.versions.get(row.id, 0):
            return
        step_id = card["stepId"]
        for other_id, store in self.segments.items():
            known = store.value.row(row.id)
            if known is not None and known.version > row.version:
                return
            if known is not None and other_id != step_id:
                self._take_off(other_id, row.id)
        if step_id in self.segments:
            store = self.segments[step_id]
            store.set(with_card(store.value, row))

    def drop(self, card_id: str) -> None:
        """Show a card no more."""
        for step_id, store in self.segments.items():
            if store.value.row(card_id) is not None:
                self._take_off(step_id, card_id)

    def _take_off(self, step_id: str, card_id: str) -> None:
        store = self.segments[step_id]
        store.update(lambda segment: without_card(segment, card_id))
        if not store.value.rows and (store.value.above or store.value.below):
            self._start(f"reread:{step_id}", self._reread(step_id))

    def take_own(self, card: Card) -> None:
        """Show what became of a card that this window changed, ahead of the stream."""
        self.versions[card["id"]] = max(card["version"], self.versions.get(card["id"], 0))
        self._take(card)
        if self._stream is not None:
            self._stream.recount()

    def answer(self, key: str) -> None:
        """Tell the browser that a move was answered."""
        self.answered.update(lambda known: (*known, key)[-ANSWERS_KEPT:])

    def tell_added(self, key: str, *, refused: bool) -> None:
        """Tell the browser that a card was added, or refused."""
        word = f"{key}!" if refused else key
        self.added.update(lambda known: (*known, word)[-ANSWERS_KEPT:])

    def hold(self, card_id: str | None) -> None:
        """Let those who look too see which card is held here; alone, nobody is told."""
        if self._holding is None:
            self._holding = Holding(self.client, self.workflow_id)
        self._holding.card_id = card_id if len(self.lookers.value) > 1 else None
        if self._holding.is_untold:
            self._start("hold", self._holding.tell())

    def read_soon(self) -> None:
        """Read the board again in a moment; what happens until then is read along."""
        if "reread" not in self._tasks:
            self._start("reread", self._read_in_a_moment())

    async def _read_in_a_moment(self) -> None:
        await asyncio.sleep(REREAD_PAUSE_SECONDS)
        del self._tasks["reread"]
        await self.read()

    def _start(self, name: str, work: Any) -> None:
        if name in self._tasks and not self._tasks[name].done():
            work.close()
            return
        task = asyncio.get_running_loop().create_task(_guarded(work))
        self._tasks[name] = task
        task.add_done_callback(lambda done: self._ended(name, done))

    def _ended(self, name: str, done: asyncio.Task[None]) -> None:
        if self._tasks.get(name) is done:
            del self._tasks[name]

    def close(self) -> None:
        """Stop reading and following."""
        for task in tuple(self._tasks.values()):
            task.cancel()
        if self._stream is not None:
            self._stream.leave(self)
            self._stream = None


async def _guarded(work: Any) -> None:
    try:
        await work
    except asyncio.CancelledError:
        raise
    except Exception as error:
        report(error)
