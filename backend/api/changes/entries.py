"""A change as the API shows it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import strawberry

from backend.api.changes.subjects import SubjectType
from backend.core.graphql.facts import ChangeActor, FactRow, shown_payload
from backend.core.graphql.scalars import JSON
from backend.core.ids import encode_id


@dataclass(frozen=True, slots=True)
class ChangeEntry(FactRow):
    """A change with the properties that the schema's fields are read from."""

    @property
    def sequence(self) -> int:
        """Its number within the account."""
        return self.change.sequence

    @property
    def subject_type(self) -> str:
        """The type of what it is about."""
        return self.change.subject_type

    @property
    def subject_id(self) -> str:
        """The global id of what it is about."""
        return encode_id(self.change.subject_type, self.change.subject_id)

    @property
    def payload(self) -> dict[str, Any]:
        """The rest of the fact, in the schema's names and global ids."""
        return shown_payload(self.change)

    @property
    def request_id(self) -> str:
        """The request that made it."""
        return self.change.request_id


@strawberry.type(name="Change")
class ChangeType:
    """Something that happened in the account; never altered afterwards."""

    cursor: str = strawberry.field(description="Where to resume after this change.")
    sequence: int = strawberry.field(
        description="Its number within the account; each change has the next one, without a gap."
    )
    at: datetime = strawberry.field(description="When it happened.")
    kind: str = strawberry.field(
        description="What happened, such as `contact.created`. New kinds may be added."
    )
    subject_type: SubjectType = strawberry.field(description="What it is about.")
    subject_id: strawberry.ID = strawberry.field(
        description="The global id of what it is about, which may be gone by now."
    )
    actor: ChangeActor = strawberry.field(description="Who made it.")
    payload: JSON = strawberry.field(description="What else is known about it, by its kind.")
    request_id: str = strawberry.field(
        description="The request that made it; several changes may come from one."
    )
