"""What mutations of cards take, and answer."""

from __future__ import annotations

from datetime import date

import strawberry

from backend.core import money
from backend.core.graphql import Payload
from backend.core.graphql.enums import describe_enum
from backend.core.graphql.money import MoneyInput
from backend.core.graphql.optional import given
from backend.core.ids import decode_id
from backend.workflows.rules.kinds import CardPlace
from backend.workflows.schema.types import Card, WorkflowStep
from backend.workflows.service import (
    UNSET,
    Beside,
    CardChanges,
    CardDraft,
    CardMove,
    PersonDraft,
)

describe_enum(
    CardPlace,
    "An end of a step.",
    {"TOP": "Before all others.", "BOTTOM": "Behind all others."},
)


def _contact(value: strawberry.ID | None) -> int | None:
    return None if value is None else decode_id(value, "Contact", ("contactId",))


def _member(value: strawberry.ID | None) -> int | None:
    return None if value is None else decode_id(value, "Member", ("assigneeId",))


def _card(value: strawberry.ID | None, name: str) -> int | None:
    return None if value is None else decode_id(value, "Card", (name,))


def _money(value: MoneyInput | None) -> money.Money | None:
    return None if value is None else money.Money(value.minor, value.currency)


@strawberry.input
class NewCardContactInput:
    """A contact to make on the spot."""

    name: str = strawberry.field(description="What it is called, as one name.")
    email: str | None = strawberry.field(default=strawberry.UNSET, description="Its main e-mail.")


@strawberry.input
class AddCardInput:
    """A card to add; it needs a title or a contact."""

    step_id: strawberry.ID = strawberry.field(description="To which step.")
    title: str | None = strawberry.field(
        default=strawberry.UNSET, description="What it is about; at most 300 characters."
    )
    contact_id: strawberry.ID | None = strawberry.field(
        default=strawberry.UNSET, description="Its main contact."
    )
    new_contact: NewCardContactInput | None = strawberry.field(
        default=strawberry.UNSET,
        description="Its main contact, made on the spot; not together with `contactId`.",
    )
    value: MoneyInput | None = strawberry.field(
        default=strawberry.UNSET, description="What it is worth; from 0."
    )
    due_on: date | None = strawberry.field(
        default=strawberry.UNSET, description="The day that it is due."
    )
    assignee_id: strawberry.ID | None = strawberry.field(
        default=strawberry.UNSET, description="The member whose it is."
    )
    place: CardPlace = strawberry.field(
        default=CardPlace.BOTTOM, description="At which end of the step."
    )
    idempotency_key: str | None = strawberry.field(
        default=strawberry.UNSET,
        description="The same key and input again answer with the first card. Not blank, at most "
        "200 characters.",
    )

    def to_draft(self) -> CardDraft:
        """Return the domain's draft."""
        person = given(self.new_contact)
        return CardDraft(
            decode_id(self.step_id, "WorkflowStep", ("stepId",)),
            given(self.title),
            _contact(given(self.contact_id)),
            PersonDraft(person.name, given(person.email)) if person else None,
            _money(given(self.value)),
            given(self.due_on),
            _member(given(self.assignee_id)),
            Beside(place=self.place),
        )


@strawberry.input
class UpdateCardInput:
    """A change of a card; what is left out stays, null clears."""

    id: strawberry.ID = strawberry.field(description="Which card.")
    version: int = strawberry.field(
        description="The version that the change started from. It is refused if somebody edited "
        "the card since; moves do not matter."
    )
    title: str | None = strawberry.field(
        default=strawberry.UNSET, description="What it is about from now on."
    )
    contact_id: strawberry.ID | None = strawberry.field(
        default=strawberry.UNSET, description="Its main contact from now on."
    )
    value: MoneyInput | None = strawberry.field(
        default=strawberry.UNSET, description="What it is worth from now on; from 0."
    )
    due_on: date | None = strawberry.field(
        default=strawberry.UNSET, description="The day that it is due from now on."
    )
    assignee_id: strawberry.ID | None = strawberry.field(
        default=strawberry.UNSET, description="The member whose it is from now on."
    )
    lost_reason: str | None = strawberry.field(
        default=strawberry.UNSET,
        description="Why it was lost; only of a card in the lost step. At most 300 characters.",
    )

    def to_changes(self) -> CardChanges:
        """Return the domain's changes."""
        unset = strawberry.UNSET
        return CardChanges(
            UNSET if self.title is unset else self.title,
            UNSET if self.contact_id is unset else _contact(self.contact_id),
            UNSET if self.value is unset else _money(self.value),
            UNSET if self.due_on is unset else self.due_on,
            UNSET if self.assignee_id is unset else _member(self.assignee_id),
            UNSET if self.lost_reason is unset else self.lost_reason,
        )


