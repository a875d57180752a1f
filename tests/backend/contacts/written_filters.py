"""Filters drawn at random as a client writes them, and what they mean, said in the plainest way."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from backend.contacts.rows import (
    ContactRow,
    DateValueRow,
    NumberValueRow,
    TextValueRow,
    UrlValueRow,
    ValueRow,
)
from backend.contacts.search_text import parse_search, text_matches
from backend.core.folding import fold
from backend.core.ids import encode_id
from tests.factories.contacts import CITIES, COMPANIES, FAMILY, GIVEN, POSITIONS
from tests.factories.custom_fields import NUMBERS, TEXTS, URLS

Plain = Mapping[str, Any]
QUERIES = (
    *("", " ", "fe", "an", "e", "06 12", "+33 6 12", "12 5", "example", "o'b", "o_b", "%", "100%"),
    *("marie.dupont", "ferrari studio", "安", "安娜", '"', "\\", "zoe", "strasse", "@example", "0"),
    *(name for name in (*GIVEN, *FAMILY) if name),
)
TYPED = (
    *("a", "e", "fe", "AN", "é", "nt", "de la", "stud", "o'", "'", "%", "_", "\\", '"', "安", "ß"),
    *("info", "@example.org", "info1.0@example.org", "MARIE", "zz", "75", "750", "75 0", "SW1A"),
    *("new york", "york", "dir", "Chef de projet", "i r"),
    *(text for text in (*GIVEN, *FAMILY, *COMPANIES, *CITIES, *POSITIONS) if text),
)
DIALLED = ("06", "0612", "+33 6", "00336", "33", "12", "5678", "0", "06 12 34 56 78", "612", "+39")
LABELS = (1, 2, 3, 999)
ACTS = (1, 2)
PARTS = (
    *("GIVEN_NAME", "FAMILY_NAME", "COMPANY", "POSITION", "EMAIL", "PHONE", "ADDRESS", "CITY"),
    *("POSTAL_CODE", "COUNTRY", "PHOTO", "OPEN_TASK"),
)
TEXT_FIELDS = (*("givenName", "familyName", "company", "position", "email", "city", "postalCode"),)
TODAY = date(2026, 11, 22)


@dataclass(frozen=True)
class Person:
    """A contact as it is read, and what reads do not say."""

    row: ContactRow
    searched: str
    has_photo: bool
    has_open_task: bool
    in_trash: bool
    act_ids: frozenset[int] = frozenset()
    values: dict[int, ValueRow] = field(default_factory=dict)


def leaves(fields: Mapping[str, int]) -> st.SearchStrategy[Plain]:
    """Draw a condition; ``fields`` are custom fields by their types."""
    labels = st.lists(st.sampled_from(LABELS), max_size=3, unique=True).map(
        lambda keys: [encode_id("Label", key) for key in keys]
    )
    statuses = st.lists(st.sampled_from(("NEVER_SUBSCRIBED", "SUBSCRIBED", "UNSUBSCRIBED")))
    contacts = st.lists(st.integers(1, 70), max_size=30)
    codes = st.lists(st.sampled_from(("FR", "it", "GB", "JP")), max_size=3)
    return st.one_of(
        st.sampled_from(QUERIES).map(lambda each: {"search": each}),
        st.text(max_size=4).map(lambda each: {"search": each}),
        st.sampled_from(("anyOf", "allOf", "noneOf")).flatmap(
            lambda way: labels.map(lambda ids: {"labels": {way: ids}})
        ),
        statuses.map(lambda each: {"subscription": each}),
        st.booleans().map(lambda each: {"deleted": each}),
        contacts.map(lambda keys: {"ids": [encode_id("Contact", key) for key in keys]}),
        st.sampled_from(ACTS).map(lambda key: {"job": encode_id("Job", key)}),
        st.tuples(st.sampled_from(TEXT_FIELDS), _text_condition(TYPED)).map(lambda p: {p[0]: p[1]}),
        _text_condition(DIALLED).map(lambda each: {"phone": each}),
        st.tuples(st.sampled_from(("anyOf", "noneOf")), codes).map(
            lambda pair: {"country": {pair[0]: pair[1]}}
        ),
        st.booleans().map(lambda each: {"country": {"isEmpty": each}}),
        st.tuples(st.sampled_from(("created", "lastActivity")), _time_condition()).map(
            lambda pair: {pair[0]: pair[1]}
        ),
        st.tuples(st.sampled_from(("has", "lacks")), st.sampled_from(PARTS)).map(
            lambda pair: {pair[0]: pair[1]}
        ),
        st.lists(st.sampled_from(("BOUNCED", "INACTIVE")), unique=True).map(
            lambda each: {"deliverability": each}
        ),
        _custom_condition(fields),
    )


def filters(fields: Mapping[str, int]) -> st.SearchStrategy[Plain]:
    """Draw a filter."""

    def nested(inner: st.SearchStrategy[Plain]) -> st.SearchStrategy[Plain]:
        parts = st.lists(inner, max_size=3)
        return st.one_of(
            parts.map(lambda each: {"and": each}),
            parts.map(lambda each: {"or": each}),
            inner.map(lambda each: {"not": each}),
        )

    return st.recursive(leaves(fields), nested, max_leaves=6)


def _text_condition(typed: Sequence[str]) -> st.SearchStrategy[Plain]:
    ways = st.sampled_from(("is", "isNot", "contains", "startsWith"))
    return st.one_of(
        st.tuples(ways, st.sampled_from(typed)).map(lambda pair: {pair[0]: pair[1]}),
        st.booleans().map(lambda each: {"isEmpty": each}),
    )


def _days() -> st.SearchStrategy[date]:
    return st.integers(-12, 3).map(lambda days: TODAY + timedelta(days=days))


def _range(days: st.SearchStrategy[date]) -> st.SearchStrategy[Plain]:
    return st.fixed_dictionaries(
        {}, optional={"from": days.map(date.isoformat), "to": days.map(date.isoformat)}
    )


def _time_condition() -> st.SearchStrategy[Plain]:
    return st.one_of(
        _range(_days()).map(lambda each: {"between": each}),
        st.tuples(st.sampled_from(("inLastDays", "notInLastDays")), st.integers(1, 12)).map(
            lambda pair: {pair[0]: pair[1]}
        ),
    )


def _custom_condition(fields: Mapping[str, int]) -> st.SearchStrategy[Plain]:
    def of(kind: str, asked: st.SearchStrategy[Plain]) -> st.SearchStrategy[Plain]:
        key = encode_id("CustomField", fields[kind])
        return asked.map(lambda each: {"custom": {"fieldId": key, "is": each}})

    def entry(names: Sequence[str], values: Sequence[str]) -> st.SearchStrategy[Plain]:
        pair = st.tuples(st.sampled_from(names), st.sampled_from(values))
        return pair.map(lambda each: {each[0]: each[1]})

    numbers = st.sampled_from(NUMBERS)
    bounds = st.fixed_dictionaries({}, optional={"from": numbers, "to": numbers})
    ways = ("contains", "startsWith")
    recent = st.sampled_from(("inLastDays", "notInLastDays", "inNextDays"))
    return st.one_of(
        *(of(kind, st.booleans().map(lambda each: {"has": each})) for kind in fields),
        of("text", entry(("text", *ways), (*TEXTS[:-2], "ß", "e", "cl", "n"))),
        of("url", entry(("url", *ways), (*URLS, "example", "org", "https://example", "c"))),
        of("number", bounds.map(lambda each: {"number": each})),
        of("date", _range(_days()).map(lambda each: {"date": each})),
        of("date", st.tuples(recent, st.integers(1, 12)).map(lambda pair: {pair[0]: pair[1]})),
    )


def means(plain: Plain, person: Person, zone: ZoneInfo, *, top: bool = True) -> bool:
    """Whether a written filter chooses a person, said without any of the product's forms of it."""
    if top and not _speaks_of_trash(plain) and (person.in_trash or person.row.deleted_at):
        return False
    (name, value) = next(iter(plain.items()))
    match name:
        case "and":
            return all(means(part, person, zone, top=False) for part in value)
        case "or":
            return any(means(part, person, zone, top=False) for part in value)
        case "not":
            return not means(value, person, zone, top=False)
        case "created" | "lastActivity":
            row = person.row
            instant = row.created_at if name == "created" else row.last_activity_at
            return _on_days(instant.astimezone(zone).date(), value)
        case "custom":
            return _custom(value, person)
    return _MEANINGS[name](value, person)


