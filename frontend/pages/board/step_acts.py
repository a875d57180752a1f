"""What is done with the steps of a board: added, changed, moved, deleted with an Undo."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple
from uuid import uuid4

from frontend.client import OperationFailed, UserError
from frontend.errors import explain, report
from frontend.locale import t
from frontend.operations import load
from frontend.pages.board.shown import OPEN, Step
from frontend.pages.board.state import Board
from frontend.store import Store


class Editing(NamedTuple):
    """A step that is being written: a present one, or a new one."""

    step: Step | None
    turn: int


@dataclass(eq=False)
class StepActs:
    """The steps of the board in one window."""

    board: Board
    editing: Store[Editing | None] = field(default_factory=lambda: Store[Editing | None](None))
    deleting: Store[Step | None] = field(default_factory=lambda: Store[Step | None](None))
    """A step with cards that is to be deleted: it is asked where they go."""
    _turn: int = 0

    def add(self) -> None:
        """Write a new step."""
        self._edit(None)

    def edit(self, step: Step) -> None:
        """Write a step anew: its name, its colour, when cards have stood in it too long."""
        self._edit(step)

    def _edit(self, step: Step | None) -> None:
        self._turn += 1
        self.editing.set(Editing(step, self._turn))

    async def save(self, step: Step | None, values: Mapping[str, Any]) -> tuple[UserError, ...]:
        """Save a step and return what was refused.

        Raises:
            OperationFailed
        """
        if step is None:
            asked = {"workflowId": self.board.workflow_id, "idempotencyKey": uuid4().hex, **values}
            payload = await self._run("add_step", asked)
        else:
            asked = {"id": step.id, "version": step.version, **values}
            payload = await self._run("update_step", asked)
        if payload.get("conflict"):
            self.board.read_soon()
            words = t("A colleague changed this step meanwhile. Look at it again.")
            self.board.session.toasts.show(words, kind="error")
            return ()
        if not payload["errors"]:
            await self.board.read()
        return tuple(payload["errors"])

    def neighbour(self, step: Step, by: int) -> Step | None:
        """Return the step that another one could change places with; outcomes stay last."""
        shown = self.board.shown.value
        steps = [each for each in shown.steps if each.kind == OPEN] if shown else []
        place = next((at for at, each in enumerate(steps) if each.id == step.id), None)
        if place is None or not 0 <= place + by < len(steps):
            return None
        return steps[place + by]

    def ways(self, step: Step) -> frozenset[int]:
        """Return by how many places a step can be moved: -1 to the left, 1 to the right."""
        return frozenset(by for by in (-1, 1) if self.neighbour(step, by))

    async def move(self, step: Step, by: int) -> None:
        """Take a step one place further, to the left or the right."""
        other = self.neighbour(step, by)
        shown = self.board.shown.value
        if other is None or shown is None:
            return
        position = next(at for at, each in enumerate(shown.steps) if each.id == other.id)
        await self._place(step, position)

    async def dropped(self, step_id: str, position: int, key: str) -> None:
        """Take a step that was carried to another place; the browser holds it until the answer."""
        shown = self.board.shown.value
        step = shown.step(step_id) if shown else None
        try:
            if step is not None:
                await self._place(step, position)
        finally:
            self.board.answer(key)

    async def _place(self, step: Step, position: int) -> None:
        await self._act("move_step", {"id": step.id, "version": step.version, "position": position})

    async def delete(self, step: Step, *, move_to: str | None = None) -> None:
        """Delete a step; one with cards asks first where they go."""
        count = self.board.counts.value.get(step.id, (0, ()))[0]
        if count and move_to is None:
            self.deleting.set(step)
            return
        self.deleting.set(None)
        asked: dict[str, Any] = {"id": step.id, "version": step.version}
        if move_to is not None:
            asked["moveCardsTo"] = move_to
        payload = await self._act("delete_step", asked, quiet=("STEP_HAS_CARDS",))
        if payload is None:
            return
        if payload["errors"]:  # cards of the archive, or of a colleague a moment ago
            self.deleting.set(step)
            return

        async def undo() -> None:
            await self._act("restore_step", {"id": step.id})

        words = t("The step {name} was deleted", name=step.name)
        self.board.session.toasts.show(words, undo=undo)

    async def _act(
        self, name: str, values: Mapping[str, Any], *, quiet: tuple[str, ...] = ()
    ) -> Mapping[str, Any] | None:
        """Run a mutation and read the board again; a refusal is said, and nothing returned."""
        board = self.board
        try:
            payload = await self._run(name, values)
        except OperationFailed as error:
            report(error, board.session)
            return None
        errors = payload["errors"]
        if errors and errors[0]["code"] not in quiet:
            board.session.toasts.show(explain(errors[0]), kind="error")
            board.read_soon()
            return None
        await board.read()
        return payload

    async def _run(self, name: str, values: Mapping[str, Any]) -> Mapping[str, Any]:
        operation = load(f"workflows/{name}")
        data = await self.board.client.run(operation, {"input": dict(values)})
        payload: Mapping[str, Any] = data[operation.field]
        return payload
