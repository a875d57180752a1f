"""Written conditions on texts → our own."""

from __future__ import annotations

from typing import Any

from backend.contacts.conditions import Path
from backend.contacts.emails import normalize_email
from backend.contacts.errors import PhoneInvalid
from backend.contacts.filters import ContactFilter, Holds, Not, Phone, Text
from backend.contacts.kinds import ContactPart, TextField, TextTest
from backend.contacts.phones import typed_digits
from backend.contacts.text_keys import postal_key, text_key
from backend.contacts.written import typed_text
from backend.core.errors import Required

TESTS = {
    "is": TextTest.IS,
    "isNot": TextTest.IS,
    "contains": TextTest.CONTAINS,
    "startsWith": TextTest.STARTS_WITH,
}


def text_condition(field: TextField, name: str, value: Any, path: Path) -> ContactFilter:
    """Return what an entry of a ``TextCondition`` asks of a field.

    Raises:
        Required, TooLong, InvalidCharacters, PhoneInvalid
    """
    path = (*path, name)
    if name == "isEmpty":
        return Holds(ContactPart(field.value), held=not value)
    if name not in TESTS:
        raise Required(path)
    asked = _asked(field, TESTS[name], typed_text(value, path), path)
    return Not(asked) if name == "isNot" else asked


def _asked(field: TextField, test: TextTest, typed: str, path: Path) -> ContactFilter:
    if field is TextField.PHONE:
        if not typed_digits(typed):
            raise PhoneInvalid(path)
        return Phone(test, typed)
    match field:
        case TextField.EMAIL:
            # Two addresses that differ in accents are two addresses.
            whole = normalize_email(typed) if test is TextTest.IS else None
            key = whole or typed.casefold()
        case TextField.POSTAL_CODE:
            key = postal_key(typed)
        case _:
            key = text_key(typed)
    if not key:
        raise Required(path)
    return Text(field, test, key)
