"""The projects of a contact as one window sees them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from frontend.client import OperationFailed
from frontend.errors import explain, report
from frontend.operations import load
from frontend.session import Session
from frontend.store import Store

Project = Mapping[str, Any]
FIRST = 20
"""As many as the page's operation reads."""
MOST = 200


@dataclass(frozen=True, slots=True)
class Listed:
    """The newest projects, and how many there are."""

    projects: tuple[Project, ...]
    total: int


@dataclass(eq=False)
class ProjectList:
    """The projects of a contact: read, followed, changed."""

    session: Session
    contact_id: str
    failed: Store[bool] = field(default_factory=lambda: Store(False))
    """Whether the last reading failed."""
    listed: Store[Listed | None] = field(default_factory=lambda: Store[Listed | None](None))

    def take(self, connection: Mapping[str, Any]) -> None:
        """Show what was read."""
        projects = tuple(edge["node"] for edge in connection["edges"])
        self.listed.set(Listed(projects, connection["totalCount"]))

    async def read(self, *, more: bool = False) -> None:
        """Read as many as are shown anew, or more of them."""
        size = len(self.listed.value.projects) if self.listed.value else FIRST
        values = {
            "contactId": self.contact_id,
            "first": MOST if more else min(MOST, max(FIRST, size)),
        }
        try:
            data = await self.session.client.run(load("projects/list_projects"), values)
        except OperationFailed as error:
            self.failed.set(True)
            report(error, self.session)
            return
        self.failed.set(False)
        self.take(data["projects"])

    async def change_status(self, project_id: str, status: str) -> None:
        """Say where a project stands; what is refused is said in a toast."""
        operation = load("projects/change_project_status")
        try:
            data = await self.session.client.run(
                operation, {"input": {"id": project_id, "status": status}}
            )
        except OperationFailed as error:
            report(error, self.session)
            return
        for refusal in data[operation.field]["errors"]:
            self.session.toasts.show(explain(refusal), kind="error")
        await self.read()
