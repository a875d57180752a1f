"""What a filter says, in words: "Company contains studio", "Label is none of client, vip"."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import NamedTuple

import orjson

from frontend.locale import format_date, format_month, t, territory_name, tn
from frontend.locale.typed_numbers import show_number
from frontend.pages.contact_filters.conditions import Condition, Group, Opaque, Part
from frontend.pages.contact_filters.fields import custom_key, kind_of, span_days
from frontend.pages.contact_filters.names import Names
from frontend.pages.contact_parts.words import status_words

FIELD_WORDS: Mapping[str, Callable[[], str]] = {
    "given": lambda: t("Given name"),
    "family": lambda: t("Family name"),
    "company": lambda: t("Company"),
    "position": lambda: t("Position"),
    "photo": lambda: t("Photo"),
    "email": lambda: t("E-mail"),
    "health": lambda: t("Deliverability"),
    "phone": lambda: t("Phone"),
    "city": lambda: t("City"),
    "postcode": lambda: t("Postal code"),
    "country": lambda: t("Country"),
    "address": lambda: t("Address"),
    "label": lambda: t("Label"),
    "subscription": lambda: t("Subscription"),
    "created": lambda: t("Date created"),
    "activity": lambda: t("Last activity"),
    "task": lambda: t("Open task"),
    "segment": lambda: t("Saved filter"),
    "job": lambda: t("Recent action"),
    "search": lambda: t("Name, e-mail or phone"),
}


class Words(NamedTuple):
    """A condition in three parts, read one after the other; any of them may be empty."""

    field: str
    operator: str = ""
    value: str = ""

    def __str__(self) -> str:
        return " ".join(part for part in self if part)


def field_words(field: str, names: Names) -> str:
    """Return what a field is called."""
    custom = custom_key(field)
    if custom is not None:
        return names.custom_field(custom.id)
    return FIELD_WORDS[field]()


def operator_words(field: str, operator: str) -> str:
    """Return what an operator is called where one chooses it."""
    kind = kind_of(field)
    if kind == "labels":
        return {
            "any": t("is any of"),
            "all": t("is all of"),
            "none": t("is none of"),
        }[operator]
    if kind in ("country", "statuses", "health"):
        chosen = {"is": t("is any of"), "differs": t("is none of")}
        if operator in chosen:
            return chosen[operator]
    if kind == "segment":
        return t("is in") if operator == "is" else t("is not in")
    return {
        "contains": t("contains"),
        "lacks": t("does not contain"),
        "is": t("is"),
        "differs": t("is not"),
        "begins": t("begins with"),
        "has": t("is filled in"),
        "missing": t("is empty"),
        "between": t("is between"),
        "least": t("is at least"),
        "most": t("is at most"),
        "last": t("is in the last … days"),
        "older": t("is more than … days ago"),
        "next": t("is in the next … days"),
        "on": t("is on"),
        "from": t("is on or after"),
        "until": t("is on or before"),
    }[operator]


def words_of(condition: Condition, names: Names) -> Words:
    """Return a condition in words."""
    field, operator = condition.field, condition.operator
    if operator in ("has", "missing"):
        special = _had(field, operator)
        return Words(special) if special else _named(condition, names)
    if field == "health":
        return _health(condition)
    kind = kind_of(field)
    if kind in ("date", "moment"):
        return Words(field_words(field, names), *_day_words(operator, condition.values))
    if kind in ("labels", "country", "statuses", "segment", "job"):
        return _chosen(condition, names)
    return _named(condition, names)


def sentence(part: Part, names: Names) -> str:
    """Return a part of a filter, or a whole one, as one sentence."""
    if isinstance(part, Condition):
        return str(words_of(part, names))
    if isinstance(part, Opaque):
        return _opaque(part)
    inner = [
        f"({sentence(each, names)})" if _is_joined(each) else sentence(each, names)
        for each in part.parts
    ]
    if not inner:
        return t("nobody") if part.match == "any" else t("everybody")
    joined = f" {t('and') if part.match == 'all' else t('or')} ".join(inner)
    if part.match != "none":
        return joined
    return t("not {condition}", condition=f"({joined})" if len(inner) > 1 else joined)


def _is_joined(part: Part) -> bool:
    return isinstance(part, Group) and part.match != "none" and len(part.parts) > 1


def _named(condition: Condition, names: Names) -> Words:
    field, operator, values = condition.field, condition.operator, condition.values
    name = field_words(field, names)
    if kind_of(field) != "number" or not values:
        return Words(name, operator_words(field, operator), values[0] if values else "")
    shown = [show_number(Decimal(value)) for value in values]
    if operator == "between":
        return Words(name, t("is between"), t("{low} and {high}", low=shown[0], high=shown[1]))
    return Words(name, operator_words(field, operator), shown[0])


def _had(field: str, operator: str) -> str | None:
    """Return whole sentences for what one has or has not."""
    words: Mapping[str, tuple[str, str]] = {
        "company": (t("Has a company"), t("Has no company")),
        "email": (t("Has an e-mail"), t("Has no e-mail")),
        "phone": (t("Has a phone"), t("Has no phone")),
        "address": (t("Has an address"), t("Has no address")),
        "photo": (t("Has a photo"), t("Has no photo")),
        "task": (t("Has an open task"), t("Has no open task")),
    }
    pair = words.get(field)
    return pair[operator == "missing"] if pair else None


def _health(condition: Condition) -> Words:
    said = f" {t('or')} ".join(health_words(value) for value in condition.values)
    return Words(said if condition.operator == "is" else t("not {condition}", condition=said))


def health_words(value: str) -> str:
    """Return the words of what became of the letters to somebody."""
    return {"BOUNCED": t("Bounced"), "INACTIVE": t("Inactive")}.get(value, value)


def _chosen(condition: Condition, names: Names) -> Words:
    name: Callable[[str], str] = {
        "label": names.label,
        "country": territory_name,
        "subscription": status_words,
        "segment": names.segment,
        "job": names.job,
    }[condition.field]
    values = [name(value) for value in condition.values]
    field = field_words(condition.field, names)
    if condition.field == "segment":
        return Words(field, "" if condition.operator == "is" else t("is not"), values[0])
    if len(values) == 1:
        is_negated = condition.operator in ("none", "differs")
        return Words(field, t("is not") if is_negated else t("is"), values[0])
    return Words(field, operator_words(condition.field, condition.operator), ", ".join(values))


def _day_words(operator: str, values: tuple[str, ...]) -> tuple[str, str]:
    if operator in ("last", "older", "next"):
        days = span_days(values[0])
        if operator == "last":
            return t("is in"), tn("the last day", "the last {count} days", days)
        if operator == "next":
            return t("is in"), tn("the next day", "the next {count} days", days)
        return t("is", context="ago"), tn("more than a day ago", "more than {count} days ago", days)
    if operator == "between":
        whole = _whole_span(date.fromisoformat(values[0]), date.fromisoformat(values[1]))
        if whole:
            return t("is in"), whole
        first, last = (format_date(value) for value in values)
        return t("is between"), t("{low} and {high}", low=first, high=last)
    words = {"from": t("is on or after"), "until": t("is on or before"), "on": t("is on")}
    return words[operator], format_date(values[0])


def _whole_span(first: date, last: date) -> str | None:
    """Return the name of a year or a month that two days bound."""
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return str(first.year) if first.year == last.year else None
    is_month = first.day == 1 and last.day == monthrange(last.year, last.month)[1]
    if is_month and (first.year, first.month) == (last.year, last.month):
        return format_month(first)
    return None


def _opaque(part: Opaque) -> str:
    raw = orjson.loads(part.json)
    if isinstance(raw, dict) and isinstance(raw.get("deleted"), bool):
        return t("Is in the trash") if raw["deleted"] else t("Is not in the trash")
    if isinstance(raw, dict) and isinstance(raw.get("ids"), list):
        return tn("Is {count} chosen contact", "Is one of {count} chosen contacts", len(raw["ids"]))
    return part.json
