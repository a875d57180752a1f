"""Contacts as reads return them, of any kind that the rules of contacts let in."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import strategies as st

from backend.contacts.kinds import AddressKind, EmailKind, PhoneKind, SubscriptionStatus
from backend.contacts.rows import AddressRow, ContactRow, EmailRow, PhoneRow
from backend.contacts.service.finding import MostValues
from backend.core.clock import from_micros
from backend.imports.contact import (
    ImportedAddress,
    ImportedContact,
    ImportedEmail,
    ImportedPhone,
)
from backend.labels.rows import LabelRow
from backend.labels.rules import LabelColor

# The rules of contacts keep no text with spaces around it, and no control characters; formulas,
# other directions, quotes and separators are welcome.
_LETTERS = st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"])
LINE = (st.text(_LETTERS, max_size=20) | st.text("=+-@'\";,:|\\\u202eאب 1é", max_size=8)).map(
    str.strip
)
TEXT = st.tuples(LINE, LINE).map("\n".join).map(str.strip)
FILLED = LINE.filter(bool)
MICROS = st.integers(0, 4_000_000_000_000_000)
EMAILS = st.builds(
    EmailRow,
    st.just(1),
    st.text("abcé.'+=-", min_size=1, max_size=8).map("{}@example.org".format),
    st.sampled_from(EmailKind).map(str),
    st.sampled_from(SubscriptionStatus).map(str),
    st.none() | MICROS,
)
PHONES = st.builds(
    PhoneRow,
    st.just(1),
    st.text("0123456789", min_size=3, max_size=12).map("+33 ({})".format),
    st.none(),
    st.sampled_from(PhoneKind).map(str),
)
COUNTRIES = st.sampled_from([None, "FR", "IT", "GB", "TR", "CI"])
ADDRESSES = st.builds(
    AddressRow,
    st.just(1),
    st.sampled_from(AddressKind).map(str),
    TEXT.filter(bool),
    TEXT.map(lambda text: text or None),
    LINE.map(lambda text: text or None),
    LINE.map(lambda text: text or None),
    LINE.map(lambda text: text or None),
    COUNTRIES,
)
LABELS = st.builds(
    LabelRow,
    st.just(1),
    FILLED,
    st.sampled_from(LabelColor).map(str),
    st.just(1),
    st.just(1),
    MICROS,
)


def contacts(
    emails: st.SearchStrategy[EmailRow] = EMAILS,
    phones: st.SearchStrategy[PhoneRow] = PHONES,
    addresses: st.SearchStrategy[AddressRow] = ADDRESSES,
    labels: st.SearchStrategy[LabelRow] = LABELS,
    names: st.SearchStrategy[str] = LINE,
) -> st.SearchStrategy[ContactRow]:
    """Return contacts made of these parts; each has a company."""
    optional = names.map(lambda text: text or None)
    return st.builds(
        ContactRow,
        pk=st.integers(1, 10**9),
        account_id=st.just(1),
        version=st.just(1),
        display_name=FILLED,
        given_name=optional,
        family_name=optional,
        company=names.filter(bool),
        position=optional,
        photo_key=st.none(),
        last_activity_micros=MICROS,
        created_micros=MICROS,
        updated_micros=MICROS,
        updated_by=st.just("Anna"),
        deleted_micros=st.none(),
        origin_id=st.none() | st.integers(1, 10**9),
        emails=st.lists(emails, max_size=3, unique_by=lambda each: each.address.casefold()),
        phones=st.lists(phones, max_size=3),
        addresses=st.lists(addresses, max_size=3),
        labels=st.lists(labels, max_size=4, unique_by=lambda each: each.name.casefold()),
    )


CONTACTS = contacts()


def most_of(chosen: Sequence[ContactRow]) -> MostValues:
    """Return how many values the fullest of some contacts has."""
    return MostValues(
        max((len(each.emails) for each in chosen), default=0),
        max((len(each.phones) for each in chosen), default=0),
        max((len(each.addresses) for each in chosen), default=0),
    )


def as_imported(contact: ContactRow) -> ImportedContact:
    """Return what a reader of our own format must find of a contact: all of it."""
    return ImportedContact(
        given_name=contact.given_name or "",
        family_name=contact.family_name or "",
        company=contact.company or "",
        position=contact.position or "",
        emails=[
            ImportedEmail(each.address, each.kind, each.status, each.status_changed_at)
            for each in contact.emails
        ],
        phones=[ImportedPhone(each.number, each.kind) for each in contact.phones],
        addresses=[
            ImportedAddress(
                each.kind,
                each.street or "",
                each.extended or "",
                each.city or "",
                each.region or "",
                each.postal_code or "",
                each.country_code or "",
            )
            for each in contact.addresses
        ],
        labels=[label.name for label in contact.labels],
        label_colors={label.name: label.color for label in contact.labels},
        identity=contact.lasting_id,
        created_at=from_micros(contact.created_micros),
        last_activity_at=from_micros(contact.last_activity_micros),
    )
