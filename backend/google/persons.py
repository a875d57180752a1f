"""A person as the People API tells them → one record, in the terms of Google's own CSV.

What people make of it is decided afterwards, by the same rules as for a file. Nothing that the API
says is believed to be there, or to be of its type.

Source: https://developers.google.com/people/api/rest/v1/people#Person
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from backend.google.client.answers import inner, objects, words
from backend.google.limits import MOST, NOTE_LENGTH, TITLE_LENGTH, VALUE_LENGTH
from backend.google.rows import EVERYBODY, Label, LabelKind

SINGLE = (
    "First Name", "Middle Name", "Last Name", "Phonetic First Name", "Phonetic Middle Name",
    "Phonetic Last Name", "Name Prefix", "Name Suffix", "Nickname", "File As",
    "Organization Name", "Organization Title", "Organization Department", "Birthday", "Notes",
    "Photo", "Labels",
)  # fmt: skip
"""The columns of what a person has one of, in Google's order."""
_NAMES = {
    "First Name": "givenName",
    "Middle Name": "middleName",
    "Last Name": "familyName",
    "Phonetic First Name": "phoneticGivenName",
    "Phonetic Middle Name": "phoneticMiddleName",
    "Phonetic Last Name": "phoneticFamilyName",
    "Name Prefix": "honorificPrefix",
    "Name Suffix": "honorificSuffix",
}
_KINDS = {
    "homefax": "Home Fax", "workfax": "Work Fax", "otherfax": "Other Fax",
    "workmobile": "Work Mobile", "workpager": "Work Pager", "googlevoice": "Google Voice",
}  # fmt: skip
_OWN_GROUPS = {
    LabelKind.STARRED: "",  # says nothing about whose contact they are
    LabelKind.FRIENDS: "* friends",
    LabelKind.FAMILY: "* family",
    LabelKind.COWORKERS: "* coworkers",
}
_BETWEEN = ":::"
Values = list[list[str]]
_Text = Callable[[Mapping[str, Any]], str]
_Cells = Callable[[Mapping[str, Any]], list[str]]


@dataclass(slots=True)
class Record:
    """A person: texts by column for what there is one of, and lists of cells for what there are
    several of, by the names of :data:`MOST`."""

    name: str
    single: dict[str, str] = field(default_factory=dict)
    several: dict[str, Values] = field(default_factory=dict)


@dataclass(slots=True)
class Gathered:
    """What came of a page."""

    records: list[Record] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    left_out: int = 0


def gather(
    people: Iterable[Mapping[str, Any]], labels: Mapping[str, Label], label: str
) -> Gathered:
    """Return the people of a page who have a label, those deleted since and what is left out."""
    found = Gathered()
    for person in people:
        name = words(person.get("resourceName"), VALUE_LENGTH)
        groups = _groups(person)
        if inner(person.get("metadata")).get("deleted") is True:
            found.removed.append(name)
        elif name and (label == EVERYBODY or label in groups):
            record = Record(name, _single(person, groups, labels))
            found.left_out += _add_several(record, person)
            found.records.append(record)
    return found


def changed_at(person: Mapping[str, Any]) -> datetime | None:
    """Return when a person was changed last at Google; None where it does not say that.

    Source: https://developers.google.com/people/api/rest/v1/people#SourceMetadata
    """
    found = []
    for source in objects(inner(person.get("metadata")).get("sources")):
        try:
            at = datetime.fromisoformat(words(source.get("updateTime"), 40))
        except ValueError:
            continue
        found += [at] if at.tzinfo else []
    return max(found, default=None)


def _groups(person: Mapping[str, Any]) -> list[str]:
    members = (inner(each.get("contactGroupMembership")) for each in _all(person, "memberships"))
    return [words(each.get("contactGroupResourceName"), TITLE_LENGTH) for each in members]


