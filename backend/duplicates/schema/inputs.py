"""Inputs and payloads of this domain's mutations."""

from __future__ import annotations

import strawberry

from backend.contacts.schema.types import Contact
from backend.core.graphql import Payload
from backend.duplicates.merging import MergeField
from backend.duplicates.schema.types import DuplicatePair


@strawberry.input
class DismissDuplicateInput:
    """A pair that is two people."""

    id: strawberry.ID = strawberry.field(description="Which pair.")
    undo: bool = strawberry.field(
        default=False, description="Put it back on the list instead; false by default."
    )


@strawberry.input
class MergeContactsInput:
    """Two contacts that become one, with all that both have."""

    kept_id: strawberry.ID = strawberry.field(description="The contact whose id stays.")
    kept_version: int = strawberry.field(description="The version of it that was seen.")
    other_id: strawberry.ID = strawberry.field(
        description="The contact that it takes in; its id answers with the kept one from then on."
    )
    other_version: int = strawberry.field(description="The version of it that was seen.")
    take_from_other: list[MergeField] = strawberry.field(
        default_factory=list, description="Fields of which the other's value stays."
    )
    take_custom_fields_from_other: list[strawberry.ID] = strawberry.field(
        default_factory=list,
        description="Custom fields of which the other's value stays, where it has one.",
    )
    idempotency_key: str | None = strawberry.field(
        default=strawberry.UNSET,
        description="The same key and input again answer with the first merge.",
    )


@strawberry.input
class UndoMergeInput:
    """The merge to take back."""

    id: strawberry.ID = strawberry.field(description="What `mergeContacts` answered as `undo`.")


@strawberry.type
class DismissDuplicatePayload(Payload):
    """What dismissing a pair answers."""

    pair: DuplicatePair | None = strawberry.field(
        default=None, description="The pair as it is now."
    )


@strawberry.type
class MergeContactsPayload(Payload):
    """What merging contacts answers."""

    contact: Contact | None = strawberry.field(
        default=None, description="The contact that has it all."
    )
    undo: strawberry.ID | None = strawberry.field(
        default=None, description="Give this to `undoMerge` within 30 days to take it back."
    )


@strawberry.type
class UndoMergePayload(Payload):
    """What taking a merge back answers."""

    kept: Contact | None = strawberry.field(
        default=None, description="The contact that had taken in the other."
    )
    other: Contact | None = strawberry.field(
        default=None, description="The contact that there is again."
    )
