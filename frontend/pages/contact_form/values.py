"""What is in the form: from a contact, to the API's input, and back to the refused fields."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import uuid4

from frontend.client import UserError
from frontend.pages.contact_parts.edits import (
    ITEM_FIELDS,
    Contact,
    Edit,
    LabelsEdit,
    ListEdit,
    TextEdit,
    items_of,
)
from frontend.pages.contact_parts.field_values import (
    FIELD,
    ValueEdit,
    kept_values,
    kind_of,
    read_value,
    typed_value,
    unreadable,
    value_input,
)
from frontend.pages.contact_parts.fields import Field, Fields

TEXTS = ("givenName", "familyName", "company", "position")
LISTS = ("emails", "phones", "addresses")
CONSENT = "consentSource"
"""Where somebody agreed who is subscribed from the first."""
NAMED_BY = {
    "emails": ("address",),
    "phones": ("number",),
    "addresses": ("street", "extended", "city", "region", "postalCode"),
}
"""An item with nothing in these says nothing, and is left out."""

Values = Mapping[str, Any]


def blank_item(field: str, country: str = "") -> dict[str, Any]:
    """Return an empty row of a list; `key` tells rows apart on the page."""
    kinds = {"emails": "MAIN", "phones": "MAIN", "addresses": "HOME"}
    item: dict[str, Any] = {name: "" for name in ITEM_FIELDS[field] if name != "id"}
    item |= {"key": uuid4().hex[:8], "kind": kinds[field]}
    if field == "emails":
        item["status"] = "NEVER_SUBSCRIBED"
    if field == "addresses":
        item["countryCode"] = country
    return item


def values_for_new(begins: Mapping[str, str] | None = None) -> dict[str, Any]:
    """Return a form with a line for a first e-mail and a first phone, empty but for what it begins
    with: texts, and `address`, the e-mail.
    """
    known = begins or {}
    return {
        **{name: known.get(name, "") for name in TEXTS},
        "emails": [{**blank_item("emails"), "address": known.get("address", "")}],
        "phones": [blank_item("phones")],
        "addresses": [],
        "labelIds": [],
        FIELD: {},
        CONSENT: "",
        "idempotencyKey": uuid4().hex,
    }


def values_of(contact: Contact) -> dict[str, Any]:
    """Return the form of a contact. `base` is what the edit starts from, kept with the draft."""
    kept = kept_values(contact)
    values: dict[str, Any] = {name: contact[name] or "" for name in TEXTS}
    for field in LISTS:
        values[field] = [_row(item) for item in items_of(contact, field)]
    values["labelIds"] = [label["id"] for label in contact["labels"]]
    values[FIELD] = {
        value["fieldId"]: typed_value(kind_of(value), kept[value["fieldId"]])
        for value in contact.get(FIELD) or ()
    }
    values["base"] = {
        **{name: values[name] for name in TEXTS},
        **{field: items_of(contact, field) for field in LISTS},
        "labelIds": list(values["labelIds"]),
        FIELD: kept,
    }
    for field in ("emails", "phones"):
        values[field] = values[field] or [blank_item(field)]
    return values


def create_input(values: Values, fields: Fields) -> dict[str, Any]:
    """Return the CreateContactInput of a form; `fields` are the account's own."""
    given: dict[str, Any] = {name: values[name].strip() or None for name in TEXTS}
    for field in LISTS:
        given[field] = [_input(item, field) for item in _said(values, field)]
    read = _read_values(values, fields)
    given[FIELD] = [value_input(field, kept) for field, kept in read if kept]
    if any(item["status"] == "SUBSCRIBED" for item in given["emails"]):
        given[CONSENT] = values.get(CONSENT, "").strip() or None
    return {**given, "labelIds": values["labelIds"], "idempotencyKey": values["idempotencyKey"]}


def edits_of(values: Values, fields: Fields) -> list[Edit]:
    """Return what the form changed of the contact it started from."""
    base, edits = values["base"], list[Edit]()
    for name in TEXTS:
        if (after := values[name].strip()) != base[name]:
            edits.append(TextEdit(name, base[name], after))
    for field in LISTS:
        items = tuple(_input(item, field) for item in _said(values, field))
        if items != tuple(base[field]):
            edits.append(ListEdit(field, tuple(base[field]), items))
    before, after_ids = frozenset(base["labelIds"]), frozenset(values["labelIds"])
    if before != after_ids:
        edits.append(LabelsEdit(after_ids - before, before - after_ids))
    kept = base.get(FIELD, {})
    for custom, wanted in _read_values(values, fields):
        started = kept.get(custom["id"], "")
        if wanted is not None and wanted != started:
            edits.append(ValueEdit(custom, started, wanted))
    return edits


def _read_values(values: Values, fields: Fields) -> list[tuple[Field, str | None]]:
    """Return what was typed into custom fields that are there still, as it will be kept."""
    typed = values.get(FIELD, {})
    return [
        (field, read_value(field["kind"], typed[field["id"]]))
        for field in fields
        if field["id"] in typed
    ]


def unreadable_values(values: Values, fields: Fields) -> list[UserError]:
    """Return a refusal for each number that cannot be understood."""
    return [
        unreadable(field, [FIELD, field["id"]])
        for field, kept in _read_values(values, fields)
        if kept is None
    ]


def errors_by_row(
    errors: Sequence[UserError], values: Values, fields: Fields = ()
) -> list[UserError]:
    """Return refusals with the rows as the form counts them: the API is not told of empty ones.

    A refusal of a custom value says the name of its field.
    """
    by_name = {field["name"]: field["id"] for field in fields}
    return [{**error, "path": _place_of(error, values, by_name)} for error in errors]


def _place_of(error: UserError, values: Values, by_name: Mapping[str, str]) -> list[str]:
    if error["path"][:1] != [FIELD]:
        return _path_in_form(error["path"], values)
    said = {each["name"]: each["value"] for each in error["parameters"]}
    field_id = by_name.get(said.get("field", ""))
    return [FIELD, field_id] if field_id else []


def _path_in_form(path: list[str], values: Values) -> list[str]:
    if len(path) < 2 or path[0] not in LISTS or not path[1].isdigit():
        return [path[0]] if path and path[0] in TEXTS else path if path and path[0] in LISTS else []
    said = [place for place, item in enumerate(values[path[0]]) if _says_something(item, path[0])]
    number = int(path[1])
    place = said[number] if number < len(said) else number
    return [path[0], str(place), *(path[2:] or [NAMED_BY[path[0]][0]])]


def _row(item: Mapping[str, Any]) -> dict[str, Any]:
    """Return an item as a row: texts are never None there."""
    texts = {name: "" if value is None else value for name, value in item.items()}
    return {**texts, "key": uuid4().hex[:8]}


def _said(values: Values, field: str) -> list[dict[str, Any]]:
    return [item for item in values[field] if _says_something(item, field)]


def _says_something(item: Mapping[str, Any], field: str) -> bool:
    return any(str(item.get(name) or "").strip() for name in NAMED_BY[field])


def _input(item: Mapping[str, Any], field: str) -> dict[str, Any]:
    given: dict[str, Any] = {}
    for name in ITEM_FIELDS[field]:
        value = item.get(name)
        if name == "id":
            if value:
                given["id"] = value
        elif field == "addresses" and name != "kind":
            given[name] = str(value or "").strip() or None
        else:
            given[name] = str(value or "").strip()
    return given
