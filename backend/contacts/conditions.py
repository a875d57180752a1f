"""The conditions of filters: what each asks of one contact.

Some say it in words of their account: days of its time zone, phone numbers as dialled in its
country, a saved filter. ``queries.resolving`` says those in the others, for one moment.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from backend.contacts.kinds import (
    ContactPart,
    Deliverability,
    SubscriptionStatus,
    TextField,
    TextTest,
    TimeField,
)
from backend.custom_fields.kinds import CustomFieldKind

Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LabelsAny:
    """Carries at least one of the labels."""

    ids: frozenset[int]
    path: Path = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class LabelsAll:
    """Carries every one of the labels."""

    ids: frozenset[int]
    path: Path = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class LabelsNone:
    """Carries none of the labels."""

    ids: frozenset[int]
    path: Path = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class Subscription:
    """Has an e-mail address in one of the states."""

    statuses: frozenset[SubscriptionStatus]


@dataclass(frozen=True, slots=True)
class Deleted:
    """Is, or is not, in the trash."""

    deleted: bool


@dataclass(frozen=True, slots=True)
class Ids:
    """Is one of these."""

    ids: frozenset[int]


@dataclass(frozen=True, slots=True)
class ChangedBy:
    """Was made or changed by an act on many contacts that can still be undone."""

    act_id: int
    path: Path = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class Text:
    """One of its values in a field is, begins with or contains a key, which is never empty.

    See ``text_keys``; of e-mails it is the normalized address, of phones the digits.
    """

    field: TextField
    test: TextTest
    value: str

    def holds(self, key: str) -> bool:
        """Whether a value with this key is meant."""
        match self.test:
            case TextTest.IS:
                return key == self.value
            case TextTest.STARTS_WITH:
                return key.startswith(self.value)
            case TextTest.CONTAINS:
                return self.value in key


@dataclass(frozen=True, slots=True)
class Countries:
    """Has an address in one of the countries, ISO 3166-1 alpha-2 codes."""

    codes: frozenset[str]


@dataclass(frozen=True, slots=True)
class Holds:
    """Has something of the kind, or has nothing of it."""

    part: ContactPart
    held: bool = True


@dataclass(frozen=True, slots=True)
class Delivery:
    """An address of it bounced, or it opened none of the last campaigns."""

    state: Deliverability


@dataclass(frozen=True, slots=True)
class TimeRange:
    """Was at ``low`` or later and before ``high``; stored instants, None is no bound."""

    time: TimeField
    low: int | None = None
    high: int | None = None

    def holds(self, micros: int) -> bool:
        """Whether an instant lies within."""
        return (self.low is None or micros >= self.low) and (
            self.high is None or micros < self.high
        )


@dataclass(frozen=True, slots=True)
class CustomRange:
    """Has a value in a custom field, with a key from ``low`` to ``high``, both included; None is no
    bound. ``kind`` is what the field is taken for, and is held against it where it is not None.
    """

    field_id: int
    kind: CustomFieldKind | None = None
    low: str | None = None
    high: str | None = None
    path: Path = field(default=(), compare=False)

    @property
    def is_exact(self) -> bool:
        """Whether it asks for one value."""
        return self.low is not None and self.low == self.high

    def holds(self, key: str | None) -> bool:
        """Whether a value with this key is meant; None is no value."""
        if key is None:
            return False
        return (self.low is None or key >= self.low) and (self.high is None or key <= self.high)


@dataclass(frozen=True, slots=True)
class CustomContains:
    """Has a value in a custom field whose key contains this one."""

    field_id: int
    needle: str


@dataclass(frozen=True, slots=True)
class Phone:
    """Has a phone number that is, begins with or contains what was typed, as it would be dialled
    in the account's country."""

    test: TextTest
    typed: str


@dataclass(frozen=True, slots=True)
class DaySpan:
    """Was on a day from ``first`` to ``last`` of the account's time zone, both included, ISO 8601;
    None is no bound."""

    time: TimeField
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class RecentDays:
    """Was on a day so many after today (before, when negative), from ``first`` to ``last``.

    ``of`` is an instant of the contact, or the id of a custom field of days.
    """

    of: TimeField | int
    first: int | None
    last: int | None
    path: Path = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class CustomText:
    """Has a text or an address in a custom field that begins with or contains what was typed."""

    field_id: int
    test: TextTest
    typed: str
    path: Path = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class Saved:
    """Is chosen by a saved filter."""

    id: int
    path: Path = field(default=(), compare=False)
