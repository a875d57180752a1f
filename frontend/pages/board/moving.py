"""Where a card goes: what was dropped, "Move to…", the reason of a loss, and the way back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple
from uuid import uuid4

from frontend.client import OperationFailed
from frontend.errors import explain, report
from frontend.events import Detail
from frontend.locale import t
from frontend.operations import load
from frontend.pages.board.card_face import card_name
from frontend.pages.board.shown import LOST
from frontend.pages.board.state import Board
from frontend.store import Store

UNDOS_KEPT = 30


class Move(NamedTuple):
    """A card that goes to a place of a step: before a card, after one, or to the end."""

    card_id: str
    step_id: str
    version: int
    key: str
    before_id: str | None = None
    after_id: str | None = None
    lost_reason: str | None = None

    def variable(self) -> dict[str, Any]:
        """Return it as the API is asked."""
        asked: dict[str, Any] = {
            "id": self.card_id,
            "stepId": self.step_id,
            "version": self.version,
            "idempotencyKey": self.key,
        }
        if self.before_id:
            asked["beforeId"] = self.before_id
        elif self.after_id:
            asked["afterId"] = self.after_id
        if self.lost_reason:
            asked["lostReason"] = self.lost_reason
        return asked


class Choosing(NamedTuple):
    """A card whose step is being chosen. `words` say why, after a refusal."""

    card_id: str
    version: int
    name: str
    step_id: str | None
    words: str = ""


@dataclass(eq=False)
class Moving:
    """What moves the cards of a board in one window."""

    board: Board
    losing: Store[Move | None] = field(default_factory=lambda: Store[Move | None](None))
    """A move to the lost step that waits for its reason."""
    choosing: Store[Choosing | None] = field(default_factory=lambda: Store[Choosing | None](None))
    _undos: list[Move] = field(default_factory=list)

    async def dropped(self, told: Detail) -> None:
        """Take a drop of the browser; it is held there until it is answered."""
        move = Move(
            told.text("card"),
            told.text("step"),
            told.whole("version"),
            told.text("key"),
            before_id=told.text("before", "") or None,
            after_id=told.text("after", "") or None,
        )
        if self._asks_reason(move):
            self._give_up_losing()
            self.losing.set(move)
        else:
            await self.make(move)

    def choose(self, card_id: str) -> None:
        """Ask where a card shall go."""
        if (found := self.board.row(card_id)) is not None:
            step_id, row = found
            self.choosing.set(Choosing(card_id, row.version, row.name, step_id))

    async def chosen(self, step_id: str, *, at_top: bool) -> None:
        """Take the card that is being placed to an end of a step."""
        asked = self.choosing.value
        self.choosing.set(None)
        if asked is None:
            return
        rows = self.board.segment(step_id).value.rows
        first = next((row.id for row in rows if row.id != asked.card_id), None)
        before_id = first if at_top else None
        move = Move(asked.card_id, step_id, asked.version, uuid4().hex, before_id=before_id)
        if self._asks_reason(move):
            self.losing.set(move)
        else:
            await self.make(move)

    def _asks_reason(self, move: Move) -> bool:
        shown, found = self.board.shown.value, self.board.row(move.card_id)
        step = shown.step(move.step_id) if shown else None
        return step is not None and step.kind == LOST and (found is None or found[0] != step.id)

    async def lose(self, reason: str) -> None:
        """Make the move that waited for its reason."""
        move = self.losing.value
        self.losing.set(None)
        if move is not None:
            await self.make(move._replace(lost_reason=reason or None))

    def _give_up_losing(self) -> None:
        if (waiting := self.losing.value) is not None:
            self.losing.set(None)
            self.board.answer(waiting.key)

    def keep(self) -> None:
        """Leave the card where it was, whose reason was not given."""
        self._give_up_losing()

    async def make(self, move: Move, *, is_undo: bool = False) -> None:
        """Move a card; what is refused is said in words, and the card stays where it is."""
        board = self.board
        # This window's own moves follow on each other faster than it sees what came of them.
        move = move._replace(version=max(move.version, board.versions.get(move.card_id, 0)))
        back = self._way_back(move)
        try:
            operation = load("workflows/move_card")
            data = await board.client.run(operation, {"input": move.variable()})
            payload = data[operation.field]
            if payload["conflict"]:
                self._tell_conflict(payload["conflict"])
            elif payload["errors"]:
                self._tell_refusal(move, payload["errors"])
            else:
                self._made(payload["card"], back, is_undo=is_undo)
        except OperationFailed as error:
            report(error, board.session)
            board.read_soon()
        finally:
            board.answer(move.key)
            board.hold(None)

    def _made(self, card: Mapping[str, Any], back: Move | None, *, is_undo: bool) -> None:
        self.board.take_own(card)
        if is_undo or back is None:
            return
        back = back._replace(version=card["version"])
        self._undos = [*self._undos, back][-UNDOS_KEPT:]
        if back.step_id == card["stepId"]:
            return
        words = t("{name} moved to {step}", name=card_name(card), step=self._step_name(card))
        self.board.session.toasts.show(words, undo=lambda: self._undo(back))

    def _step_name(self, card: Mapping[str, Any]) -> str:
        shown = self.board.shown.value
        step = shown.step(card["stepId"]) if shown else None
        return step.name if step else "…"

    def _way_back(self, move: Move) -> Move | None:
        found = self.board.row(move.card_id)
        if found is None:
            return None
        step_id, row = found
        before, after = self.board.segment(step_id).value.neighbours_of(row.id)
        return Move(row.id, step_id, row.version, uuid4().hex, before_id=after, after_id=before)

    async def undo_last(self) -> None:
        """Take back this window's last move."""
        if self._undos:
            await self._undo(self._undos[-1])

    async def _undo(self, back: Move) -> None:
        self._undos = [each for each in self._undos if each.key != back.key]
        await self.make(back, is_undo=True)

    def _tell_conflict(self, conflict: Mapping[str, Any]) -> None:
        card, name = conflict["current"], conflict["changedBy"]
        words = t(
            "{name} moved {card} meanwhile: it is in {step}.",
            name=name or "Carnet",
            card=card_name(card),
            step=self._step_name(card),
        )
        self.board.session.toasts.show(words, kind="error")
        self.board.take_own(card)

    def _tell_refusal(self, move: Move, errors: Any) -> None:
        board = self.board
        if errors[0]["code"] == "STEP_GONE":
            found = board.row(move.card_id)
            name = found[1].name if found else ""
            words = t("This step was deleted meanwhile. Choose another.")
            self.choosing.set(
                Choosing(move.card_id, move.version, name, found[0] if found else None, words)
            )
        else:
            board.session.toasts.show(explain(errors[0]), kind="error")
        board.read_soon()
