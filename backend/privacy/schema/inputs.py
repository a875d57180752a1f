"""What mutations of privacy requests take, and answer."""

from __future__ import annotations

import strawberry

from backend.core.graphql import Payload
from backend.core.graphql.optional import given
from backend.privacy.details import Details
from backend.privacy.rules import RequestKind
from backend.privacy.schema.types import PrivacyRequest


@strawberry.input
class PrivacyDetailsInput:
    """What a person who asks said of themselves: at least one of these."""

    name: str | None = strawberry.field(
        default=strawberry.UNSET, description="Their name; at most 200 characters."
    )
    email: str | None = strawberry.field(default=strawberry.UNSET, description="Their e-mail.")
    phone: str | None = strawberry.field(
        default=strawberry.UNSET,
        description="Their phone as typed; without a country code it is of the account's country.",
    )

    def to_details(self) -> Details:
        """Return the domain's details."""
        return Details(given(self.name), given(self.email), given(self.phone))


@strawberry.input
class CreatePrivacyRequestInput:
    """A person's request."""

    kind: RequestKind = strawberry.field(description="What is asked for.")
    details: PrivacyDetailsInput = strawberry.field(
        description="What the person said of themselves."
    )
    contact_ids: list[strawberry.ID] = strawberry.field(
        default_factory=list,
        description="The contacts that are the person, if that is known; at most 20. Confirmed "
        "then, so that a copy begins at once.",
    )
    idempotency_key: str | None = strawberry.field(
        default=strawberry.UNSET, description="The same key again answers with the same request."
    )


@strawberry.input
class ConfirmPrivacyRequestInput:
    """Whose data a request is about."""

    id: strawberry.ID = strawberry.field(description="Which request.")
    contact_ids: list[strawberry.ID] = strawberry.field(
        description="All contacts that are the person; 1 to 20."
    )


@strawberry.input
class CancelPrivacyRequestInput:
    """Which request is called off."""

    id: strawberry.ID = strawberry.field(description="Which request.")


@strawberry.type
class PrivacyRequestPayload(Payload):
    """What doing something with a privacy request answers."""

    request: PrivacyRequest | None = strawberry.field(
        default=None, description="The request as it is; null when it was refused."
    )
