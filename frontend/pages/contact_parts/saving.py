"""Saving edits of a contact: at once where nothing stands against it, else as a conflict to be
settled by the user.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from frontend.client import OperationFailed, UserError
from frontend.errors import report
from frontend.operations import load
from frontend.pages.contact_parts.edits import Contact, Edit
from frontend.pages.contact_parts.field_values import FIELD
from frontend.session import Session

MOST_TRIES = 4


@dataclass(frozen=True, slots=True)
class EditConflict:
    """Edits that somebody else's change stands against. `edits` are all that were to be saved."""

    edits: tuple[Edit, ...]
    current: Contact
    changed_by: str | None

    @property
    def disputed(self) -> tuple[Edit, ...]:
        return tuple(edit for edit in self.edits if not edit.is_free(self.current))

    def settled(self, kept_fields: frozenset[int]) -> tuple[Edit, ...]:
        """Return the edits to save: all undisputed ones, and the disputed ones whose place is in
        `kept_fields`.
        """
        disputed = self.disputed
        kept = [disputed[place] for place in sorted(kept_fields)]
        free = [edit for edit in self.edits if edit not in disputed]
        return (*free, *(edit.rebased(self.current) for edit in kept))


@dataclass(frozen=True, slots=True)
class Saved:
    """What became of it: the contact as it is now, or refusals, or a conflict; nothing when it
    failed and was said.
    """

    contact: Contact | None = None
    errors: tuple[UserError, ...] = ()
    conflict: EditConflict | None = None


async def save_edits(session: Session, current: Contact, edits: Sequence[Edit]) -> Saved:
    """Save edits over a contact, or over a newer version of it where they do not touch what
    changed.
    """
    operation, changed_by = load("contacts/update_contact"), current.get("updatedBy")
    for _ in range(MOST_TRIES):
        conflict = EditConflict(tuple(edits), current, changed_by)
        if conflict.disputed:
            return Saved(conflict=conflict)
        values = _inputs(edits, current)
        values |= {"id": current["id"], "version": current["version"]}
        try:
            payload = (await session.client.run(operation, {"input": values}))[operation.field]
        except OperationFailed as error:
            report(error, session)
            return Saved()
        if payload["conflict"]:
            current = payload["conflict"]["current"]
            changed_by = payload["conflict"]["changedBy"]
        elif payload["errors"]:
            return Saved(errors=tuple(payload["errors"]))
        else:
            return Saved(contact=payload["contact"])
    return Saved(conflict=EditConflict(tuple(edits), current, changed_by))


def _inputs(edits: Sequence[Edit], current: Contact) -> dict[str, Any]:
    """Return what edits change, by the API's names; edits of several custom fields go together."""
    values: dict[str, Any] = {}
    for edit in edits:
        given = edit.input(current)
        values[edit.field] = [*values.get(FIELD, ()), *given] if edit.field == FIELD else given
    return values
