"""What an edit changed, in texts, as a contact's story tells it; pure.

A change is ``{"field": …, "before": […], "after": […]}`` with the schema's name of the field and
what was there, or is there instead. What it is of stands under ``name``: the custom field, or the
address or number whose kind or status is another one now; ``type`` is that of the custom field.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from backend.contacts.cleaning import CleanAddress, CleanEmail, CleanPhone
from backend.contacts.items import Item
from backend.contacts.postal import address_lines
from backend.contacts.state import ContactState

LONGEST = 140
"""Characters of a text: the story tells that it changed, and is no place to keep it."""
MOST = 20
"""Texts of one change."""
FieldChange = dict[str, Any]

_NAMES = {
    "given_name": "givenName",
    "family_name": "familyName",
    "company": "company",
    "position": "position",
}


@dataclass(frozen=True, slots=True)
class Names:
    """What labels and custom fields are called, by id."""

    labels: Mapping[int, str] = field(default_factory=dict)
    fields: Mapping[int, str] = field(default_factory=dict)


NAMELESS = Names()


def told_changes(before: ContactState, after: ContactState, names: Names) -> list[FieldChange]:
    """Return what became of a contact; what has no texts, as the order of a list, is not told."""
    return [
        *_names(before, after),
        *_items("emails", before.emails, after.emails, _email, _email_parts),
        *_items("phones", before.phones, after.phones, _phone, _phone_parts),
        *_items("addresses", before.addresses, after.addresses, _address, _address_parts),
        *told_labels(
            set(before.label_ids) - set(after.label_ids),
            set(after.label_ids) - set(before.label_ids),
            names.labels,
        ),
        *_values(before, after, names.fields),
    ]


def told_labels(
    removed: Iterable[int], added: Iterable[int], names: Mapping[int, str]
) -> list[FieldChange]:
    """Return what became of a contact's labels; one that is not known by name is left out."""
    gone, new = (sorted(names[key] for key in keys if key in names) for keys in (removed, added))
    return [_change("labels", gone, new)] if gone or new else []


def _names(before: ContactState, after: ContactState) -> list[FieldChange]:
    pairs = ((name, getattr(before, key), getattr(after, key)) for key, name in _NAMES.items())
    return [_change(name, [old], [new]) for name, old, new in pairs if old != new]


def _items(
    name: str,
    before: Sequence[Item],
    after: Sequence[Item],
    text: Callable[[Item], str],
    parts: Callable[[Item], Mapping[str, str]],
) -> list[FieldChange]:
    """Return the items that went and came as one change, and what else became of those that stay,
    each by itself."""
    old: dict[int | None, Item] = {item.id: item for item in before}
    new: list[Item] = [item for item in after if item.id not in old]
    stay = [(old.pop(item.id), item) for item in after if item.id in old]
    texts: list[tuple[str, str]] = [(text(one), text(two)) for one, two in stay]
    gone = [*(text(item) for item in old.values()), *(was for was, now in texts if was != now)]
    come = [*(now for was, now in texts if was != now), *(text(item) for item in new)]
    told = [_change(name, gone, come)] if gone or come else []
    for one, two in stay:
        kinds = parts(two)
        told += [
            _change(part, [was], [kinds[part]], name=text(two))
            for part, was in parts(one).items()
            if was != kinds[part]
        ]
    return told


def _email(email: CleanEmail) -> str:
    return email.address


def _email_parts(email: CleanEmail) -> Mapping[str, str]:
    return {"emailKind": email.kind.value, "emailStatus": email.status.value}


def _phone(phone: CleanPhone) -> str:
    return phone.number


def _phone_parts(phone: CleanPhone) -> Mapping[str, str]:
    return {"phoneKind": phone.kind.value}


def _address(address: CleanAddress) -> str:
    values = {
        "street": address.street,
        "extended": address.extended,
        "city": address.city,
        "region": address.region,
        "postal_code": address.postal_code,
    }
    lines = [*address_lines(address.country_code, values), address.country_code]
    return ", ".join(filter(None, lines)).replace("\n", ", ")


def _address_parts(address: CleanAddress) -> Mapping[str, str]:
    return {"addressKind": address.kind.value}


def _values(
    before: ContactState, after: ContactState, names: Mapping[int, str]
) -> list[FieldChange]:
    old = {each.field_id: each for each in before.values}
    new = {each.field_id: each for each in after.values}
    told = []
    for key in sorted(names.keys() & (old.keys() | new.keys())):
        one, two = old.get(key), new.get(key)
        if one != two:
            kind = (one or new[key]).kind.value
            was, now = ([each.value if each else None] for each in (one, two))
            told.append(_change("customValue", was, now, name=names[key]) | {"type": kind})
    return told


def _change(
    name_of_field: str, before: Iterable[str | None], after: Iterable[str | None], name: str = ""
) -> FieldChange:
    change: FieldChange = {
        "field": name_of_field,
        "before": [shortened(text) for text in before if text][:MOST],
        "after": [shortened(text) for text in after if text][:MOST],
    }
    return change | {"name": shortened(name)} if name else change


def shortened(text: str) -> str:
    """Return a text, or its beginning and an ellipsis."""
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1].rstrip()}…"
