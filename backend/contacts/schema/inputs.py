"""Inputs of this domain's mutations, and what they say in the domain's words."""

from __future__ import annotations

from collections.abc import Sequence

import strawberry

from backend.contacts.drafts import (
    UNSET,
    AddressDraft,
    ContactChanges,
    ContactDraft,
    EmailDraft,
    PhoneDraft,
    Unset,
)
from backend.contacts.kinds import AddressKind, EmailKind, PhoneKind, SubscriptionStatus
from backend.contacts.schema.enums import UploadPurpose
from backend.contacts.schema.filters import ContactFilter, filter_of, keys_of
from backend.contacts.schema.values import CustomValueInput, value_drafts
from backend.contacts.selections import SelectedFilter, SelectedIds, Selection
from backend.core.errors import Required, TooMany
from backend.core.graphql.optional import given
from backend.core.ids import decode_id

MAX_LISTED = 1000
"""Items of one list in an input; what a contact may hold is less, and refused by the domain."""


@strawberry.input
class ContactEmailInput:
    """An e-mail address of a contact."""

    id: strawberry.ID | None = strawberry.field(
        default=strawberry.UNSET,
        description="The address that this replaces, so that its history is kept.",
    )
    address: str = strawberry.field(description="The address.")
    kind: EmailKind = strawberry.field(default=EmailKind.MAIN, description="Main by default.")
    status: SubscriptionStatus = strawberry.field(
        default=SubscriptionStatus.NEVER_SUBSCRIBED,
        description="Whether its holder agreed to receive campaigns; never subscribed by default.",
    )


@strawberry.input
class ContactPhoneInput:
    """A phone number of a contact."""

    id: strawberry.ID | None = strawberry.field(
        default=strawberry.UNSET, description="The number that this replaces."
    )
    number: str = strawberry.field(description="As people write it; kept as typed.")
    kind: PhoneKind = strawberry.field(default=PhoneKind.MAIN, description="Main by default.")


@strawberry.input
class ContactAddressInput:
    """A postal address of a contact."""

    id: strawberry.ID | None = strawberry.field(
        default=strawberry.UNSET, description="The address that this replaces."
    )
    kind: AddressKind = strawberry.field(default=AddressKind.HOME, description="Home by default.")
    street: str | None = strawberry.field(
        default=strawberry.UNSET, description="Street and number."
    )
    extended: str | None = strawberry.field(
        default=strawberry.UNSET, description="Floor, building, care of."
    )
    city: str | None = strawberry.field(default=strawberry.UNSET, description="Town or city.")
    region: str | None = strawberry.field(
        default=strawberry.UNSET, description="State, province or prefecture."
    )
    postal_code: str | None = strawberry.field(default=strawberry.UNSET, description="Postal code.")
    country_code: str | None = strawberry.field(
        default=strawberry.UNSET, description="ISO 3166-1 alpha-2 code."
    )


@strawberry.input
class CreateContactInput:
    """A new contact. It needs a name, a company, an e-mail or a phone."""

    idempotency_key: str | None = strawberry.field(
        default=strawberry.UNSET,
        description="The same key and input again answer with the first contact. Not blank, at "
        "most 200 characters.",
    )
    given_name: str | None = strawberry.field(default=strawberry.UNSET, description="Given name.")
    family_name: str | None = strawberry.field(default=strawberry.UNSET, description="Family name.")
    company: str | None = strawberry.field(default=strawberry.UNSET, description="The business.")
    position: str | None = strawberry.field(
        default=strawberry.UNSET, description="What they do there."
    )
    emails: list[ContactEmailInput] = strawberry.field(
        default_factory=list, description="Fifty at most."
    )
    phones: list[ContactPhoneInput] = strawberry.field(
        default_factory=list, description="Fifty at most."
    )
    addresses: list[ContactAddressInput] = strawberry.field(
        default_factory=list, description="Fifty at most."
    )
    label_ids: list[strawberry.ID] = strawberry.field(
        default_factory=list, description="A hundred at most."
    )
    custom_values: list[CustomValueInput] = strawberry.field(
        default_factory=list, description="Of custom fields, one at most for each."
    )

    consent_source: str | None = strawberry.field(
        default=strawberry.UNSET,
        description="Where and how those agreed whose e-mails are subscribed; kept in the history. "
        "500 characters at most.",
    )

    def to_draft(self) -> ContactDraft:
        """Return the domain's draft."""
        return ContactDraft(
            given_name=given(self.given_name),
            family_name=given(self.family_name),
            company=given(self.company),
            position=given(self.position),
            emails=_emails(self.emails),
            phones=_phones(self.phones),
            addresses=_addresses(self.addresses),
            label_ids=label_ids(self.label_ids),
            custom_values=value_drafts(self.custom_values),
        )


