"""Contacts as they were, kept so that what was done to them can be undone: JSON.

A merge keeps the whole contact. An act on many keeps of each only what it changed; of custom fields
the values alone, so that fields deleted since are left out by themselves.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

import orjson

from backend.contacts.cleaning import CleanAddress, CleanEmail, CleanPhone
from backend.contacts.items import Item
from backend.contacts.kinds import AddressKind, EmailKind, PhoneKind, SubscriptionStatus
from backend.contacts.state import ContactState, with_values
from backend.custom_fields.kinds import CustomFieldKind
from backend.custom_fields.rows import FieldRow
from backend.custom_fields.values import FieldValue, key_of

_NAMES = ("given_name", "family_name", "company", "position")
_LISTS = ("emails", "phones", "addresses")


def stored_state(state: ContactState) -> str:
    """Return a contact as JSON."""
    return orjson.dumps(state).decode()


def restored_state(stored: str) -> ContactState:
    """Return what :func:`stored_state` wrote."""
    values: dict[str, Any] = orjson.loads(stored)
    values["label_ids"] = tuple(values["label_ids"])
    values["values"] = tuple(map(_value, values.get("values", ())))
    for name in _LISTS:
        values[name] = tuple(map(_ITEMS[name], values[name]))
    return ContactState(**values)


@dataclass(frozen=True, slots=True)
class Before:
    """What an act changed of a contact, as it was.

    ``parts`` are texts and lists by name, ``values`` what it had in custom fields, ``since`` its
    version. ``trashed``: the act put it into the trash; ``untrashed``: it took it out.
    """

    parts: Mapping[str, Any] = field(default_factory=dict)
    values: Mapping[str, str | None] = field(default_factory=dict)
    since: int | None = None
    trashed: bool = False
    untrashed: bool = False

    def stored(self) -> str:
        """Return it as JSON."""
        return orjson.dumps(self).decode()

    @staticmethod
    def restore(stored: str) -> Before:
        """Return what :meth:`stored` wrote."""
        kept = orjson.loads(stored)
        kept.pop("active", None)  # when acts were last activity, they put that back too
        return Before(**kept)

    def followed_by(self, later: Before) -> Before:
        """Return what two touches of one act changed, as it was before both."""
        return Before(
            {**later.parts, **self.parts},
            {**later.values, **self.values},
            self.since,
            self.trashed or later.trashed,
            self.untrashed or later.untrashed,
        )


def before_of(before: ContactState, after: ContactState, *, since: int) -> Before:
    """Return what differs between two states of a contact, as it was before: at a version."""
    parts = {
        name: getattr(before, name)
        for name in (*_NAMES, *_LISTS, "label_ids")
        if getattr(before, name) != getattr(after, name)
    }
    values: dict[str, str | None] = {}
    if before.values != after.values:
        old = {each.field_id: each.value for each in before.values}
        new = {each.field_id: each.value for each in after.values}
        values = {
            str(key): old.get(key)
            for key in old.keys() | new.keys()
            if old.get(key) != new.get(key)
        }
    return Before(parts, values, since)


def state_before(
    before: Before,
    now: ContactState,
    label_ids: Collection[int],
    fields: Mapping[int, FieldRow],
) -> ContactState:
    """Return what a contact becomes when what an act changed is put back.

    Labels and fields that the account no longer has stay out.
    """
    parts = dict(before.parts)
    for name in parts.keys() & set(_LISTS):
        parts[name] = _present(tuple(map(_ITEMS[name], parts[name])), getattr(now, name))
    if "label_ids" in parts:
        parts["label_ids"] = tuple(key for key in parts["label_ids"] if key in label_ids)
    values = {
        int(key): _kept(fields[int(key)], value)
        for key, value in before.values.items()
        if int(key) in fields
    }
    return replace(now, **parts, values=with_values(now.values, values))


def _kept(known: FieldRow, value: str | None) -> FieldValue | None:
    kind = CustomFieldKind(known.kind)
    return None if value is None else FieldValue(known.pk, kind, value, key_of(kind, value))


def _present(items: tuple[Item, ...], now: tuple[Item, ...]) -> tuple[Item, ...]:
    """Return items without the ids of rows that are gone: those are written anew."""
    ids = {item.id for item in now}
    return tuple(item if item.id in ids else replace(item, id=None) for item in items)


def _value(values: dict[str, Any]) -> FieldValue:
    return FieldValue(**{**values, "kind": CustomFieldKind(values["kind"])})


def _email(values: dict[str, Any]) -> CleanEmail:
    since, bounced = values["status_changed_at"], values.get("bounced_at")
    return CleanEmail(
        **{
            **values,
            "kind": EmailKind(values["kind"]),
            "status": SubscriptionStatus(values["status"]),
            "status_changed_at": since and datetime.fromisoformat(since),
            "bounced_at": bounced and datetime.fromisoformat(bounced),
        }
    )


def _phone(values: dict[str, Any]) -> CleanPhone:
    searched = values["searched"]
    return CleanPhone(
        **{
            **values,
            "kind": PhoneKind(values["kind"]),
            "searched": None if searched is None else tuple(searched),
        }
    )


def _address(values: dict[str, Any]) -> CleanAddress:
    return CleanAddress(**{**values, "kind": AddressKind(values["kind"])})


_ITEMS: dict[str, Any] = {"emails": _email, "phones": _phone, "addresses": _address}