def _speaks_of_trash(plain: Plain) -> bool:
    return "deleted" in plain or any(map(_speaks_of_trash, plain.get("and", ())))


def _ids(type_name: str, keys: Sequence[int]) -> set[str]:
    return {encode_id(type_name, key) for key in keys}


def _labels(value: Plain, person: Person) -> bool:
    carried = {label.id for label in person.row.labels}
    (way, ids) = next(iter(value.items()))
    found = [each in carried for each in ids]
    return {"anyOf": any(found), "allOf": all(found), "noneOf": not any(found)}[way]


def _text(texts: Sequence[str | None], value: Plain, same: Callable[[str], str] = fold) -> bool:
    held = [same(text) for text in texts if text and same(text)]
    (way, typed) = next(iter(value.items()))
    if way == "isEmpty":
        return (not held) is typed
    asked = same(typed.strip())
    if way == "isNot":
        return all(asked != text for text in held)
    tests: dict[str, Callable[[str], bool]] = {
        "is": lambda text: text == asked,
        "contains": lambda text: asked in text,
        "startsWith": lambda text: text.startswith(asked),
    }
    return any(map(tests[way], held))


def _without_spaces(text: str) -> str:
    return fold(text).replace(" ", "")


def _phone(value: Plain, person: Person) -> bool:
    (way, typed) = next(iter(value.items()))
    phones = person.row.phones
    if way == "isEmpty":
        return (not phones) is typed
    found = [_is_dialled(way, typed, each.number, each.e164) for each in phones]
    return not any(found) if way == "isNot" else any(found)


