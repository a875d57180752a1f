"""Object types of privacy requests."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

import strawberry

from backend.contacts.schema.types import Contact
from backend.contacts.schema.types import wanted as wanted_of_contact
from backend.contacts.service.finding import PersonReason, contacts_by_id
from backend.core.graphql import Info, Node, Selection, row_type
from backend.core.graphql.enums import describe_enum
from backend.core.graphql.nodes import node_readers
from backend.core.permissions import Permission
from backend.privacy.details import Details
from backend.privacy.queries import requests_by_id
from backend.privacy.rows import RequestRow
from backend.privacy.rules import RequestKind, RequestState
from backend.privacy.schema.copy_types import PrivacyCopy, add_copies
from backend.privacy.schema.erasure_types import ErasureCertificate
from backend.privacy.service.matching import Match

describe_enum(
    RequestKind,
    "What a person asks for.",
    {
        "COPY": "A copy of everything that is held about them.",
        "ERASURE": "That it is erased, but for what the law makes the account keep.",
    },
    name="PrivacyRequestKind",
)
describe_enum(
    RequestState,
    "Where a privacy request stands.",
    {
        "NEW": "Written down; whose data it is about is still to be confirmed.",
        "MATCHED": "Whose data it is about is confirmed. An erasure waits to be confirmed itself.",
        "WAITING": "An erasure was confirmed and begins at `eraseAfter`; it can be cancelled.",
        "RUNNING": "Being done.",
        "READY": "The copy can be fetched.",
        "DONE": "Done: the copy was made and its file is gone, or the person is erased.",
        "CANCELLED": "Called off.",
        "FAILED": "It could not be done, see `problem`; confirm it again to try once more.",
    },
    name="PrivacyRequestState",
)
describe_enum(
    PersonReason,
    "Why a contact may be the person who asks.",
    {
        "EMAIL": "It has the e-mail.",
        "PHONE": "It has the phone.",
        "NAME": "It has the name, or nearly.",
    },
    name="PrivacyMatchReason",
)


@row_type(Details)
class PrivacyDetails:
    """What a person who asks said of themselves."""

    name: str | None = strawberry.field(description="Their name.")
    email: str | None = strawberry.field(description="Their e-mail.")
    phone: str | None = strawberry.field(description="Their phone.")


@row_type(Match)
class PrivacyMatch:
    """A contact that may be the person who asks; several may be one person."""

    contact: Contact = strawberry.field(description="The contact; it may be in the trash.")
    reasons: list[PersonReason] = strawberry.field(description="What it shares; strongest first.")


@row_type(RequestRow)
class PrivacyRequest(Node):
    """What a person asked about their data, and how far that is."""

    kind: RequestKind = strawberry.field(description="What is asked for.")
    state: RequestState = strawberry.field(description="Where it stands.")
    version: int = strawberry.field(description="Grows with every change.")
    details: PrivacyDetails | None = strawberry.field(
        description="What the person said of themselves; null once they are erased."
    )
    contacts: list[Contact] = strawberry.field(
        description="The contacts that were confirmed as the person and are still there, in the "
        "trash too."
    )
    contact_count: int = strawberry.field(
        description="How many contacts were confirmed, also those that are gone since."
    )
    created_at: datetime = strawberry.field(description="When it was written down.")
    created_by: str = strawberry.field(description="Who wrote it down, as named then.")
    due_at: datetime = strawberry.field(
        description="When it is to be done: 48 hours after it was written down."
    )
    erase_after: datetime | None = strawberry.field(
        description="When an erasure that was confirmed begins; it can be cancelled until then."
    )
    started_at: datetime | None = strawberry.field(description="When the work began.")
    finished_at: datetime | None = strawberry.field(description="When it was done or called off.")
    problem: str | None = strawberry.field(description="The code of why it failed.")
    certificate: ErasureCertificate | None = strawberry.field(
        description="What an erasure did, free of the person; null before it is done."
    )
    copy: PrivacyCopy | None = strawberry.field(
        description="The archive of a copy; null before it is made, and of erasures."
    )


@strawberry.type
class PrivacyRequestsChanged:
    """What happened to privacy requests in one step."""

    cursor: str = strawberry.field(description="Where to resume: `after` this, nothing is missed.")
    reset: bool = strawberry.field(
        description="Whether too much happened to tell: read the list again."
    )
    changed: list[PrivacyRequest] = strawberry.field(
        description="Requests as they are now, new ones too."
    )


async def complete(info: Info, rows: Collection[RequestRow], selection: Selection) -> None:
    """Give requests what a selection on them asks for beside their own columns."""
    if "copy" in selection:
        await add_copies(info.context.actor, rows)
    if "contacts" not in selection:
        return
    keys = {key for row in rows for key in row.contact_keys}
    found = await contacts_by_id(
        info.context.actor, keys, wanted_of_contact(selection.at("contacts"))
    )
    for row in rows:
        row.contacts = [found[key] for key in row.contact_keys if key in found]


async def _read(info: Info, keys: Sequence[int]) -> Mapping[int, Any]:
    if not info.context.actor.can(Permission.MANAGE_PRIVACY):
        return {}
    found = await requests_by_id(info.context.actor, keys)
    await complete(info, found.values(), Selection.of(info).on("PrivacyRequest"))
    return found


node_readers.register("PrivacyRequest", _read)
