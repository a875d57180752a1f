"""One row of the list as a shared fragment.

Ticks, the row in focus and the open one are marked by the browser (static/islands/grid.js): the fragment is the same
for all who see the contact under the same columns.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from hashlib import blake2b
from typing import Any

import orjson
from reactpy import html
from reactpy.types import VdomDict

from frontend.components import Avatar, Chip, Time
from frontend.fragments import Fragment, fragment
from frontend.locale import t, territory_name
from frontend.pages.contact_parts.words import contact_name, status_words
from frontend.pages.contacts_grid.columns import BY_ID, Column
from frontend.pages.contacts_grid.segment import Placement, Row

Contact = Mapping[str, Any]
MOST_LABELS = 6


def _version(contact: Contact, shown: tuple[str, ...]) -> Hashable:
    content = orjson.dumps(contact, default=dict)
    return shown, blake2b(content, digest_size=16).digest()


@fragment(version=_version)
def row_fragment(contact: Contact, shown: tuple[str, ...]) -> VdomDict:
    """Draw a contact under the columns `shown`."""
    name = contact_name(contact)
    return html.div(
        {
            "key": contact["id"],
            "id": f"row-{contact['id']}",
            "role": "row",
            "className": "grid-row",
            "data-id": contact["id"],
        },
        html.div(
            {"role": "gridcell", "className": "grid-cell grid-tick-cell"},
            html.input(
                {
                    "type": "checkbox",
                    "className": "checkbox-input grid-tick",
                    "tabIndex": -1,
                    "aria-label": t("Select {name}", name=name),
                }
            ),
        ),
        *(_cell(BY_ID[column_id], contact, name) for column_id in shown),
    )


def row_of(contact: Contact, shown: tuple[str, ...], cursor: str | None = None) -> Row:
    """Return a contact as a loaded row."""
    drawn: Fragment = row_fragment(contact, shown)
    return Row(contact["id"], contact_name(contact), drawn, cursor)


def placement_of(placement: Mapping[str, Any], shown: tuple[str, ...]) -> Placement:
    """Return a ContactPlacement of the API as a loaded row and its neighbour."""
    return Placement(row_of(placement["contact"], shown), placement["previousId"])


def _cell(column: Column, contact: Contact, name: str) -> VdomDict:
    if column.id == "name":
        return _name_cell(contact, name)
    return html.div(
        {"role": "gridcell", "className": f"grid-cell grid-{column.id}"},
        *_CONTENT[column.id](contact),
    )


def _name_cell(contact: Contact, name: str) -> VdomDict:
    """The name, and a second line that only narrow screens show."""
    second = [contact.get("company"), (contact.get("primaryEmail") or {}).get("address")]
    return html.div(
        {"role": "gridcell", "className": "grid-cell grid-name"},
        Avatar(name, photo_url=contact.get("photoUrl"), size=24),
        html.a(
            {"className": "grid-link", "href": f"/contacts?open={contact['id']}", "tabIndex": -1},
            html.bdi(name),
        ),
        html.span({"className": "grid-second"}, " · ".join(part for part in second if part)),
    )


def _text(field: str) -> Any:
    def draw(contact: Contact) -> list[Any]:
        value = contact.get(field)
        return [html.bdi(value)] if value else []

    return draw


def _email(contact: Contact) -> list[Any]:
    email = contact.get("primaryEmail")
    return [html.bdi(email["address"])] if email else []


def _phone(contact: Contact) -> list[Any]:
    phone = contact.get("primaryPhone")
    return [html.bdi({"dir": "ltr"}, phone["display"])] if phone else []


def _labels(contact: Contact) -> list[Any]:
    labels = contact.get("labels") or []
    return [Chip(label["name"], color=label["color"]) for label in labels[:MOST_LABELS]]


def _subscription(contact: Contact) -> list[Any]:
    email = contact.get("primaryEmail")
    if not email:
        return []
    look = f"status status-{email['status'].lower().replace('_', '-')}"
    return [html.span({"className": look}, status_words(email["status"]))]


def _city(contact: Contact) -> list[Any]:
    return [html.bdi(a["city"]) for a in (contact.get("addresses") or [])[:1] if a["city"]]


def _country(contact: Contact) -> list[Any]:
    codes = [a["countryCode"] for a in contact.get("addresses") or [] if a["countryCode"]]
    return [territory_name(codes[0])] if codes else []


_CONTENT = {
    "company": _text("company"),
    "position": _text("position"),
    "email": _email,
    "phone": _phone,
    "labels": _labels,
    "subscription": _subscription,
    "city": _city,
    "country": _country,
    "activity": lambda contact: [Time(contact["lastActivityAt"])],
    "created": lambda contact: [Time(contact["createdAt"])],
}
