"""The automations of a board as one window sees them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from frontend.client import OperationFailed
from frontend.errors import explain, report
from frontend.locale import t
from frontend.operations import load
from frontend.pages.board_automations.values import same_input
from frontend.session import Session
from frontend.store import Store

Automation = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Listed:
    """The automations, and what they may use."""

    automations: tuple[Automation, ...]
    known: Mapping[str, Sequence[Any]]


@dataclass(eq=False)
class AutomationList:
    """The automations of a board: read, changed."""

    session: Session
    workflow_id: str
    listed: Store[Listed | None] = field(default_factory=lambda: Store[Listed | None](None))
    editing: Store[str | None] = field(default_factory=lambda: Store[str | None](None))
    """The automation that is being changed, `new` for one that is being made."""

    async def read(self) -> None:
        """Read the automations, and what they may use."""
        try:
            data = await self.session.client.run(
                load("cards/list_automations"), {"workflowId": self.workflow_id}
            )
        except OperationFailed as error:
            report(error, self.session)
            return
        if data["workflow"] is None:
            return
        known = {
            "steps": data["workflow"]["steps"],
            "labels": data["labels"],
            "replies": data["savedReplies"],
            "members": (data["viewer"] or {"members": ()})["members"],
        }
        self.listed.set(Listed(tuple(data["automations"]), known))

    async def switch(self, automation: Automation, *, enabled: bool) -> None:
        """Switch an automation on or off."""
        values = {
            "id": automation["id"],
            "version": automation["version"],
            **same_input(automation, enabled=enabled),
        }
        await self.run("update_automation", values)

    async def delete(self, automation: Automation) -> None:
        """Delete an automation, and say so with an Undo."""
        values = {"id": automation["id"]}
        if await self.run("delete_automation", values) is None:
            return

        async def undo() -> None:
            await self.run("restore_automation", values)

        self.session.toasts.show(t("Automation deleted"), kind="success", undo=undo)

    async def run(self, verb: str, values: Mapping[str, Any]) -> Mapping[str, Any] | None:
        """Do something with automations; what is refused is said in a toast, and None returned."""
        operation = load(f"cards/{verb}")
        payload: Mapping[str, Any] | None = None
        try:
            data = await self.session.client.run(operation, {"input": dict(values)})
            payload = data[operation.field]
        except OperationFailed as error:
            report(error, self.session)
        if payload is not None and payload["errors"]:
            self.session.toasts.show(explain(payload["errors"][0]), kind="error")
            payload = None
        await self.read()
        return payload
