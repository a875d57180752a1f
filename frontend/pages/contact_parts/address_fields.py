"""The fields of a postal address: the country first, then its fields in the order and under the
names the country uses.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from reactpy import component, html, use_state
from reactpy.types import VdomDict

from frontend.components import Choice, Combobox, TextField
from frontend.hooks import Form, use_query
from frontend.locale import t
from frontend.operations import load
from frontend.pages.contact_parts.countries import country_choice, find_countries
from frontend.pages.contact_parts.suggesting import suggesting
from frontend.session import current_session

WITHOUT_LAYOUT = ("street", "extended", "postalCode", "city", "region")
FULL_LINES = frozenset({"street", "extended"})


@component
def AddressFields(form: Form, name: str) -> VdomDict:
    """The country, and below it the fields that its addresses have."""
    session = current_session()
    country, set_country = use_state(str(form.get(f"{name}.countryCode")))
    layout, _, _, _ = use_query(
        load("contacts/read_address_layout"), {"countryCode": country}, skip=not country
    )
    known = layout["addressLayout"]["fields"] if layout and country else ()
    fields = _with_what_is_there(known, form, name)

    def choose(code: str) -> None:
        form.set(f"{name}.countryCode", code)
        set_country(code)

    async def search(text: str) -> list[Choice]:
        own = session.viewer.value.account.country if session.viewer.value else ""
        return await find_countries(session.client, text, own)

    return html.div(
        {"className": "address-fields"},
        html.div(
            {"className": "field address-country", "key": "country"},
            html.label(
                {"className": "field-label", "htmlFor": form.element_id(f"{name}.countryCode")},
                t("Country"),
            ),
            Combobox(
                id=form.element_id(f"{name}.countryCode"),
                label=t("Country"),
                choices=[country_choice(country)] if country else [],
                selected=[country_choice(country)] if country else [],
                search=search,
                on_select=choose,
                placeholder=t("Choose a country"),
                key="country-box",
            ),
        ),
        *(_field(form, name, field) for field in fields),
    )


def _with_what_is_there(
    known: Sequence[Mapping[str, Any]], form: Form, name: str
) -> list[Mapping[str, Any]]:
    """Return a country's fields, and those it does not print but that say something here."""
    names = {field["name"] for field in known}
    more = [
        {"name": field, "label": field}
        for field in WITHOUT_LAYOUT
        if field not in names and (not known or form.get(f"{name}.{field}"))
    ]
    return [*known, *more]


def _field(form: Form, name: str, field: Mapping[str, Any]) -> VdomDict:
    api_name = field["name"]
    return html.div(
        {
            "key": api_name,
            "className": "address-line" if api_name in FULL_LINES else "address-part",
        },
        TextField(
            form,
            f"{name}.{api_name}",
            label=_label(api_name, field["label"]),
            attributes={"maxLength": 300},
            suggest=suggesting(api_name),
            key=api_name,
        ),
    )


def _label(name: str, called: str) -> str:
    """Return the words for a field as the country calls it (Google's address data has a word for
    each).
    """
    return {
        "street": t("Street and number"),
        "extended": t("Flat, building, floor"),
        "city": t("City"),
        "post_town": t("Post town"),
        "suburb": t("Suburb"),
        "postal": t("Postal code"),
        "postal_code": t("Postal code"),
        "postalCode": t("Postal code"),
        "zip": t("ZIP code"),
        "pin": t("PIN code"),
        "eircode": t("Eircode"),
        "region": t("Region"),
        "area": t("Area"),
        "county": t("County"),
        "department": t("Department"),
        "district": t("District"),
        "do_si": t("Province or city"),
        "emirate": t("Emirate"),
        "island": t("Island"),
        "oblast": t("Oblast"),
        "parish": t("Parish"),
        "prefecture": t("Prefecture"),
        "province": t("Province"),
        "state": t("State"),
        "neighborhood": t("Neighbourhood"),
        "village_township": t("Village or township"),
        "townland": t("Townland"),
    }.get(called) or _label(name, name)
