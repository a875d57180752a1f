"""Object types of contacts."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Annotated

import strawberry

from backend.contacts.kinds import (
    AddressKind,
    Belonging,
    ConsentSource,
    EmailKind,
    PhoneKind,
    SubscriptionStatus,
)
from backend.contacts.photos import photo_url
from backend.contacts.queries.duplicates import DuplicateReason
from backend.contacts.rows import (
    AddressRow,
    ConsentRow,
    ContactRow,
    EmailRow,
    PhoneRow,
    Seen,
    Wanted,
)
from backend.contacts.schema.values import CustomValue, custom_values, wanted_fields
from backend.core.columns import Attributes
from backend.core.graphql import Node, Selection, row_type
from backend.core.graphql.extending import asked_fields
from backend.core.ids import encode_id
from backend.labels.schema import Label


def wanted(selection: Selection) -> Wanted:
    """Return which lists a selection on contacts needs."""
    return selection.remember(_wanted)


def wanted_only(selection: Selection) -> Wanted:
    """Return the same, for rows that nobody looks at but what completes the selection."""
    return selection.remember(_wanted_only)


def _wanted_only(selection: Selection) -> Wanted:
    found = wanted(selection)
    return replace(
        found,
        seen=Seen(
            selection.attributes,
            None if found.consents else _seen(selection, "emails", "primaryEmail"),
            _seen(selection, "phones", "primaryPhone"),
            _seen(selection, "addresses"),
            _seen(selection, "labels"),
        ),
    )


def _seen(selection: Selection, *fields: str) -> Attributes:
    found = [selection.at(field).attributes for field in fields]
    return None if None in found else frozenset[str]().union(*filter(None, found))


def _wanted(selection: Selection) -> Wanted:
    all_values, value_fields = wanted_fields(selection)
    return Wanted(
        emails="emails" in selection or "primaryEmail" in selection,
        phones="phones" in selection or "primaryPhone" in selection,
        addresses="addresses" in selection,
        labels="labels" in selection,
        all_values=all_values,
        value_fields=value_fields,
        added=asked_fields(Contact, selection),
        consents="consentHistory" in selection.at("emails")
        or "consentHistory" in selection.at("primaryEmail"),
    )


def contact_id(key: int) -> strawberry.ID:
    """Return the global id of a contact."""
    return strawberry.ID(encode_id("Contact", key))


def _photo_url(
    root: strawberry.Parent[ContactRow],
    size: Annotated[
        int, strawberry.argument(description="Side of the square in pixels; 256 at most.")
    ] = 64,
) -> str | None:
    return root.photo_key and photo_url(root.account_id, root.photo_key, size)


@row_type(ConsentRow)
class ConsentStep:
    """What the subscription of an e-mail address became at some time, and by what."""

    status: SubscriptionStatus = strawberry.field(description="What the status became.")
    since: datetime | None = strawberry.field(
        description="Since when it held: for a consent the day on which it was given; null if "
        "nobody knows."
    )
    recorded_at: datetime = strawberry.field(description="When Carnet learnt it.")
    source: ConsentSource = strawberry.field(description="By what it became so.")
    actor_name: str = strawberry.field(
        description="Who did it, as named then; blank where nobody is known."
    )
    proof: str = strawberry.field(
        description="Where and how the holder agreed, in words; may be blank."
    )
    campaign_id: strawberry.ID | None = strawberry.field(
        description="The campaign whose link it was, if one."
    )
    client: str = strawberry.field(
        description="The address of the Internet that opened the link; blank for all else."
    )
    program: str = strawberry.field(
        description="The program that opened the link, as it names itself; blank for all else."
    )


@row_type(EmailRow)
class ContactEmail:
    """An e-mail address of a contact."""

    id: strawberry.ID = strawberry.field(description="Opaque; keeps the row when edited.")
    address: str = strawberry.field(description="The address as it was typed.")
    kind: EmailKind = strawberry.field(description="What it is for.")
    status: SubscriptionStatus = strawberry.field(
        description="Whether its holder agreed to receive campaigns."
    )
    status_changed_at: datetime | None = strawberry.field(
        description="When the status became what it is, if known."
    )
    bounced_at: datetime | None = strawberry.field(
        description="When a letter to it last came back for good; null if none did."
    )
    consent_history: list[ConsentStep] = strawberry.field(
        description="How its status came to be, newest first, a hundred steps at most; empty for "
        "one that never had any, and in the preview of a merge."
    )


@row_type(PhoneRow)
class ContactPhone:
    """A phone number of a contact."""

    id: strawberry.ID = strawberry.field(description="Opaque; keeps the row when edited.")
    number: str = strawberry.field(description="The number as it was typed.")
    e164: str | None = strawberry.field(
        description="The number in ITU-T E.164 form, read from the account's country; null when "
        "it is no valid number."
    )
    display: str = strawberry.field(
        description="The international format of a valid number, else the number as typed."
    )
    kind: PhoneKind = strawberry.field(description="What it is for.")


@row_type(AddressRow)
class ContactAddress:
    """A postal address of a contact."""

    id: strawberry.ID = strawberry.field(description="Opaque; keeps the row when edited.")
    kind: AddressKind = strawberry.field(description="What it is for.")
    street: str | None = strawberry.field(description="Street and number; may have lines.")
    extended: str | None = strawberry.field(description="Floor, building, care of.")
    city: str | None = strawberry.field(description="Town or city.")
    region: str | None = strawberry.field(description="State, province or prefecture.")
    postal_code: str | None = strawberry.field(description="Postal code.")
    country_code: str | None = strawberry.field(description="ISO 3166-1 alpha-2 code.")
    lines: list[str] = strawberry.field(
        description="The address as its country writes it, without the country's name."
    )


@row_type(ContactRow)
class Contact(Node):
    """A client: a person or a business."""

    version: int = strawberry.field(
        description="Grows with every change; an edit names the version it started from."
    )
    display_name: str = strawberry.field(
        description="Given and family name, or the company, or the main e-mail or phone."
    )
    given_name: str | None = strawberry.field(description="Given name.")
    family_name: str | None = strawberry.field(description="Family name.")
    company: str | None = strawberry.field(description="The business they belong to.")
    position: str | None = strawberry.field(description="What they do there.")
    photo_url: str | None = strawberry.field(
        resolver=_photo_url,
        description="Path of a square WebP picture of at least this size, on this server.",
    )
    emails: list[ContactEmail] = strawberry.field(description="In the order they were given.")
    primary_email: ContactEmail | None = strawberry.field(
        description="The first of the kind MAIN, else the first."
    )
    phones: list[ContactPhone] = strawberry.field(description="In the order they were given.")
    primary_phone: ContactPhone | None = strawberry.field(
        description="The first of the kind MAIN, else the first."
    )
    addresses: list[ContactAddress] = strawberry.field(description="In the order they were given.")
    labels: list[Label] = strawberry.field(description="By name.")
    custom_values: list[CustomValue] = strawberry.field(
        resolver=custom_values,
        description="What it has in custom fields, in the order of the fields; fields without a "
        "value are left out.",
    )
    created_at: datetime = strawberry.field(description="When the contact was made.")
    updated_at: datetime = strawberry.field(description="When it was last edited.")
    updated_by: str | None = strawberry.field(description="Who edited it last, as named then.")
    last_activity_at: datetime = strawberry.field(
        description="When the client last took part in something: a message, a lead, a meeting or "
        "a call; until then when the contact was made, or what a file said."
    )
    inactive_since: datetime | None = strawberry.field(
        description="Since when it opens no campaign any more; null for all others."
    )
    deleted_at: datetime | None = strawberry.field(
        description="When it was put into the trash; null for all others."
    )
    deleted_by: str | None = strawberry.field(
        description="Who put it into the trash, as named then; null for all others."
    )
    erased_from: datetime | None = strawberry.field(
        description="From when on it is erased by itself, with all that belongs to it; null for "
        "those that are not in the trash."
    )


@strawberry.type
class ContactBelongings:
    """How many things of a kind contacts have."""

    kind: Belonging = strawberry.field(description="Of which kind.")
    count: int = strawberry.field(description="How many.")


@strawberry.type
class ContactNeighbours:
    """Who stands beside a contact in a list."""

    previous_id: strawberry.ID | None = strawberry.field(
        description="The contact right before; null at the beginning, or outside the list."
    )
    next_id: strawberry.ID | None = strawberry.field(
        description="The contact right after; null at the end, or outside the list."
    )


@strawberry.type
class PossibleDuplicate:
    """A contact that may be the same person."""

    contact: Contact = strawberry.field(description="Who is already there.")
    reason: DuplicateReason = strawberry.field(description="What they have in common.")


@strawberry.type
class AddressField:
    """A field of a country's address form."""

    name: str = strawberry.field(
        description="`street`, `extended`, `city`, `region` or `postalCode`."
    )
    required: bool = strawberry.field(description="Whether the country's post asks for it.")
    label: str = strawberry.field(
        description="What the country calls it, such as `zip`, `prefecture` or `suburb`."
    )


