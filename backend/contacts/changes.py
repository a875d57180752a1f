"""What an act does to each of many contacts; pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, ClassVar

import orjson

from backend.contacts.acts import ActKind
from backend.contacts.cleaning import CleanEmail
from backend.contacts.kinds import SubscriptionStatus
from backend.contacts.state import ContactState, main_of, with_values
from backend.custom_fields.kinds import CustomFieldKind
from backend.custom_fields.values import FieldValue, key_of


@dataclass(frozen=True, slots=True)
class LabelsChange:
    """Labels to put on, and others to take off; one named in both is taken off."""

    kind: ClassVar[ActKind] = ActKind.LABEL

    add: tuple[int, ...] = ()
    remove: tuple[int, ...] = ()

    def apply(self, state: ContactState) -> ContactState:
        """Return what a contact becomes."""
        labels = (set(state.label_ids) | set(self.add)) - set(self.remove)
        return replace(state, label_ids=tuple(sorted(labels)))


@dataclass(frozen=True, slots=True)
class SubscriptionChange:
    """A status for e-mails, all or the main one, and since when: an instant in ISO form.

    Who unsubscribed stays so, unless ``include_unsubscribed``; who has the status already keeps
    the instant. ``consent`` is where and on which day they agreed.
    """

    kind: ClassVar[ActKind] = ActKind.SUBSCRIPTION

    status: SubscriptionStatus
    since: str
    main_only: bool = False
    include_unsubscribed: bool = False
    consent: tuple[str, str] | None = None

    def apply(self, state: ContactState) -> ContactState:
        """Return what a contact becomes."""
        since, status = datetime.fromisoformat(self.since), SubscriptionStatus(self.status)
        main = main_of(state.emails)

        def changed(email: CleanEmail) -> CleanEmail:
            left = email.status is SubscriptionStatus.UNSUBSCRIBED
            if (
                email.status is status
                or (self.main_only and email is not main)
                or (left and not self.include_unsubscribed)
            ):
                return email
            return replace(email, status=status, status_changed_at=since)

        return replace(state, emails=tuple(map(changed, state.emails)))


@dataclass(frozen=True, slots=True)
class TextChange:
    """A company or a position for all, None to clear it."""

    kind: ClassVar[ActKind] = ActKind.FIELD

    field: str
    value: str | None

    def apply(self, state: ContactState) -> ContactState:
        """Return what a contact becomes."""
        if self.field == "company":
            return replace(state, company=self.value)
        return replace(state, position=self.value)


@dataclass(frozen=True, slots=True)
class ValueChange:
    """A value of a custom field for all, as it is kept; None to clear it."""

    kind: ClassVar[ActKind] = ActKind.FIELD

    field_id: int
    field_kind: CustomFieldKind
    value: str | None

    def apply(self, state: ContactState) -> ContactState:
        """Return what a contact becomes."""
        kind = CustomFieldKind(self.field_kind)
        news: FieldValue | None = None
        if self.value is not None:
            news = FieldValue(self.field_id, kind, self.value, key_of(kind, self.value))
        return replace(state, values=with_values(state.values, {self.field_id: news}))


@dataclass(frozen=True, slots=True)
class Deletion:
    """Into the trash."""

    kind: ClassVar[ActKind] = ActKind.DELETION


@dataclass(frozen=True, slots=True)
class Restoration:
    """Out of the trash."""

    kind: ClassVar[ActKind] = ActKind.RESTORATION


@dataclass(frozen=True, slots=True)
class Erasure:
    """Out of the trash for good."""

    kind: ClassVar[ActKind] = ActKind.ERASURE


Edit = LabelsChange | SubscriptionChange | TextChange | ValueChange
Change = Edit | Deletion | Restoration | Erasure

_TYPES: Mapping[str, type[Any]] = {
    each.__name__: each
    for each in (
        LabelsChange,
        SubscriptionChange,
        TextChange,
        ValueChange,
        Deletion,
        Restoration,
        Erasure,
    )
}


def stored_change(change: Change) -> str:
    """Return a change as JSON."""
    return orjson.dumps({"type": type(change).__name__, "values": change}).decode()


def restored_change(stored: str) -> Change:
    """Return what :func:`stored_change` wrote."""
    read = orjson.loads(stored)
    change: Change = _TYPES[read["type"]](**read["values"])
    return change
