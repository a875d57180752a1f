"""The enums of contacts, with a sentence for each member."""

from __future__ import annotations

from enum import StrEnum

from backend.contacts.kinds import (
    AddressKind,
    Belonging,
    ConsentSource,
    ContactPart,
    Deliverability,
    EmailKind,
    PhoneKind,
    SubscriptionStatus,
)
from backend.contacts.queries.duplicates import DuplicateReason
from backend.contacts.queries.suggestions import SuggestedField
from backend.contacts.sorting import ContactSortField, SortDirection
from backend.core.graphql.enums import describe_enum


class UploadPurpose(StrEnum):
    """What an upload is for."""

    CONTACT_PHOTO = "contact_photo"


describe_enum(
    UploadPurpose,
    "What an upload is for.",
    {"CONTACT_PHOTO": "The photo of a contact: JPEG, PNG, WebP or GIF, 10 MB at most."},
)
describe_enum(
    Belonging,
    "A thing that is a contact's, and goes with it.",
    {
        "MESSAGE": "A message, written or received.",
        "NOTE": "A note.",
        "FILE": "A file of the contact itself; those of messages go with these.",
        "PROJECT": "A project of a marketplace.",
        "TASK": "A task, open or completed.",
    },
    name="ContactBelonging",
)
describe_enum(
    EmailKind,
    "What an e-mail address is for.",
    {"MAIN": "The main one.", "HOME": "Personal.", "WORK": "At work.", "OTHER": "Any other."},
)
describe_enum(
    PhoneKind,
    "What a phone number is for.",
    {
        "MAIN": "The main one.",
        "HOME": "At home.",
        "WORK": "At work.",
        "MOBILE": "A mobile phone.",
        "FAX": "A fax.",
        "OTHER": "Any other.",
    },
)
describe_enum(
    AddressKind,
    "What a postal address is for.",
    {
        "HOME": "At home.",
        "WORK": "At work.",
        "BILLING": "Where invoices go.",
        "SHIPPING": "Where parcels go.",
        "OTHER": "Any other.",
    },
)
describe_enum(
    SubscriptionStatus,
    "Whether the holder of an e-mail address agreed to receive campaigns.",
    {
        "NEVER_SUBSCRIBED": "They were never asked, or never answered.",
        "SUBSCRIBED": "They agreed.",
        "UNSUBSCRIBED": "They agreed once, and no longer do.",
    },
)
describe_enum(
    ConsentSource,
    "By what an e-mail address came to its subscription status.",
    {
        "HAND": "Somebody of the account, by hand.",
        "API": "A program, by the API.",
        "IMPORT": "A file of contacts.",
        "GOOGLE": "An import from Google.",
        "LEAD": "A lead that was handed in.",
        "FORM": "The page behind a link in a campaign, where a reader chose among addresses.",
        "BULK": "A change of many contacts at once.",
        "LINK": "A link in a campaign, by whoever got it.",
        "MERGE": "Two contacts that became one.",
        "UNDO": "Something that was undone.",
        "SYSTEM": "Carnet itself.",
        "UNKNOWN": "It was so before histories were kept.",
    },
)
describe_enum(
    ContactPart,
    "What a contact may have, or lack.",
    {
        "GIVEN_NAME": "A given name.",
        "FAMILY_NAME": "A family name.",
        "COMPANY": "A company.",
        "POSITION": "A position.",
        "EMAIL": "An e-mail address.",
        "PHONE": "A phone number.",
        "ADDRESS": "A postal address, or a part of one.",
        "CITY": "An address with a city.",
        "POSTAL_CODE": "An address with a postal code.",
        "COUNTRY": "An address with a country.",
        "PHOTO": "A photo.",
        "OPEN_TASK": "A task that is not completed.",
    },
)
describe_enum(
    Deliverability,
    "Why campaigns may come to nothing with a contact.",
    {
        "BOUNCED": "A letter to one of its e-mail addresses came back for good.",
        "INACTIVE": "It opened none of the last five campaigns that it got.",
    },
)
describe_enum(
    ContactSortField,
    "What a list of contacts is sorted by. What is empty stands last.",
    {
        "GIVEN_NAME": "Given name, then family name; the company, e-mail or phone where both lack.",
        "FAMILY_NAME": "Family name, then given name.",
        "COMPANY": "Company, then family name.",
        "LAST_ACTIVITY": "When something last happened with the contact.",
        "CREATED": "When the contact was made.",
    },
)
describe_enum(
    SortDirection,
    "Which end comes first.",
    {"ASC": "The smallest, or earliest.", "DESC": "The greatest, or latest."},
)
describe_enum(
    DuplicateReason,
    "Why two contacts may be one person.",
    {
        "EMAIL": "They have the same e-mail address.",
        "PHONE": "They have the same phone number.",
        "NAME": "Their names are the same, or nearly.",
    },
)
describe_enum(
    SuggestedField,
    "A field whose texts many contacts share.",
    {"COMPANY": "The company.", "POSITION": "What they do in it.", "CITY": "A city."},
)