@strawberry.type
class AddressLayout:
    """How a country writes addresses."""

    fields: list[AddressField] = strawberry.field(
        description="The fields of its form, in the order in which it writes them."
    )


@strawberry.type
class Country:
    """A country that has postal addresses."""

    code: strawberry.ID = strawberry.field(description="ISO 3166-1 alpha-2 code.")
    calling_code: int | None = strawberry.field(
        description="The prefix of its phone numbers, without the plus sign."
    )


@strawberry.type
class Conflict:
    """What somebody else saved while an edit was being made."""

    current: Contact = strawberry.field(description="The contact as it is now.")
    changed_by: str = strawberry.field(description="Who saved last, as named then.")
    changed_fields: list[str] = strawberry.field(
        description="The fields that changed since the version the edit started from."
    )


@strawberry.type
class ContactPlacement:
    """A contact and where it now stands in a list."""

    contact: Contact = strawberry.field(description="The contact as it is now.")
    previous_id: strawberry.ID | None = strawberry.field(
        description="The contact right before it in the list; null when it is the first."
    )


@strawberry.type
class ContactsChanged:
    """What happened to a list of contacts, in one step."""

    cursor: str = strawberry.field(description="Where to resume: `after` this, nothing is missed.")
    reset: bool = strawberry.field(
        description="Too much happened to tell it apart: read the list again."
    )
    entered: list[ContactPlacement] = strawberry.field(description="Contacts new in the list.")
    changed: list[ContactPlacement] = strawberry.field(
        description="Contacts that were in the list, still are, and changed or moved."
    )
    left: list[strawberry.ID] = strawberry.field(
        description="Contacts that were in the list and no longer are."
    )


@strawberry.type
class ContactEvent:
    """Something that happened to one contact."""

    cursor: str = strawberry.field(description="Where to resume: `after` this, nothing is missed.")
    kind: str = strawberry.field(description="What happened, such as `contact.updated`.")
    actor_name: str = strawberry.field(description="Who did it, as named then.")
    contact: Contact | None = strawberry.field(
        description="The contact as it is now; null when it is gone for good."
    )
