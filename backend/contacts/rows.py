"""Contacts as reads return them: light objects made of raw rows."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any, NamedTuple

from backend.contacts.phones import display_e164
from backend.contacts.postal import address_lines
from backend.contacts.state import main_of
from backend.core.added_fields import AskedField, Extensible
from backend.core.clock import from_micros
from backend.core.columns import Attributes, Columns
from backend.core.ids import GlobalId, encode_id
from backend.core.light_rows import light_row
from backend.core.settings import settings
from backend.custom_fields.kinds import CustomFieldKind
from backend.custom_fields.rows import FieldRow
from backend.labels.rows import LabelRow

CalendarDay = date

CONTACT_COLUMNS = (
    "contact.id, contact.account_id, contact.version, contact.display_name, contact.given_name, "
    "contact.family_name, contact.company, contact.position, contact.photo_key, "
    "contact.last_activity_at, contact.created_at, contact.updated_at, contact.updated_by, "
    "contact.deleted_at, contact.origin_id, contact.inactive_since"
)


@light_row
class ConsentRow:
    """One step of the history of an address's subscription."""

    status: str
    since_micros: int | None
    recorded_micros: int
    source: str
    actor_name: str
    proof: str
    campaign_key: int | None
    client: str
    program: str

    @property
    def since(self) -> datetime | None:
        """Since when the status holds, if known."""
        return None if self.since_micros is None else from_micros(self.since_micros)

    @property
    def recorded_at(self) -> datetime:
        """When Carnet learnt it."""
        return from_micros(self.recorded_micros)

    @property
    def campaign_id(self) -> str | None:
        """The global id of the campaign whose link it was."""
        return None if self.campaign_key is None else encode_id("Campaign", self.campaign_key)


@light_row
class EmailRow:
    """An e-mail address of a contact."""

    pk: int
    address: str
    kind: str
    status: str
    status_changed_micros: int | None
    bounced_micros: int | None = None
    consent_history: Sequence[ConsentRow] = ()
    """Filled only when it was wanted."""

    id = GlobalId("ContactEmail", "pk")
    """The global id."""

    @property
    def bounced_at(self) -> datetime | None:
        """When a letter to it last came back for good."""
        return None if self.bounced_micros is None else from_micros(self.bounced_micros)

    @property
    def status_changed_at(self) -> datetime | None:
        """When the status became what it is, if known."""
        micros = self.status_changed_micros
        return None if micros is None else from_micros(micros)


@light_row
class PhoneRow:
    """A phone number of a contact."""

    pk: int
    number: str
    e164: str | None
    kind: str

    id = GlobalId("ContactPhone", "pk")
    """The global id."""

    @property
    def display(self) -> str:
        """The international format of a valid number, else the number as typed."""
        return display_e164(self.e164) if self.e164 else self.number


@light_row
class AddressRow:
    """A postal address of a contact."""

    pk: int
    kind: str
    street: str | None
    extended: str | None
    city: str | None
    region: str | None
    postal_code: str | None
    country_code: str | None

    id = GlobalId("ContactAddress", "pk")
    """The global id."""

    @property
    def lines(self) -> list[str]:
        """The address as its country writes it, without the country's name."""
        values = {
            "street": self.street,
            "extended": self.extended,
            "city": self.city,
            "region": self.region,
            "postal_code": self.postal_code,
        }
        return address_lines(self.country_code, values)


@light_row
class ValueRow:
    """What a contact has in a custom field, as it is kept; a subclass for each type."""

    field: FieldRow
    kept: str

    @property
    def field_id(self) -> str:
        """The global id of the field."""
        return self.field.id


@light_row
class TextValueRow(ValueRow):
    """A text."""

    @property
    def text(self) -> str:
        """The text as typed."""
        return self.kept


@light_row
class NumberValueRow(ValueRow):
    """A number."""

    @property
    def number(self) -> Decimal:
        """The number, exact."""
        return Decimal(self.kept)


@light_row
class DateValueRow(ValueRow):
    """A calendar day."""

    @property
    def date(self) -> CalendarDay:
        """The day."""
        return CalendarDay.fromisoformat(self.kept)


@light_row
class UrlValueRow(ValueRow):
    """An address of the web, or to write to."""

    @property
    def url(self) -> str:
        """The address."""
        return self.kept