def _single(
    person: Mapping[str, Any], groups: Iterable[str], labels: Mapping[str, Label]
) -> dict[str, str]:
    name, work = _first(person, "names"), _first(person, "organizations")
    cells = {column: _text(name, part) for column, part in _NAMES.items()}
    if not (cells["First Name"] or cells["Last Name"]):
        cells["First Name"] = _text(name, "displayName") or _text(name, "unstructuredName")
    cells |= {
        "Nickname": _text(_first(person, "nicknames"), "value"),
        "File As": _text(_first(person, "fileAses"), "value"),
        "Organization Name": _text(work, "name"),
        "Organization Title": _text(work, "title"),
        "Organization Department": _text(work, "department"),
        "Birthday": _day(_first(person, "birthdays")),
        "Notes": words(_first(person, "biographies").get("value"), NOTE_LENGTH),
        "Labels": _labels(groups, labels),
    }
    return {column: text for column, text in cells.items() if text}


def _labels(groups: Iterable[str], labels: Mapping[str, Label]) -> str:
    found = [labels[name] for name in groups if name in labels]
    titles = [_OWN_GROUPS.get(each.kind, each.title.replace(_BETWEEN, " ")) for each in found]
    return f" {_BETWEEN} ".join(dict.fromkeys(filter(None, titles)))


def _day(birthday: Mapping[str, Any]) -> str:
    """Return a day as Google's CSV writes it: ``1980-03-14``, ``--03-14`` without a year."""
    date = inner(birthday.get("date"))
    year, month, day = (_number(date.get(name)) for name in ("year", "month", "day"))
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return _text(birthday, "text")
    return f"{year:04}-{month:02}-{day:02}" if 0 < year < 10_000 else f"--{month:02}-{day:02}"


def _number(value: object) -> int:
    return value if isinstance(value, int) and not isinstance(value, bool) else 0


def _address(each: Mapping[str, Any]) -> list[str]:
    parts = ("formattedValue", "streetAddress", "city", "poBox", "region", "postalCode")
    country = _text(each, "countryCode") or _text(each, "country")
    cells = [*(_text(each, part) for part in parts), country, _text(each, "extendedAddress")]
    return [_kind(each), *cells] if any(cells) else []


def _labelled(
    value: _Text,
) -> _Cells:
    def cells(each: Mapping[str, Any]) -> list[str]:
        text = value(each)
        return [_kind(each), text] if text else []

    return cells


def _custom(each: Mapping[str, Any]) -> list[str]:
    value = _text(each, "value")
    return [_text(each, "key"), value] if value else []


_SEVERAL: dict[str, tuple[str, _Cells]] = {
    "emails": ("emailAddresses", _labelled(lambda each: _text(each, "value"))),
    "phones": ("phoneNumbers", _labelled(lambda each: _text(each, "value"))),
    "addresses": ("addresses", _address),
    "websites": ("urls", _labelled(lambda each: _text(each, "value"))),
    "relations": ("relations", _labelled(lambda each: _text(each, "person"))),
    "events": ("events", _labelled(_day)),
    "customs": ("userDefined", _custom),
}


def _add_several(record: Record, person: Mapping[str, Any]) -> int:
    """Fill in what a person has several of, and return how many values are left out."""
    left_out = 0
    for name, (source, cells_of) in _SEVERAL.items():
        given = _all(person, source)
        given.sort(key=lambda each: not _is_primary(each))  # stable: the others as they were
        left_out += max(0, len(given) - MOST[name])
        values = [cells for each in given[: MOST[name]] if (cells := cells_of(each))]
        if values:
            record.several[name] = values
    return left_out


def _kind(each: Mapping[str, Any]) -> str:
    kind = words(each.get("type"), TITLE_LENGTH)
    return _KINDS.get(kind.casefold()) or _text(each, "formattedType") or kind


def _all(person: Mapping[str, Any], name: str) -> list[dict[str, Any]]:
    return objects(person.get(name))


def _first(person: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    found = _all(person, name)
    return next((each for each in found if _is_primary(each)), found[0] if found else {})


def _is_primary(each: Mapping[str, Any]) -> bool:
    return inner(each.get("metadata")).get("primary") is True


def _text(each: Mapping[str, Any], name: str) -> str:
    return words(each.get(name), VALUE_LENGTH)