@strawberry.input
class MoveCardInput:
    """Where a card goes: before or behind another card of the step; at its foot without one."""

    id: strawberry.ID = strawberry.field(description="Which card.")
    step_id: strawberry.ID = strawberry.field(
        description="To which step, of the same board or another."
    )
    before_id: strawberry.ID | None = strawberry.field(
        default=strawberry.UNSET, description="The card of that step that it is to stand before."
    )
    after_id: strawberry.ID | None = strawberry.field(
        default=strawberry.UNSET,
        description="The card of that step that it is to stand behind; not together with "
        "`beforeId`.",
    )
    place: CardPlace = strawberry.field(
        default=CardPlace.BOTTOM, description="At which end of the step, without a neighbour."
    )
    version: int = strawberry.field(
        description="The version that whoever moves it saw. It is refused if somebody moved the "
        "card since; edits do not matter."
    )
    lost_reason: str | None = strawberry.field(
        default=strawberry.UNSET,
        description="Why it was lost; only to the lost step. At most 300 characters.",
    )
    idempotency_key: str | None = strawberry.field(
        default=strawberry.UNSET,
        description="The same key and input again move nothing. Not blank, at most 200 characters.",
    )

    def to_move(self) -> CardMove:
        """Return the domain's move."""
        return CardMove(
            decode_id(self.step_id, "WorkflowStep", ("stepId",)),
            self.version,
            Beside(
                _card(given(self.before_id), "beforeId"),
                _card(given(self.after_id), "afterId"),
                self.place,
            ),
            given(self.lost_reason),
        )


@strawberry.input
class ArchiveCardsInput:
    """The cards to archive."""

    ids: list[strawberry.ID] = strawberry.field(description="Which cards; at most 200.")


@strawberry.input
class UnarchiveCardsInput:
    """The archived cards to put back on their boards."""

    ids: list[strawberry.ID] = strawberry.field(description="Which cards; at most 200.")


@strawberry.input
class DeleteCardsInput:
    """The cards to delete."""

    ids: list[strawberry.ID] = strawberry.field(description="Which cards; at most 200.")


@strawberry.input
class RestoreCardsInput:
    """The deleted cards to bring back."""

    ids: list[strawberry.ID] = strawberry.field(description="Which cards; at most 200.")


@strawberry.type
class CardConflict:
    """What somebody else did to a card meanwhile."""

    current: Card = strawberry.field(description="The card as it is now, and where.")
    changed_by: str = strawberry.field(description="Who changed or moved it last, as named then.")


@strawberry.type
class AddCardPayload(Payload):
    """What adding a card answers."""

    card: Card | None = strawberry.field(default=None, description="The new card.")


@strawberry.type
class UpdateCardPayload(Payload):
    """What changing a card answers."""

    card: Card | None = strawberry.field(default=None, description="The card as it is now.")
    conflict: CardConflict | None = strawberry.field(
        default=None, description="What somebody else saved meanwhile, beside STALE_VERSION."
    )


@strawberry.type
class MoveCardPayload(Payload):
    """What moving a card answers. Where it was takes the move back, by another one."""

    card: Card | None = strawberry.field(default=None, description="The card as it is now.")
    from_step_id: strawberry.ID | None = strawberry.field(
        default=None, description="The step that it was in; null where a key was used again."
    )
    from_after_id: strawberry.ID | None = strawberry.field(
        default=None, description="The card that it stood behind; null at the top."
    )
    conflict: CardConflict | None = strawberry.field(
        default=None, description="Where somebody else moved it meanwhile, beside STALE_VERSION."
    )
    steps: list[WorkflowStep] = strawberry.field(
        default_factory=list,
        description="The steps to choose from, beside STEP_GONE.",
    )


@strawberry.type
class ArchiveCardsPayload(Payload):
    """What archiving cards answers."""

    cards: list[Card] = strawberry.field(
        default_factory=list, description="The cards as they are now."
    )


@strawberry.type
class UnarchiveCardsPayload(Payload):
    """What putting archived cards back answers."""

    cards: list[Card] = strawberry.field(
        default_factory=list, description="The cards as they are now."
    )


@strawberry.type
class DeleteCardsPayload(Payload):
    """What deleting cards answers."""

    deleted_ids: list[strawberry.ID] = strawberry.field(
        default_factory=list, description="The cards that are gone; `restoreCards` takes them."
    )


@strawberry.type
class RestoreCardsPayload(Payload):
    """What restoring cards answers."""

    cards: list[Card] = strawberry.field(
        default_factory=list, description="The cards as they are now."
    )
