"""The tasks of a list as one window sees them, and what is done to them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from frontend.client import OperationFailed, UserError
from frontend.errors import explain, report
from frontend.locale import t
from frontend.operations import load
from frontend.session import Session
from frontend.store import Store

PAGE = 100
Task = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Shown:
    """What has been read of the list, and whether there is more."""

    tasks: tuple[Task, ...]
    more: bool
    counts: Mapping[str, int] = field(default_factory=dict)
    in_team: bool = False
    """Whether it is worth saying whose a task is."""


@dataclass(eq=False)
class TaskList:
    """The list from its top as far as it was scrolled; read again whenever something changed.

    ``contact_id`` is whose tasks they are, None for everybody's.
    """

    session: Session
    contact_id: str | None = None
    shown: Store[Shown | None] = field(default_factory=lambda: Store[Shown | None](None))
    failed: Store[bool] = field(default_factory=lambda: Store(False))
    cursor: Store[str | None] = field(default_factory=lambda: Store[str | None](None))
    """The place in the history of the first reading, from which changes are followed."""
    completed: Store[bool] = field(default_factory=lambda: Store(False))
    """Whether the completed tasks are shown, instead of the open ones."""
    mine: Store[str | None] = field(default_factory=lambda: Store[str | None](None))
    """The member whose tasks alone are shown, None for all."""
    edited: Store[str | None] = field(default_factory=lambda: Store[str | None](None))
    """The task whose editor is open."""
    pages: int = 1

    @property
    def filter(self) -> dict[str, Any]:
        """Which tasks the list has, as the API is asked."""
        chosen: dict[str, Any] = {"state": "COMPLETED" if self.completed.value else "OPEN"}
        if self.contact_id is not None:
            chosen["contactId"] = self.contact_id
        if self.mine.value is not None:
            chosen["assigneeId"] = self.mine.value
        return chosen

    def begin(
        self, tasks: Iterable[Task], count: int, cursor: str | None, *, in_team: bool
    ) -> None:
        """Show a contact's first open tasks, of ``count``, that were read with the contact."""
        found = tuple({**task, "contact": None} for task in tasks)
        self.cursor.set(cursor)
        self.shown.set(Shown(found, more=count > len(found), in_team=in_team))

    async def read(self) -> None:
        """Read as many pages as are shown."""
        tasks: list[Task] = []
        after, more, asked, in_team = None, False, self.filter, False
        try:
            for _ in range(self.pages):
                variables = {"filter": asked, "first": PAGE, "after": after}
                data = await self.session.client.run(load("tasks/list_tasks"), variables)
                found = data["tasks"]
                tasks += [edge["node"] for edge in found["edges"]]
                after, more = found["pageInfo"]["endCursor"], found["pageInfo"]["hasNextPage"]
                viewer = data["viewer"] or {"cursor": None, "members": ()}
                in_team = len(viewer["members"]) > 1
                if self.cursor.value is None:
                    self.cursor.set(viewer["cursor"])
                if not more:
                    break
            counts = await self._counts(asked)
        except OperationFailed:
            self.failed.set(True)
            raise
        if asked == self.filter:  # else somebody turned the list meanwhile, and reads it anew
            self.failed.set(False)
            self.shown.set(Shown(tuple(tasks), more, counts, in_team))

    async def _counts(self, asked: Mapping[str, Any]) -> Mapping[str, int]:
        whose = {key: asked[key] for key in ("contactId", "assigneeId") if key in asked}
        data = await self.session.client.run(load("tasks/count_tasks"), {"filter": whose})
        counts: Mapping[str, int] = data["taskCounts"]
        return counts

    async def read_more(self) -> None:
        """Show another page."""
        self.pages += 1
        await self.read()

    async def turn(self, *, completed: bool | None = None, mine: str | None = "") -> None:
        """Show the completed tasks, or the open ones; one member's, or everybody's."""
        if completed is not None:
            self.completed.set(completed)
        if mine != "":
            self.mine.set(mine)
        self.pages = 1
        self.shown.set(None)
        await self.read()

    def task(self, task_id: str | None) -> Task | None:
        """Return a task that is shown."""
        shown = self.shown.value
        return (
            next((each for each in shown.tasks if each["id"] == task_id), None) if shown else None
        )

    async def add(self, values: Mapping[str, Any]) -> tuple[UserError, ...]:
        """Add a task; return what was refused.

        Raises:
            OperationFailed
        """
        given = {**values, "contactId": self.contact_id} if self.contact_id else dict(values)
        payload = await self._run("tasks/create_task", given)
        if not payload["errors"]:
            await self.read()
        return tuple(payload["errors"])

    async def change(self, values: Mapping[str, Any]) -> Mapping[str, Any]:
        """Change a task and return the API's answer.

        Raises:
            OperationFailed
        """
        payload: Mapping[str, Any] = await self._run("tasks/update_task", values)
        await self.read()
        return payload

    async def toggle(self, task_id: str) -> None:
        """Complete an open task, with an undo; reopen a completed one."""
        task = self.task(task_id)
        if task is None:
            return
        self._take_off(task_id)
        if task["state"] == "COMPLETED":
            await self._act("tasks/reopen_task", task_id)
            self.session.toasts.show(t("Task reopened"))
        elif await self._act("tasks/complete_task", task_id):
            self._offer_undo(t("Task completed"), "tasks/reopen_task", task_id)

    async def delete(self, task_id: str) -> None:
        """Delete a task, with an undo."""
        self._take_off(task_id)
        if await self._act("tasks/delete_task", task_id):
            self._offer_undo(t("Task deleted"), "tasks/restore_task", task_id)

    def _offer_undo(self, words: str, operation: str, task_id: str) -> None:
        async def undo() -> None:
            await self._act(operation, task_id)

        self.session.toasts.show(words, undo=undo)

    async def _act(self, operation: str, task_id: str) -> bool:
        try:
            payload = await self._run(operation, {"id": task_id})
        except OperationFailed as error:
            report(error, self.session)
            payload = {"errors": [None]}
        for refusal in filter(None, payload["errors"]):
            self.session.toasts.show(explain(refusal), kind="error")
        await self.read()
        return not payload["errors"]

    def _take_off(self, task_id: str) -> None:
        """Show a task no more, ahead of the server's own word."""
        shown = self.shown.value
        if shown is not None:
            left = tuple(task for task in shown.tasks if task["id"] != task_id)
            self.shown.set(replace(shown, tasks=left))

    async def _run(self, name: str, values: Mapping[str, Any]) -> Any:
        operation = load(name)
        data = await self.session.client.run(operation, {"input": dict(values)})
        return data[operation.field]
