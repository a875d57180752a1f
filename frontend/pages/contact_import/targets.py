"""What a column can become: by a short key, in words, and as the API is told."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from frontend.locale import format_number, t
from frontend.pages.contact_parts.fields import Field, kind_words
from frontend.pages.contact_parts.words import address_kinds, email_kinds, phone_kinds

Target = Mapping[str, Any]

SKIP = "skip"
NEW = "new"
LONGEST_NAME = 60
"""In letters, of a custom field."""
STANDARD = "field:"
CUSTOM = "custom:"

_EMAIL = frozenset({"EMAIL", "EMAIL_KIND", "EMAIL_STATUS", "EMAIL_STATUS_SINCE"})
_PHONE = frozenset({"PHONE", "PHONE_KIND"})
_ADDRESS_PARTS = (
    "ADDRESS",
    "STREET",
    "HOUSE_NUMBER",
    "EXTENDED",
    "PO_BOX",
    "POSTAL_CODE",
    "CITY",
    "REGION",
    "COUNTRY",
)
_ADDRESS = frozenset({*_ADDRESS_PARTS, "ADDRESS_KIND"})


def groups() -> list[tuple[str, tuple[str, ...]]]:
    """Return the standard fields as a picker lists them, under headings."""
    return [
        (
            t("Person"),
            ("GIVEN_NAME", "MIDDLE_NAME", "FAMILY_NAME", "FULL_NAME", "COMPANY", "POSITION"),
        ),
        (t("E-mail"), ("EMAIL", "EMAIL_KIND", "EMAIL_STATUS", "EMAIL_STATUS_SINCE")),
        (t("Phone"), ("PHONE", "PHONE_KIND")),
        (t("Address"), (*_ADDRESS_PARTS, "ADDRESS_KIND")),
        (
            t("Other", context="fields"),
            ("LABELS", "LABEL_COLORS", "CREATED", "LAST_ACTIVITY", "IDENTITY"),
        ),
    ]


def field_words(field: str) -> str:
    """Return what a standard field is called."""
    return {
        "GIVEN_NAME": t("Given name"),
        "MIDDLE_NAME": t("Middle name"),
        "FAMILY_NAME": t("Family name"),
        "FULL_NAME": t("Whole name"),
        "COMPANY": t("Company"),
        "POSITION": t("Position"),
        "EMAIL": t("E-mail"),
        "EMAIL_KIND": t("What the e-mail is for"),
        "EMAIL_STATUS": t("Subscription"),
        "EMAIL_STATUS_SINCE": t("Subscription since"),
        "PHONE": t("Phone"),
        "PHONE_KIND": t("What the phone is for"),
        "ADDRESS": t("Whole address"),
        "STREET": t("Street"),
        "HOUSE_NUMBER": t("House number"),
        "EXTENDED": t("Address supplement"),
        "PO_BOX": t("PO box"),
        "POSTAL_CODE": t("Postal code"),
        "CITY": t("City"),
        "REGION": t("Region"),
        "COUNTRY": t("Country"),
        "ADDRESS_KIND": t("What the address is for"),
        "LABELS": t("Labels"),
        "LABEL_COLORS": t("Colours of the labels"),
        "CREATED": t("Created"),
        "LAST_ACTIVITY": t("Last activity"),
        "IDENTITY": t("Carnet’s own number"),
    }.get(field, field.replace("_", " ").capitalize())


def kinds_of(field: str | None) -> dict[str, str]:
    """Return what a value of a field can be for, nothing where that is not asked."""
    if field == "EMAIL":
        return email_kinds()
    if field == "PHONE":
        return phone_kinds()
    return address_kinds() if field in _ADDRESS_PARTS else {}


def family_of(field: str | None) -> str | None:
    """Return which several things the field is a part of: e-mails, phones, addresses."""
    if field in _EMAIL:
        return "EMAIL"
    if field in _PHONE:
        return "PHONE"
    return "ADDRESS" if field in _ADDRESS else None


def number_words(family: str, number: int) -> str:
    """Return which of several e-mails, phones or addresses is meant."""
    said = format_number(number)
    return {
        "EMAIL": t("E-mail {number}", number=said),
        "PHONE": t("Phone {number}", number=said),
        "ADDRESS": t("Address {number}", number=said),
    }[family]


def target_key(target: Target) -> str:
    """Return the key under which a picker offers a target."""
    if target["isSkipped"]:
        return SKIP
    if target["customField"]:
        return CUSTOM + str(target["customField"]["id"])
    return STANDARD + str(target["field"]) if target["field"] else NEW


def target_words(target: Target) -> str:
    """Return what a column becomes, in words."""
    if target["isSkipped"]:
        return t("Don’t import")
    if target["customField"]:
        return str(target["customField"]["name"])
    return field_words(target["field"]) if target["field"] else str(target["newName"] or "")


def target_hint(target: Target) -> str:
    """Return a quieter word on a target: the type of a field of one's own."""
    if target["customField"]:
        return kind_words(target["customField"]["kind"])
    if target["newKind"]:
        return t("new field, {kind}", kind=kind_words(target["newKind"]).lower())
    return ""


def asked_target(key: str, *, kind: str | None = None, number: int = 1) -> dict[str, Any]:
    """Return the API's input for a key; a new field is asked for by `asked_field`."""
    if key.startswith(CUSTOM):
        return {"customFieldId": key.removeprefix(CUSTOM)}
    if not key.startswith(STANDARD):
        return {"skip": True}
    asked = {"field": key.removeprefix(STANDARD), "number": number}
    return {"field": {**asked, "kind": kind} if kind else asked}


def asked_field(name: str, kind: str) -> dict[str, Any]:
    """Return the API's input for a custom field to be made."""
    return {"newCustomField": {"name": name.strip(), "kind": kind}}


def custom_choices(fields: tuple[Field, ...]) -> list[tuple[str, str, str]]:
    """Return the account's own fields: key, name, type in words."""
    return [(f"{CUSTOM}{each['id']}", each["name"], kind_words(each["kind"])) for each in fields]
