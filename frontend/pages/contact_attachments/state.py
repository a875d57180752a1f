"""The files of a contact as one window sees them, and those on their way."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from frontend.client import OperationFailed
from frontend.errors import explain, report
from frontend.operations import load
from frontend.pages.contact_attachments.uploads import Uploads
from frontend.session import Session
from frontend.store import Store

Attachment = Mapping[str, Any]
FIRST = 20
"""As many as the page's operation reads."""
MOST = 200


@dataclass(frozen=True, slots=True)
class Listed:
    """The newest files, and how many there are."""

    files: tuple[Attachment, ...]
    total: int


@dataclass(eq=False)
class AttachmentList:
    """The files of a contact: read, followed, changed."""

    session: Session
    contact_id: str
    listed: Store[Listed | None] = field(default_factory=lambda: Store[Listed | None](None))
    usage: Store[Mapping[str, int] | None] = field(
        default_factory=lambda: Store[Mapping[str, int] | None](None)
    )
    """How much the files of the account take, and may take."""
    failed: Store[bool] = field(default_factory=lambda: Store(False))
    """Whether the last reading failed."""
    shown: Store[str | None] = field(default_factory=lambda: Store[str | None](None))
    """The file that is looked at."""
    renaming: Store[Attachment | None] = field(
        default_factory=lambda: Store[Attachment | None](None)
    )
    doomed: Store[Attachment | None] = field(default_factory=lambda: Store[Attachment | None](None))
    """The file of which it is asked whether it is to be deleted."""

    @property
    def uploads(self) -> Uploads:
        """The files on their way to the contact."""
        return Uploads(self.session, self.contact_id)

    def take(self, connection: Mapping[str, Any]) -> None:
        """Show what was read."""
        files = tuple(edge["node"] for edge in connection["edges"])
        self.listed.set(Listed(files, connection["totalCount"]))

    async def read(self, *, more: bool = False) -> None:
        """Read as many as are shown anew, or more of them."""
        listed = self.listed.value
        size = len(listed.files) if listed else FIRST
        values = {
            "contactId": self.contact_id,
            "first": MOST if more else min(MOST, max(FIRST, size)),
        }
        try:
            data = await self.session.client.run(load("attachments/list_attachments"), values)
        except OperationFailed as error:
            self.failed.set(True)
            report(error, self.session)
            return
        self.failed.set(False)
        self.take(data["attachments"])
        self.usage.set(data["fileUsage"])

    def find(self, attachment_id: str) -> Attachment | None:
        """Return one of the files that are shown."""
        files: Sequence[Attachment] = self.listed.value.files if self.listed.value else ()
        return next((each for each in files if each["id"] == attachment_id), None)

    async def open(self, attachment_id: str) -> Attachment | None:
        """Return a file with addresses that work now; say so when it is gone."""
        operation = load("attachments/read_attachment")
        try:
            data = await self.session.client.run(operation, {"id": attachment_id})
        except OperationFailed as error:
            report(error, self.session)
            return None
        found: Attachment | None = data["node"]
        if found is None:
            self.say_refusal({"code": "NOT_FOUND", "path": [], "parameters": []})
            await self.read()
        return found

    async def run(self, verb: str, values: dict[str, Any]) -> Mapping[str, Any] | None:
        """Do something with files; what is refused is said in a toast, and None returned."""
        operation = load(f"attachments/{verb}")
        try:
            data = await self.session.client.run(operation, {"input": values})
        except OperationFailed as error:
            report(error, self.session)
            return None
        payload: Mapping[str, Any] = data[operation.field]
        if payload["errors"]:
            self.say_refusal(payload["errors"][0])
            await self.read()
            return None
        await self.read()
        return payload

    def say_refusal(self, refusal: Any) -> None:
        """Say in a toast why something was not done."""
        self.session.toasts.show(explain(refusal), kind="error")
