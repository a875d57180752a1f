"""One row of the list as a shared fragment.

Ticks, the row in focus and the open one are marked by the browser (static/islands/grid.js): the
fragment is the same for all who see the contact under the same columns.

Rows are what there is most of, so their elements are plain dicts: made with `html` they would take
three times as long.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from datetime import date, datetime
from functools import lru_cache
from hashlib import blake2b
from typing import Any, cast

import orjson
from reactpy.types import VdomDict

from frontend.components import Avatar
from frontend.fragments import Fragment, fragment
from frontend.locale import (
    current_locale,
    current_time_zone,
    format_date,
    in_locale,
    t,
    territory_name,
)
from frontend.pages.contact_parts.field_values import kept_value, kind_of, link_of, shown_value
from frontend.pages.contact_parts.words import contact_name, status_words
from frontend.pages.contacts_grid.columns import BY_ID
from frontend.pages.contacts_grid.listing import CUSTOM
from frontend.pages.contacts_grid.segment import Placement, Row

Contact = Mapping[str, Any]
MOST_LABELS = 12


def _version(contact: Contact, shown: tuple[str, ...]) -> Hashable:
    content = orjson.dumps(contact, default=dict)
    return shown, blake2b(content, digest_size=16).digest()


@fragment(version=_version)
def row_fragment(contact: Contact, shown: tuple[str, ...]) -> VdomDict:
    """Draw a contact under the columns `shown`."""
    name = contact_name(contact)
    row = _element(
        "div",
        {
            "key": contact["id"],
            "id": f"row-{contact['id']}",
            "role": "row",
            "className": "grid-row",
            "data-id": contact["id"],
        },
        _cell(
            "grid-tick-cell",
            _element(
                "input",
                {
                    "type": "checkbox",
                    "className": "checkbox-input grid-tick",
                    "tabIndex": -1,
                    "aria-label": t("Select {name}", name=name),
                },
            ),
        ),
        *_cells(contact, shown, name),
    )
    return cast(VdomDict, row)


def row_of(contact: Contact, shown: tuple[str, ...], cursor: str | None = None) -> Row:
    """Return a contact as a loaded row."""
    drawn: Fragment = row_fragment(contact, shown)
    return Row(contact["id"], contact_name(contact), drawn, cursor)


def placement_of(placement: Mapping[str, Any], shown: tuple[str, ...]) -> Placement:
    """Return a ContactPlacement of the API as a loaded row and its neighbour."""
    return Placement(row_of(placement["contact"], shown), placement["previousId"])


def _element(tag: str, attributes: dict[str, Any], *children: Any) -> dict[str, Any]:
    return {"tagName": tag, "attributes": attributes, "children": children}


def _cell(look: str, *children: Any) -> dict[str, Any]:
    return _element("div", {"role": "gridcell", "className": f"grid-cell {look}"}, *children)


def _cells(contact: Contact, shown: tuple[str, ...], name: str) -> list[dict[str, Any]]:
    values = {f"{CUSTOM}{value['fieldId']}": value for value in contact.get("customValues") or ()}
    return [
        _column(column_id, contact, name) if column_id in BY_ID else _custom(values.get(column_id))
        for column_id in shown
    ]


def _custom(value: Mapping[str, Any] | None) -> dict[str, Any]:
    """Draw what a contact has in a custom field; the text of an address leads there."""
    if value is None:
        return _cell("grid-custom")
    kind, kept = kind_of(value), kept_value(value)
    words = shown_value(kind, kept)
    link = link_of(kept) if kind == "URL" else None
    if link is not None:
        attributes = {**link, "className": "grid-out", "tabIndex": -1}
        return _cell("grid-custom", _element("a", attributes, words))
    return _cell(f"grid-custom grid-custom-{kind.lower()}", words)


def _column(column_id: str, contact: Contact, name: str) -> dict[str, Any]:
    if column_id != "name":
        return _cell(f"grid-{column_id}", *_CONTENT[column_id](contact))
    link = {"className": "grid-link", "href": f"/contacts?open={contact['id']}", "tabIndex": -1}
    return _cell(
        "grid-name",
        Avatar(name, photo_url=contact.get("photoUrl"), size=24),
        _element("a", link, name),
    )


def _text(field: str) -> Any:
    def draw(contact: Contact) -> list[Any]:
        value = contact.get(field)
        return [value] if value else []

    return draw


def _email(contact: Contact) -> list[Any]:
    email = contact.get("primaryEmail")
    return [email["address"]] if email else []


def _phone(contact: Contact) -> list[Any]:
    phone = contact.get("primaryPhone")
    return [phone["display"]] if phone else []


def _labels(contact: Contact) -> list[Any]:
    """Draw chips of one element each: there are many of them, the dot is the style's."""
    return [
        _element("span", {"className": f"grid-label color-{label['color'].lower()}"}, label["name"])
        for label in (contact.get("labels") or [])[:MOST_LABELS]
    ]


def _subscription(contact: Contact) -> list[Any]:
    email = contact.get("primaryEmail")
    if not email:
        return []
    look = f"status status-{email['status'].lower().replace('_', '-')}"
    return [_element("span", {"className": look}, status_words(email["status"]))]


def _erased(contact: Contact) -> list[Any]:
    """Draw the day from which on a contact of the trash is gone for good."""
    moment = contact.get("erasedFrom")
    if not moment:
        return []
    day = datetime.fromisoformat(moment).astimezone(current_time_zone()).date()
    words = _day_words(current_locale(), day)
    # On a phone no heading says what the day is.
    attributes = {"dateTime": day.isoformat(), "data-until": t("until {day}", day=words)}
    return [_element("time", attributes, words)]


def _city(contact: Contact) -> list[Any]:
    return [a["city"] for a in (contact.get("addresses") or [])[:1] if a["city"]]


def _country(contact: Contact) -> list[Any]:
    codes = [a["countryCode"] for a in contact.get("addresses") or [] if a["countryCode"]]
    return [territory_name(codes[0])] if codes else []


def _moment(field: str) -> Any:
    """Draw an instant; the browser makes it relative, and writes it in full on hover."""

    def draw(contact: Contact) -> list[Any]:
        if not contact.get(field):
            return []
        moment = datetime.fromisoformat(contact[field])
        day = moment.astimezone(current_time_zone()).date()
        attributes = {
            "dateTime": moment.isoformat(timespec="seconds"),
            "className": "time",
            "data-relative": "",
        }
        return [_element("time", attributes, _day_words(current_locale(), day))]

    return draw


@lru_cache(maxsize=4096)
def _day_words(locale: str, day: date) -> str:
    with in_locale(locale):
        return format_date(day)


_CONTENT = {
    "company": _text("company"),
    "position": _text("position"),
    "email": _email,
    "phone": _phone,
    "labels": _labels,
    "subscription": _subscription,
    "city": _city,
    "country": _country,
    "activity": _moment("lastActivityAt"),
    "created": _moment("createdAt"),
    "deleted": _moment("deletedAt"),
    "deletedby": _text("deletedBy"),
    "erased": _erased,
}
