"""What mutations of what cards hold take, and answer."""

from __future__ import annotations

import strawberry

from backend.core.graphql import Payload
from backend.workflows.schema.detail_types import CardNote, ChecklistItem
from backend.workflows.schema.types import Card

_KEY = (
    "The same key and input again answer with the first result. Not blank, at most 200 characters."
)


@strawberry.input
class AddChecklistItemInput:
    """A new point of a checklist."""

    card_id: strawberry.ID = strawberry.field(description="Which card.")
    text: str = strawberry.field(
        description="What is to be done, in a line; not blank, at most 500 characters."
    )
    idempotency_key: str | None = strawberry.field(default=strawberry.UNSET, description=_KEY)


@strawberry.input
class UpdateChecklistItemInput:
    """A change of a point; what is left out stays."""

    id: strawberry.ID = strawberry.field(description="Which point.")
    text: str | None = strawberry.field(
        default=strawberry.UNSET, description="What it says from now on."
    )
    done: bool | None = strawberry.field(
        default=strawberry.UNSET, description="Whether it is ticked off."
    )


@strawberry.input
class MoveChecklistItemInput:
    """Where a point goes: beside another of its card, or without one to the end."""

    id: strawberry.ID = strawberry.field(description="Which point.")
    before_id: strawberry.ID | None = strawberry.field(
        default=strawberry.UNSET, description="The point that it is to stand before."
    )
    after_id: strawberry.ID | None = strawberry.field(
        default=strawberry.UNSET, description="The point that it is to stand behind."
    )


@strawberry.input
class DeleteChecklistItemInput:
    """The point to delete."""

    id: strawberry.ID = strawberry.field(description="Which point.")


@strawberry.input
class RestoreChecklistItemInput:
    """The deleted point to bring back."""

    id: strawberry.ID = strawberry.field(description="Which point.")


@strawberry.input
class AddCardNoteInput:
    """A new note on a card."""

    card_id: strawberry.ID = strawberry.field(description="Which card.")
    text: str = strawberry.field(
        description="What it says, in Markdown; not blank, at most 20,000 characters."
    )
    idempotency_key: str | None = strawberry.field(default=strawberry.UNSET, description=_KEY)


@strawberry.input
class UpdateCardNoteInput:
    """A change of what a note says."""

    id: strawberry.ID = strawberry.field(description="Which note.")
    version: int = strawberry.field(description="The version that the change started from.")
    text: str = strawberry.field(description="What it says from now on, in Markdown.")


@strawberry.input
class DeleteCardNoteInput:
    """The note to delete."""

    id: strawberry.ID = strawberry.field(description="Which note.")


@strawberry.input
class RestoreCardNoteInput:
    """The deleted note to bring back."""

    id: strawberry.ID = strawberry.field(description="Which note.")


@strawberry.input
class AddCardFilesInput:
    """Uploaded files for a card."""

    card_id: strawberry.ID = strawberry.field(description="Which card.")
    upload_ids: list[strawberry.ID] = strawberry.field(
        description="Uploads of the caller's that are finished (`createFileUpload`)."
    )


@strawberry.input
class DeleteCardFilesInput:
    """The files to delete."""

    card_id: strawberry.ID = strawberry.field(description="The card that has them.")
    ids: list[strawberry.ID] = strawberry.field(description="Which files.")


@strawberry.input
class RestoreCardFilesInput:
    """The deleted files to bring back."""

    card_id: strawberry.ID = strawberry.field(description="The card that had them.")
    ids: list[strawberry.ID] = strawberry.field(description="Which files.")


@strawberry.input
class LinkCardContactsInput:
    """Further contacts for a card."""

    id: strawberry.ID = strawberry.field(description="Which card.")
    contact_ids: list[strawberry.ID] = strawberry.field(description="Whom it is about too.")


@strawberry.input
class UnlinkCardContactInput:
    """A further contact to take off a card."""

    id: strawberry.ID = strawberry.field(description="Which card.")
    contact_id: strawberry.ID = strawberry.field(description="Whom it is about no longer.")


