"""Object types of duplicates."""

from __future__ import annotations

import strawberry

from backend.contacts.rows import Wanted
from backend.contacts.schema.types import (
    Contact,
    ContactAddress,
    ContactEmail,
    ContactPhone,
    wanted,
)
from backend.core.graphql import Node, Selection, row_type
from backend.core.graphql.enums import describe_enum
from backend.duplicates.merging import MergeField
from backend.duplicates.rows import PairedRow
from backend.duplicates.rules import PairReason
from backend.labels.schema import Label

describe_enum(
    PairReason,
    "Why two contacts may be one person.",
    {
        "EMAIL": "They have the same e-mail address.",
        "PHONE": "They have the same phone number, and their names do not speak against it.",
        "COMPANY": "Their names are close and their company is the same.",
        "DOMAIN": "Their names are close and an e-mail of each is of the same organisation.",
        "ADDRESS": "Their names are close and so are their postal addresses.",
    },
)
describe_enum(
    MergeField,
    "What a contact has one of: merging two, somebody chooses whose.",
    {
        "GIVEN_NAME": "The given name.",
        "FAMILY_NAME": "The family name.",
        "COMPANY": "The company.",
        "POSITION": "The position.",
        "PHOTO": "The photo.",
    },
)


def wanted_of_pair(selection: Selection) -> Wanted:
    """Return which lists of its two contacts a selection on a pair needs."""
    return wanted(selection.at("first")) | wanted(selection.at("second"))


@row_type(PairedRow)
class DuplicatePair(Node):
    """Two contacts that are likely one person."""

    first: Contact = strawberry.field(description="The contact that was there first.")
    second: Contact = strawberry.field(description="The other one.")
    score: int = strawberry.field(description="How likely they are one, in percent.")
    reasons: list[PairReason] = strawberry.field(description="Why, the surest first.")
    is_dismissed: bool = strawberry.field(
        description="Whether somebody said that they are two people."
    )


@strawberry.type
class MergePreview:
    """Two contacts side by side, and what they would be as one."""

    kept: Contact = strawberry.field(description="The contact whose id stays.")
    other: Contact = strawberry.field(description="The contact that it would take in.")
    suggested: list[MergeField] = strawberry.field(
        description="What is better taken from the other one: what only it has, and what it has "
        "newer."
    )
    suggested_custom_fields: list[strawberry.ID] = strawberry.field(
        description="The custom fields that both have something else in, the other one newer."
    )
    emails: list[ContactEmail] = strawberry.field(
        description="All addresses of both. One that is unsubscribed in either is unsubscribed."
    )
    phones: list[ContactPhone] = strawberry.field(description="All numbers of both.")
    addresses: list[ContactAddress] = strawberry.field(description="All postal addresses of both.")
    labels: list[Label] = strawberry.field(description="All labels of both.")
