"""What became of a contact's fields, in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import DecimalException
from typing import Any, NamedTuple

from frontend.locale import t, tn
from frontend.pages.contact_parts.field_values import shown_value
from frontend.pages.contact_parts.words import (
    address_kinds,
    email_kinds,
    field_label,
    phone_kinds,
    statuses,
)

Change = Mapping[str, Any]


class Line(NamedTuple):
    """One of several changes: of what, from what, to what."""

    label: str
    before: str
    after: str


def sentence(name: str, change: Change) -> str:
    """Say one change as a whole: `name` is who did it."""
    if change["field"] == "labels":
        return _labels(name, change)
    what, before, after = _object(change), _texts(change, "before"), _texts(change, "after")
    if before and after:
        return t(
            "{who} changed {what} from “{before}” to “{after}”",
            who=name,
            what=what,
            before=before,
            after=after,
        )
    if after:
        return t("{who} added {what} “{after}”", who=name, what=what, after=after)
    if before:
        return t("{who} removed {what} “{before}”", who=name, what=what, before=before)
    return t("{who} changed {what}", who=name, what=what)


def lines_of(changes: Sequence[Change]) -> list[Line]:
    """Return the changes of an entry that are too many for its sentence."""
    if len(changes) < 2:
        return []
    return [
        Line(_label(change), _texts(change, "before"), _texts(change, "after"))
        for change in changes
    ]


def _labels(name: str, change: Change) -> str:
    added, removed = _texts(change, "after"), _texts(change, "before")
    if added and removed:
        return t(
            "{who} took off {removed} and put on {added}", who=name, removed=removed, added=added
        )
    if added:
        return tn(
            "{who} put on the label {labels}",
            "{who} put on the labels {labels}",
            len(change["after"]),
            who=name,
            labels=added,
        )
    if removed:
        return tn(
            "{who} took off the label {labels}",
            "{who} took off the labels {labels}",
            len(change["before"]),
            who=name,
            labels=removed,
        )
    return t("{who} changed {what}", who=name, what=t("the labels"))


def _object(change: Change) -> str:
    """Return what was changed, as the object of a sentence."""
    field, of = change["field"], change["name"] or ""
    if field == "customValue":
        return t("“{field}”", field=of)
    if field == "emailStatus":
        return t("the subscription of {address}", address=of)
    if field in ("emailKind", "phoneKind", "addressKind"):
        return t("the kind of {address}", address=of)
    phrases = {
        "givenName": t("the given name"),
        "familyName": t("the family name"),
        "company": t("the company"),
        "position": t("the position"),
        "emails": t("the e-mail"),
        "phones": t("the phone"),
        "addresses": t("the address"),
        "photo": t("the photo"),
        "labels": t("the labels"),
    }
    return phrases.get(field, str(field))


def _label(change: Change) -> str:
    """Return what was changed, as the beginning of a line."""
    field, of = change["field"], change["name"] or ""
    if field == "customValue":
        return str(of)
    if field == "emailStatus":
        return t("Subscription of {address}", address=of)
    if field in ("emailKind", "phoneKind", "addressKind"):
        return t("Kind of {address}", address=of)
    return field_label(field)


def _texts(change: Change, side: str) -> str:
    return ", ".join(_text(change, text) for text in change[side])


def _text(change: Change, text: str) -> str:
    """Write a value as the language does; what is none any more is shown as it was kept."""
    kinds = {
        "emailStatus": statuses,
        "emailKind": email_kinds,
        "phoneKind": phone_kinds,
        "addressKind": address_kinds,
    }.get(change["field"])
    if kinds is not None:
        return kinds().get(text.upper(), text)
    if change["field"] == "customValue" and change["type"]:
        try:
            return shown_value(change["type"], text)
        except (ValueError, DecimalException):
            return text
    return text