@strawberry.input
class LabelCardsInput:
    """Labels to put on cards, and to take off."""

    ids: list[strawberry.ID] = strawberry.field(description="Which cards; at most 200.")
    add: list[strawberry.ID] = strawberry.field(
        default_factory=list, description="Labels that they carry from now on."
    )
    remove: list[strawberry.ID] = strawberry.field(
        default_factory=list, description="Labels that they carry no longer."
    )


@strawberry.type
class AddChecklistItemPayload(Payload):
    """What adding a point answers."""

    item: ChecklistItem | None = strawberry.field(
        default=None, description="The point as it is now."
    )
    card: Card | None = strawberry.field(default=None, description="Its card as it is now.")


@strawberry.type
class UpdateChecklistItemPayload(Payload):
    """What changing a point answers."""

    item: ChecklistItem | None = strawberry.field(
        default=None, description="The point as it is now."
    )
    card: Card | None = strawberry.field(default=None, description="Its card as it is now.")


@strawberry.type
class MoveChecklistItemPayload(Payload):
    """What moving a point answers."""

    item: ChecklistItem | None = strawberry.field(
        default=None, description="The point as it is now."
    )
    card: Card | None = strawberry.field(default=None, description="Its card as it is now.")


@strawberry.type
class RestoreChecklistItemPayload(Payload):
    """What restoring a point answers."""

    item: ChecklistItem | None = strawberry.field(
        default=None, description="The point as it is now."
    )
    card: Card | None = strawberry.field(default=None, description="Its card as it is now.")


@strawberry.type
class DeleteChecklistItemPayload(Payload):
    """What deleting a point answers."""

    deleted_id: strawberry.ID | None = strawberry.field(
        default=None,
        description="The point that is gone; `restoreChecklistItem` takes it back for 30 days.",
    )
    card: Card | None = strawberry.field(default=None, description="The card as it is now.")


@strawberry.type
class AddCardNotePayload(Payload):
    """What adding a note answers."""

    note: CardNote | None = strawberry.field(default=None, description="The note as it is now.")
    card: Card | None = strawberry.field(default=None, description="Its card as it is now.")


@strawberry.type
class UpdateCardNotePayload(Payload):
    """What changing a note answers."""

    note: CardNote | None = strawberry.field(default=None, description="The note as it is now.")
    conflict: CardNote | None = strawberry.field(
        default=None,
        description="What somebody else saved meanwhile; beside the error STALE_VERSION.",
    )
    card: Card | None = strawberry.field(default=None, description="Its card as it is now.")


@strawberry.type
class RestoreCardNotePayload(Payload):
    """What restoring a note answers."""

    note: CardNote | None = strawberry.field(default=None, description="The note as it is now.")
    card: Card | None = strawberry.field(default=None, description="Its card as it is now.")


@strawberry.type
class DeleteCardNotePayload(Payload):
    """What deleting a note answers."""

    deleted_id: strawberry.ID | None = strawberry.field(
        default=None,
        description="The note that is gone; `restoreCardNote` takes it back for 30 days.",
    )
    card: Card | None = strawberry.field(default=None, description="The card as it is now.")


@strawberry.type
class AddCardFilesPayload(Payload):
    """What adding files answers."""

    card: Card | None = strawberry.field(default=None, description="The card as it is now.")


@strawberry.type
class DeleteCardFilesPayload(Payload):
    """What deleting files answers."""

    card: Card | None = strawberry.field(default=None, description="The card as it is now.")


@strawberry.type
class RestoreCardFilesPayload(Payload):
    """What restoring files answers."""

    card: Card | None = strawberry.field(default=None, description="The card as it is now.")


@strawberry.type
class LinkCardContactsPayload(Payload):
    """What linking contacts answers."""

    card: Card | None = strawberry.field(default=None, description="The card as it is now.")


@strawberry.type
class UnlinkCardContactPayload(Payload):
    """What unlinking a contact answers."""

    card: Card | None = strawberry.field(default=None, description="The card as it is now.")


@strawberry.type
class LabelCardsPayload(Payload):
    """What labelling cards answers."""

    cards: list[Card] = strawberry.field(
        default_factory=list, description="The cards as they are now."
    )
