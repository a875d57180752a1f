"""Object types, inputs and payloads of Google accounts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

import strawberry

from backend.core.graphql import Node, Payload, row_type
from backend.core.graphql.enums import describe_enum
from backend.google.rows import LabelKind
from backend.imports.schema.types import ContactImport

describe_enum(
    LabelKind,
    "What a label at Google is.",
    {
        "EVERYBODY": "No label: all contacts.",
        "LABEL": "A label that somebody made.",
        "STARRED": "Who is starred.",
        "FRIENDS": "Google's own group of friends.",
        "FAMILY": "Google's own group of the family.",
        "COWORKERS": "Google's own group of people at work.",
    },
    name="GoogleLabelKind",
)


@strawberry.type
class GoogleLabel:
    """A label of a Google account, or all of its contacts."""

    name: str = strawberry.field(
        description="What the import is asked for by; empty for all contacts."
    )
    title: str = strawberry.field(description="What people call it; empty for all contacts.")
    kind: LabelKind = strawberry.field(description="What it is.")
    count: int | None = strawberry.field(
        description="How many contacts have it, as Google said last."
    )
    imported_at: datetime | None = strawberry.field(
        description="When the last whole import of it began, from which changes can be counted; "
        "null before the first, and when it was undone."
    )


@dataclass(slots=True)
class ShownAccount:
    """A Google account with all that its type shows."""

    id: str
    email: str
    is_connected: bool
    labels: list[GoogleLabel]
    labels_at: datetime | None
    connected_at: datetime


@row_type(ShownAccount)
class GoogleAccount(Node):
    """A Google account that the caller connected; nobody else sees it."""

    email: str = strawberry.field(description="Its e-mail address.")
    is_connected: bool = strawberry.field(
        description="Whether Google let Carnet in when it was asked last; else connect it again."
    )
    labels: list[GoogleLabel] = strawberry.field(
        description="All its contacts, then its labels; as `readGoogleLabels` found them last."
    )
    labels_at: datetime | None = strawberry.field(
        description="When they were read; null before the first time."
    )
    connected_at: datetime = strawberry.field(description="When it was connected.")


@strawberry.type
class GoogleContacts:
    """Importing from Google, as the caller can."""

    is_configured: bool = strawberry.field(
        description="Whether this server has a client at Google; without, nothing can be connected."
    )
    redirect_uri: str = strawberry.field(
        description="The address that is to be named in Google's console."
    )
    accounts: list[GoogleAccount] = strawberry.field(
        description="The Google accounts that the caller connected, the oldest first."
    )


@strawberry.input
class ConnectGoogleAccountInput:
    """The Google account to connect."""

    account_id: strawberry.ID | None = strawberry.field(
        default=strawberry.UNSET,
        description="One that is to be connected again; left out, Google asks which one.",
    )


@strawberry.input
class ReadGoogleLabelsInput:
    """The Google account whose labels are asked for."""

    id: strawberry.ID = strawberry.field(description="Which Google account.")


@strawberry.input
class DisconnectGoogleAccountInput:
    """The Google account to forget."""

    id: strawberry.ID = strawberry.field(description="Which Google account.")


@strawberry.input
class CreateGoogleImportInput:
    """The contacts to fetch."""

    account_id: strawberry.ID = strawberry.field(description="From which Google account.")
    label: str = strawberry.field(
        default="", description="The name of one of its labels; empty for all contacts."
    )
    only_changes: bool = strawberry.field(
        default=False,
        description="Only who is new or changed since the last whole import of the same label.",
    )
    idempotency_key: str | None = strawberry.field(
        default=strawberry.UNSET,
        description="The same key and input again answer with the first import.",
    )


@strawberry.input
class ResumeGoogleImportInput:
    """The fetch that is to go on."""

    id: strawberry.ID = strawberry.field(description="Which import.")


@strawberry.type
class ConnectGoogleAccountPayload(Payload):
    """What beginning to connect answers."""

    authorization_url: str | None = strawberry.field(
        default=None,
        description="Where the caller's browser goes to sign in at Google, within ten minutes. It "
        "comes back to this server, to the session that asked.",
    )


@strawberry.type
class ReadGoogleLabelsPayload(Payload):
    """What reading the labels answers."""

    google_account: GoogleAccount | None = strawberry.field(
        default=None, description="The account with its labels."
    )


@strawberry.type
class DisconnectGoogleAccountPayload(Payload):
    """What disconnecting answers."""

    google_account_id: strawberry.ID | None = strawberry.field(
        default=None, description="The account that is gone."
    )


@strawberry.type
class CreateGoogleImportPayload(Payload):
    """What asking for contacts answers."""

    contact_import: ContactImport | None = strawberry.field(
        default=None, description="The import, fetching."
    )


@strawberry.type
class ResumeGoogleImportPayload(Payload):
    """What letting a fetch go on answers."""

    contact_import: ContactImport | None = strawberry.field(
        default=None, description="The import, fetching."
    )