@strawberry.input
class UpdateContactInput:
    """An edit. What is left out stays; null clears; a list replaces the whole list."""

    id: strawberry.ID = strawberry.field(description="Which contact.")
    version: int = strawberry.field(description="The version that the edit started from.")
    given_name: strawberry.Maybe[str | None] = strawberry.field(description="Given name.")
    family_name: strawberry.Maybe[str | None] = strawberry.field(description="Family name.")
    company: strawberry.Maybe[str | None] = strawberry.field(description="The business.")
    position: strawberry.Maybe[str | None] = strawberry.field(description="What they do there.")
    emails: strawberry.Maybe[list[ContactEmailInput] | None] = strawberry.field(
        description="All of its e-mail addresses."
    )
    phones: strawberry.Maybe[list[ContactPhoneInput] | None] = strawberry.field(
        description="All of its phone numbers."
    )
    addresses: strawberry.Maybe[list[ContactAddressInput] | None] = strawberry.field(
        description="All of its postal addresses."
    )
    label_ids: strawberry.Maybe[list[strawberry.ID] | None] = strawberry.field(
        description="All of its labels."
    )
    custom_values: strawberry.Maybe[list[CustomValueInput] | None] = strawberry.field(
        description="Custom fields to set or to clear; those that are not named stay."
    )

    consent_source: strawberry.Maybe[str | None] = strawberry.field(
        description="Where and how the statuses of e-mails were agreed to; kept in the history. "
        "500 characters at most."
    )

    def to_changes(self) -> ContactChanges:
        """Return the domain's edit."""
        return ContactChanges(
            given_name=_given(self.given_name),
            family_name=_given(self.family_name),
            company=_given(self.company),
            position=_given(self.position),
            emails=_emails(self.emails.value or ()) if self.emails else UNSET,
            phones=_phones(self.phones.value or ()) if self.phones else UNSET,
            addresses=_addresses(self.addresses.value or ()) if self.addresses else UNSET,
            label_ids=label_ids(self.label_ids.value or ()) if self.label_ids else UNSET,
            custom_values=value_drafts(self.custom_values.value or ())
            if self.custom_values
            else (),
        )


@strawberry.input(one_of=True)
class ContactSelection:
    """Which contacts an act is on: exactly one way."""

    ids: strawberry.Maybe[list[strawberry.ID]] = strawberry.field(
        description="These, 10,000 at most."
    )
    filter: strawberry.Maybe[ContactFilter] = strawberry.field(
        description="Every contact of the list; `{and: []}` means all."
    )

    def to_selection(self) -> Selection:
        """Return the domain's selection."""
        if self.ids:
            return SelectedIds(keys_of(self.ids.value, "Contact", ("selection", "ids")))
        if self.filter:
            return SelectedFilter(filter_of(self.filter.value, ("selection", "filter")))
        raise Required(("selection",))


@strawberry.input
class DeleteContactsInput:
    """The contacts to put into the trash."""

    selection: ContactSelection = strawberry.field(description="Which contacts.")


@strawberry.input
class EraseContactsInput:
    """The contacts of the trash to erase for good."""

    selection: ContactSelection = strawberry.field(description="Which contacts of the trash.")


