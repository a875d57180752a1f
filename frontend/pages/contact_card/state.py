"""The open contact as one window sees it: read once, followed, and saved field by field."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from frontend.client import OperationFailed
from frontend.errors import explain
from frontend.operations import Operation, load
from frontend.pages.contact_parts.edits import Contact, Edit
from frontend.pages.contact_parts.saving import EditConflict, save_edits
from frontend.session import Session
from frontend.store import Store

NO_SUCH_CONTACT = frozenset({"BAD_USER_INPUT", "NOT_FOUND"})


def is_deleted(contact: Contact | None) -> bool:
    """Tell whether the contact lies in the trash, where it cannot be changed."""
    return bool((contact or {}).get("deletedAt"))


@dataclass(eq=False)
class CardState:
    """The contact behind a card. Each part of the card watches the fields it shows."""

    session: Session
    contact_id: str
    contact: Store[Contact | None] = field(default_factory=lambda: Store[Contact | None](None))
    missing: Store[bool] = field(default_factory=lambda: Store(False))
    """True when there is no such contact, or it was deleted for good."""
    cursor: Store[str | None] = field(default_factory=lambda: Store[str | None](None))
    """The place in the history that the contact was read at, None before."""
    conflict: Store[EditConflict | None] = field(
        default_factory=lambda: Store[EditConflict | None](None)
    )

    failed: Store[bool] = field(default_factory=lambda: Store(False))
    """Whether the last reading failed."""
    answers: Store[int] = field(default_factory=lambda: Store(0))
    """Grows when a save is settled: fields that are not being typed in show what is saved."""

    async def read(self) -> None:
        """Read the contact."""
        await self.read_by(load("contacts/read_contact"), {})

    async def read_by(
        self, operation: Operation[Any], variables: Mapping[str, Any]
    ) -> Mapping[str, Any]:
        """Read the contact by an operation of its id; an id out of a mangled link is a contact that
        is gone. Returns the answer, empty for one that is gone.
        """
        try:
            data: Mapping[str, Any] = await self.session.client.run(
                operation, {"id": self.contact_id, **variables}
            )
        except OperationFailed as error:
            if error.code not in NO_SUCH_CONTACT:
                self.failed.set(True)
                raise
            self.missing.set(True)
            return {}
        self.failed.set(False)
        self.take(data["contact"])
        self.missing.set(data["contact"] is None)
        self.cursor.set((data["viewer"] or {}).get("cursor"))
        return data

    def follow(self, event: Mapping[str, Any]) -> None:
        """Take in an event of `contactChanged`."""
        if event["contact"] is None:
            self.missing.set(True)
        else:
            self.missing.set(False)
            self.take(event["contact"])

    def take(self, contact: Contact | None) -> None:
        """Show a contact unless what is shown is newer; one that was merged is another from then
        on.
        """
        shown = self.contact.value
        if contact is None:
            return
        if shown is None or contact["id"] != shown["id"] or contact["version"] >= shown["version"]:
            self.contact.set(contact)

    def settle(self) -> None:
        """Close a conflict, and let every field show what is saved."""
        self.conflict.set(None)
        self.answers.update(lambda count: count + 1)

    async def save(self, edits: Sequence[Edit]) -> tuple[str, ...]:
        """Save edits; return the words of what was refused. A conflict is put to the user."""
        current = self.contact.value
        if current is None or not edits:
            return ()
        saved = await save_edits(self.session, current, edits)
        if saved.conflict is not None:
            self.take(saved.conflict.current)
            self.conflict.set(saved.conflict)
        if saved.contact is not None:
            self.take(saved.contact)
            self.settle()
        return tuple(explain(error) for error in saved.errors)