VALUE_ROWS: dict[str, type[ValueRow]] = {
    CustomFieldKind.TEXT: TextValueRow,
    CustomFieldKind.NUMBER: NumberValueRow,
    CustomFieldKind.DATE: DateValueRow,
    CustomFieldKind.URL: UrlValueRow,
}


@dataclass(slots=True)
class ContactRow(Extensible):
    """A contact, its first fields in the order of :data:`CONTACT_COLUMNS`.

    The lists are filled only when they were wanted.
    """

    pk: int
    account_id: int
    version: int
    display_name: str
    given_name: str | None
    family_name: str | None
    company: str | None
    position: str | None
    photo_key: str | None
    last_activity_micros: int
    created_micros: int
    updated_micros: int
    updated_by: str
    deleted_micros: int | None
    origin_id: int | None
    inactive_micros: int | None = None
    emails: Sequence[EmailRow] = field(default=())
    phones: Sequence[PhoneRow] = field(default=())
    addresses: Sequence[AddressRow] = field(default=())
    labels: Sequence[LabelRow] = field(default=())
    values: Sequence[ValueRow] = field(default=())
    added: Mapping[Hashable, Any] | None = None
    """What the fields of higher domains hold, those that were wanted."""

    id = GlobalId("Contact", "pk")
    """The global id."""

    @property
    def lasting_id(self) -> str:
        """The global id that files carry: the one of the book where the contact was made."""
        return encode_id("Contact", self.origin_id or self.pk)

    @property
    def primary_email(self) -> EmailRow | None:
        """The first main address, else the first."""
        return main_of(self.emails)

    @property
    def primary_phone(self) -> PhoneRow | None:
        """The first main number, else the first."""
        return main_of(self.phones)

    @property
    def last_activity_at(self) -> datetime:
        """When the client last took part in something."""
        return from_micros(self.last_activity_micros)

    @property
    def created_at(self) -> datetime:
        """When it was made."""
        return from_micros(self.created_micros)

    @property
    def updated_at(self) -> datetime:
        """When it was last edited."""
        return from_micros(self.updated_micros)

    @property
    def inactive_since(self) -> datetime | None:
        """Since when it opens no campaign any more."""
        return None if self.inactive_micros is None else from_micros(self.inactive_micros)

    @property
    def deleted_at(self) -> datetime | None:
        """When it was put into the trash, if it is there."""
        return None if self.deleted_micros is None else from_micros(self.deleted_micros)

    @property
    def deleted_by(self) -> str | None:
        """Who put it into the trash, where nothing else is done to it."""
        return None if self.deleted_micros is None else self.updated_by

    @property
    def erased_from(self) -> datetime | None:
        """From when on it is erased by itself."""
        deleted_at = self.deleted_at
        days = timedelta(days=settings().deleted_contact_days)
        return None if deleted_at is None else deleted_at + days


CONTACT = Columns(ContactRow, CONTACT_COLUMNS)


class Seen(NamedTuple):
    """What is looked at of contacts and of the rows of their lists."""

    contact: Attributes = None
    emails: Attributes = None
    phones: Attributes = None
    addresses: Attributes = None
    labels: Attributes = None


ALL = Seen()


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which lists of its contacts a read must fill: one statement each for the whole page."""

    emails: bool = False
    phones: bool = False
    addresses: bool = False
    labels: bool = False
    all_values: bool = False
    value_fields: frozenset[int] = frozenset()
    """Custom fields whose values are wanted, where not all are."""
    added: frozenset[AskedField] = frozenset()
    """Fields of higher domains."""
    consents: bool = False
    seen: Seen = ALL
    """Only what is not looked at by anybody else may be left out."""

    @property
    def wants_values(self) -> bool:
        """Whether any custom value is wanted."""
        return self.all_values or bool(self.value_fields)

    def __or__(self, other: Wanted) -> Wanted:
        """Return what either wants."""
        return Wanted(
            self.emails or other.emails,
            self.phones or other.phones,
            self.addresses or other.addresses,
            self.labels or other.labels,
            self.all_values or other.all_values,
            self.value_fields | other.value_fields,
            self.added | other.added,
            self.consents or other.consents,
            self.seen if self.seen == other.seen else ALL,
        )


EVERYTHING = Wanted(emails=True, phones=True, addresses=True, labels=True, all_values=True)
NOTHING = Wanted()