@strawberry.input
class RestoreContactsInput:
    """The contacts to take out of the trash: a selection, or what an earlier deletion answered."""

    selection: ContactSelection | None = strawberry.field(
        default=strawberry.UNSET, description="Which contacts of the trash."
    )
    undo: strawberry.ID | None = strawberry.field(
        default=strawberry.UNSET,
        description="What `deleteContacts` answered: restores exactly those.",
    )


@strawberry.input
class LabelContactsInput:
    """Labels to put on contacts, and to take off them."""

    selection: ContactSelection = strawberry.field(description="Which contacts.")
    add: list[strawberry.ID] = strawberry.field(
        default_factory=list, description="Labels to put on."
    )
    remove: list[strawberry.ID] = strawberry.field(
        default_factory=list, description="Labels to take off."
    )


@strawberry.input
class CreateUploadTicketInput:
    """What will be uploaded."""

    purpose: UploadPurpose = strawberry.field(
        default=UploadPurpose.CONTACT_PHOTO, description="What for; a contact's photo by default."
    )


@strawberry.input
class SetContactPhotoInput:
    """An uploaded photo for a contact."""

    contact_id: strawberry.ID = strawberry.field(description="Which contact.")
    version: int = strawberry.field(description="The version that the edit started from.")
    upload_id: str = strawberry.field(description="What the upload answered.")


@strawberry.input
class RemoveContactPhotoInput:
    """The contact whose photo goes."""

    contact_id: strawberry.ID = strawberry.field(description="Which contact.")
    version: int = strawberry.field(description="The version that the edit started from.")


@strawberry.input
class PossibleDuplicatesInput:
    """What is known of a person who may be here already."""

    emails: list[str] = strawberry.field(default_factory=list, description="Their addresses.")
    phones: list[str] = strawberry.field(default_factory=list, description="Their numbers.")
    given_name: str | None = strawberry.field(
        default=strawberry.UNSET, description="Their given name."
    )
    family_name: str | None = strawberry.field(
        default=strawberry.UNSET, description="Their family name."
    )
    exclude_id: strawberry.ID | None = strawberry.field(
        default=strawberry.UNSET,
        description="The contact being edited, which is no duplicate of itself.",
    )


def _given(value: strawberry.Maybe[str | None]) -> str | Unset | None:
    return value.value if value else UNSET


def _row_key(value: str | None, type_name: str, path: tuple[str, ...]) -> int | None:
    chosen = given(value)
    return None if chosen is None else decode_id(chosen, type_name, (*path, "id"))


def _emails(listed: Sequence[ContactEmailInput]) -> tuple[EmailDraft, ...]:
    _refuse_flood(listed, "emails")
    return tuple(
        EmailDraft(
            each.address,
            each.kind,
            each.status,
            id=_row_key(each.id, "ContactEmail", ("emails", str(place))),
        )
        for place, each in enumerate(listed)
    )


def _phones(listed: Sequence[ContactPhoneInput]) -> tuple[PhoneDraft, ...]:
    _refuse_flood(listed, "phones")
    return tuple(
        PhoneDraft(
            each.number,
            each.kind,
            id=_row_key(each.id, "ContactPhone", ("phones", str(place))),
        )
        for place, each in enumerate(listed)
    )


def _addresses(listed: Sequence[ContactAddressInput]) -> tuple[AddressDraft, ...]:
    _refuse_flood(listed, "addresses")
    return tuple(
        AddressDraft(
            each.kind,
            given(each.street),
            given(each.extended),
            given(each.city),
            given(each.region),
            given(each.postal_code),
            given(each.country_code),
            id=_row_key(each.id, "ContactAddress", ("addresses", str(place))),
        )
        for place, each in enumerate(listed)
    )


def label_ids(listed: Sequence[str], name: str = "labelIds") -> tuple[int, ...]:
    """Return the primary keys of labels.

    Raises:
        InvalidId: one of them is no label's id, at its path.
        TooMany: more than a thousand.
    """
    _refuse_flood(listed, name)
    return tuple(decode_id(each, "Label", (name, str(place))) for place, each in enumerate(listed))


def _refuse_flood(listed: Sequence[object], name: str) -> None:
    if len(listed) > MAX_LISTED:
        raise TooMany((name,), maximum=MAX_LISTED)
