"""A contact as a merge keeps it, so that the merge can be undone: JSON."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from typing import Any

import orjson

from backend.contacts.cleaning import CleanAddress, CleanEmail, CleanPhone
from backend.contacts.kinds import AddressKind, EmailKind, PhoneKind, SubscriptionStatus
from backend.contacts.state import ContactState
from backend.custom_fields.kinds import CustomFieldKind
from backend.custom_fields.values import FieldValue


def stored_state(state: ContactState) -> str:
    """Return a contact as JSON."""
    return orjson.dumps(asdict(state)).decode()


def restored_state(stored: str) -> ContactState:
    """Return what :func:`stored_state` wrote."""
    values: dict[str, Any] = orjson.loads(stored)
    values["emails"] = tuple(map(_email, values["emails"]))
    values["phones"] = tuple(map(_phone, values["phones"]))
    values["addresses"] = tuple(map(_address, values["addresses"]))
    values["label_ids"] = tuple(values["label_ids"])
    values["values"] = tuple(map(_value, values.get("values", ())))
    return ContactState(**values)


def _value(values: dict[str, Any]) -> FieldValue:
    return FieldValue(**{**values, "kind": CustomFieldKind(values["kind"])})


def _email(values: dict[str, Any]) -> CleanEmail:
    since = values["status_changed_at"]
    return CleanEmail(
        **{
            **values,
            "kind": EmailKind(values["kind"]),
            "status": SubscriptionStatus(values["status"]),
            "status_changed_at": since and datetime.fromisoformat(since),
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
