"""Inputs and payloads of what is done to many contacts."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

import strawberry

from backend.contacts.changes import Change, Deletion, LabelsChange
from backend.contacts.kinds import SubscriptionStatus
from backend.contacts.schema.inputs import ContactSelection, label_ids
from backend.contacts.schema.job_types import Job
from backend.contacts.schema.values import CustomValueInput
from backend.contacts.service.requested import subscription_change, text_change, value_change
from backend.core.errors import Refusal, Required
from backend.core.graphql import Payload
from backend.core.graphql.enums import describe_enum
from backend.core.graphql.optional import given
from backend.core.permissions import Actor

_PATH = ("change",)


class EmailScope(StrEnum):
    """Which of a contact's e-mail addresses."""

    ALL = "all"
    MAIN = "main"


describe_enum(
    EmailScope,
    "Which of a contact's e-mail addresses.",
    {"ALL": "All of them.", "MAIN": "The main one, else the first."},
)


@strawberry.input
class LabelsChangeInput:
    """Labels to put on contacts, and to take off them; one named in both is taken off."""

    add: list[strawberry.ID] = strawberry.field(
        default_factory=list, description="Labels to put on."
    )
    remove: list[strawberry.ID] = strawberry.field(
        default_factory=list, description="Labels to take off."
    )


@strawberry.input
class SubscriptionChangeInput:
    """The subscription of e-mail addresses. Nobody is subscribed without a consent."""

    status: SubscriptionStatus = strawberry.field(description="What it becomes.")
    emails: EmailScope = strawberry.field(
        default=EmailScope.ALL, description="Of which addresses; all by default."
    )
    consent_source: str | None = strawberry.field(
        default=strawberry.UNSET,
        description="Where they agreed, such as a form or a fair; required to subscribe.",
    )
    consent_date: date | None = strawberry.field(
        default=strawberry.UNSET, description="On which day; required to subscribe."
    )
    include_unsubscribed: bool = strawberry.field(
        default=False,
        description="Whether addresses that unsubscribed change too; false by default.",
    )


@strawberry.input
class TextChangeInput:
    """A text for all."""

    value: str | None = strawberry.field(
        default=strawberry.UNSET, description="The text; null or blank clears the field."
    )


@strawberry.input(one_of=True)
class ContactsChange:
    """What is done to every contact: exactly one."""

    labels: strawberry.Maybe[LabelsChangeInput] = strawberry.field(
        description="Put labels on, take others off."
    )
    subscription: strawberry.Maybe[SubscriptionChangeInput] = strawberry.field(
        description="Set the subscription of e-mail addresses."
    )
    company: strawberry.Maybe[TextChangeInput] = strawberry.field(
        description="Set or clear the company."
    )
    position: strawberry.Maybe[TextChangeInput] = strawberry.field(
        description="Set or clear the position."
    )
    custom_value: strawberry.Maybe[CustomValueInput] = strawberry.field(
        description="Set or clear a custom field."
    )
    delete: strawberry.Maybe[bool] = strawberry.field(
        description="Put them into the trash; true is all that it can be."
    )

    async def to_change(self, actor: Actor) -> Change:
        """Return the domain's change.

        Raises:
            Refusals: what is wrong with it.
        """
        if self.labels:
            asked = self.labels.value
            return LabelsChange(label_ids(asked.add, "add"), label_ids(asked.remove, "remove"))
        if self.subscription:
            return _subscription(self.subscription.value)
        for name, text in (("company", self.company), ("position", self.position)):
            if text:
                return text_change(name, given(text.value.value), (*_PATH, name, "value"))
        if self.custom_value:
            path = (*_PATH, "customValue")
            try:
                draft = self.custom_value.value.to_draft(0)
            except Refusal as refusal:
                raise type(refusal)((*path, *refusal.path[2:]), **refusal.parameters) from None
            return await value_change(actor, draft, path)
        if self.delete and self.delete.value:
            return Deletion()
        raise Required(_PATH)


def _subscription(asked: SubscriptionChangeInput) -> Change:
    return subscription_change(
        asked.status,
        (*_PATH, "subscription"),
        main_only=asked.emails is EmailScope.MAIN,
        include_unsubscribed=asked.include_unsubscribed,
        consent_source=given(asked.consent_source),
        consent_date=given(asked.consent_date),
    )


@strawberry.input
class ChangeContactsInput:
    """Contacts, and what is done to each of them."""

    idempotency_key: str | None = strawberry.field(
        default=strawberry.UNSET,
        description="The same key and input again answer with the first job.",
    )
    selection: ContactSelection = strawberry.field(
        description="Which contacts; settled at once, whatever the change does to a filter."
    )
    change: ContactsChange = strawberry.field(description="What is done to each.")


@strawberry.input
class CancelJobInput:
    """The job to stop."""

    id: strawberry.ID = strawberry.field(description="Which job.")


@strawberry.input
class UndoJobInput:
    """The job to undo."""

    id: strawberry.ID = strawberry.field(description="Which job.")


@strawberry.type
class JobPayload(Payload):
    """Base of what is answered about a job."""

    job: Job | None = strawberry.field(
        default=None,
        description="The job as it is now. Of up to a thousand contacts it is over, unless an "
        "earlier job is still to come to one of them; of more it goes on: see `jobProgress`.",
    )


@strawberry.type
class ChangeContactsPayload(JobPayload):
    """What changing many contacts answers."""


@strawberry.type
class CancelJobPayload(JobPayload):
    """What stopping a job answers."""


@strawberry.type
class UndoJobPayload(JobPayload):
    """What undoing a job answers."""