def _is_dialled(way: str, typed: str, number: str, e164: str | None) -> bool:
    """``typed`` by somebody in France."""
    abroad = e164[1:] if e164 else "".join(filter(str.isdigit, number))
    home = "0" + abroad[2:] if e164 and e164.startswith("+33") else abroad
    digits = "".join(filter(str.isdigit, typed))
    if way in ("is", "isNot"):
        return digits in (abroad, home)
    begins = abroad.startswith(digits)
    if not typed.startswith("+"):
        begins = begins or home.startswith(digits)
        if digits.startswith("00"):
            begins = begins or abroad.startswith(digits[2:])
    return begins or (way == "contains" and digits in abroad)


def _country(value: Plain, person: Person) -> bool:
    held = {address.country_code for address in person.row.addresses if address.country_code}
    (way, asked) = next(iter(value.items()))
    if way == "isEmpty":
        return (not held) is asked
    meets = any(code.upper() in held for code in asked)
    return meets if way == "anyOf" else not meets


def _on_days(day: date, value: Plain) -> bool:
    (way, asked) = next(iter(value.items()))
    if way == "between":
        low, high = asked.get("from"), asked.get("to")
        return (not low or day >= date.fromisoformat(low)) and (
            not high or day <= date.fromisoformat(high)
        )
    ago, most = (TODAY - day).days, int(asked)
    return {
        "inLastDays": 0 <= ago <= most,
        "notInLastDays": ago > most,
        "inNextDays": 0 <= -ago <= most,
    }[way]


def _custom(value: Plain, person: Person) -> bool:
    held = next((each for each in person.row.values if each.field_id == value["fieldId"]), None)
    (way, asked) = next(iter(value["is"].items()))
    if way == "has":
        return (held is not None) is asked
    match held:
        case TextValueRow():
            return _text((held.text,), {"is" if way == "text" else way: asked}, _same_text)
        case UrlValueRow():
            return _text((held.url,), {"is" if way == "url" else way: asked}, _same_url)
        case NumberValueRow():
            low, high = asked.get("from"), asked.get("to")
            return (low is None or held.number >= Decimal(low)) and (
                high is None or held.number <= Decimal(high)
            )
        case DateValueRow():
            return _on_days(held.date, {"between" if way == "date" else way: asked})
    return False


def _same_text(text: str) -> str:
    return fold(text) or text.strip()


def _same_url(url: str) -> str:
    return fold(url.removeprefix("mailto:").rpartition("://")[2]).rstrip("/")


def _parts(person: Person) -> set[str]:
    row = person.row
    held = {
        "GIVEN_NAME": row.given_name and fold(row.given_name),
        "FAMILY_NAME": row.family_name and fold(row.family_name),
        "COMPANY": row.company and fold(row.company),
        "POSITION": row.position and fold(row.position),
        "EMAIL": row.emails,
        "PHONE": row.phones,
        "ADDRESS": row.addresses,
        "CITY": any(each.city for each in row.addresses),
        "POSTAL_CODE": any(each.postal_code for each in row.addresses),
        "COUNTRY": any(each.country_code for each in row.addresses),
        "PHOTO": person.has_photo,
        "OPEN_TASK": person.has_open_task,
    }
    return {name for name, each in held.items() if each}


def _delivery(value: Sequence[str], person: Person) -> bool:
    bounced = any(email.bounced_at for email in person.row.emails)
    return ("BOUNCED" in value and bounced) or (
        "INACTIVE" in value and person.row.inactive_since is not None
    )


_MEANINGS: dict[str, Callable[[Any, Person], bool]] = {
    "search": lambda value, person: text_matches(person.searched, parse_search(value)),
    "labels": _labels,
    "subscription": lambda value, person: any(
        email.status.upper() in value for email in person.row.emails
    ),
    "deleted": lambda value, person: person.in_trash is value,
    "ids": lambda value, person: person.row.id in value,
    "job": lambda value, person: value in _ids("Job", sorted(person.act_ids)),
    "givenName": lambda value, person: _text((person.row.given_name,), value),
    "familyName": lambda value, person: _text((person.row.family_name,), value),
    "company": lambda value, person: _text((person.row.company,), value),
    "position": lambda value, person: _text((person.row.position,), value),
    "email": lambda value, person: _text([e.address for e in person.row.emails], value, str.lower),
    "phone": _phone,
    "city": lambda value, person: _text([a.city for a in person.row.addresses], value),
    "postalCode": lambda value, person: _text(
        [a.postal_code for a in person.row.addresses], value, _without_spaces
    ),
    "country": _country,
    "has": lambda value, person: value in _parts(person),
    "lacks": lambda value, person: value not in _parts(person),
    "deliverability": _delivery,
}
NOON = datetime(TODAY.year, TODAY.month, TODAY.day, 12, tzinfo=UTC)
