"""Who sells: what the law of the seller's country wants on documents."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from reactpy import component, html, use_state
from reactpy.types import VdomDict

from frontend.client import UserError
from frontend.components import CheckboxField, FormErrors, Option, Panel, SelectField
from frontend.components.place_fields import country_options
from frontend.components.submit_form import SubmitForm
from frontend.hooks import Form
from frontend.locale import t
from frontend.pages.settings.billing.checking import CheckedField, Checks, use_checks
from frontend.pages.settings.billing.parts import Refetch, Settings
from frontend.pages.settings.billing.saving import SaveButton, use_part
from frontend.pages.settings.billing.seller_words import (
    NAMES,
    Rows,
    address_names,
    identifier_names,
    register_names,
    required_names,
    words_of,
)

COUNTRY = "seller.country"
_CHECKED = ("registrationNumber", "vatNumber", "fiscalCode", "email")
"""What is checked while one types."""


def values_of(settings: Settings) -> dict[str, Any]:
    """Return what the fields begin with."""
    seller = settings["seller"]
    return {
        "seller": {name: seller[name] or "" for name in NAMES},
        "supply": settings["supply"] or "",
        "taxOnDebits": settings["taxOnDebits"],
    }


def input_of(values: Mapping[str, Any]) -> tuple[dict[str, Any], list[UserError]]:
    """Return what is saved."""
    seller = {name: values["seller"][name].strip() or None for name in NAMES}
    kept = {"supply": values["supply"] or None, "taxOnDebits": bool(values["taxOnDebits"])}
    return {"seller": seller, **kept}, []


@component
def SellerPart(settings: Settings, refetch: Refetch) -> VdomDict:
    """The form; which fields it has, and what they are called, follows the country."""
    country, set_country = use_state(settings["seller"]["country"] or "")

    def changed(name: str, value: Any) -> None:
        numbers = [f"seller.{each}" for each in _CHECKED]
        if name == COUNTRY:
            set_country(value)
            checks.look(each for each in numbers if form.get(each))
        elif name in numbers:
            checks.look((name,))

    checks = use_checks(lambda values: {"seller": input_of(values)[0]["seller"]})
    part = use_part(settings, refetch, values_of, input_of, on_change=changed)
    form = checks.form = part.form
    shown = form.get(COUNTRY, country)
    return Panel(
        t("Your business"),
        SubmitForm(
            form,
            FormErrors(form, key="errors"),
            part.conflict,
            *_fields(form, checks, shown),
            SaveButton(part),
            on_submit=part.submit,
            label=t("Your business"),
            id="billing-seller",
            class_name="form settings-form billing-form",
            key="form",
        ),
        text=t("Who sells, as invoices and quotes say it. The law wants most of it on each."),
    )


def _fields(form: Form, checks: Checks, country: str) -> list[VdomDict]:
    seller = form.values["seller"]
    groups = (
        (t("Name"), [("country",), ("name", "legalForm")]),
        (t("Address"), address_names(country)),
        (t("Identifiers"), identifier_names(country, seller)),
        (t("Register"), register_names(country, seller)),
        (t("Contact details"), [("email", "phone"), ("website",)]),
    )
    return [
        *(_group(form, checks, title, rows, country) for title, rows in groups),
        html.div(
            {"className": "billing-group", "key": "supply"},
            SelectField(
                form,
                "supply",
                supply_options(),
                label=t("What you sell"),
                hint=t("New documents say so; French invoices must."),
                key=f"supply-{form.generation}",
            ),
            CheckboxField(
                form,
                "taxOnDebits",
                label=t("VAT on debits"),
                hint=t("You chose to pay VAT when you invoice; invoices must say so."),
                key=f"debits-{form.generation}",
            )
            if country == "FR"
            else None,
        ),
    ]


def supply_options() -> list[Option]:
    """Return what can be sold."""
    return [
        Option("", t("Not said")),
        Option("SERVICES", t("Services")),
        Option("GOODS", t("Goods")),
        Option("MIXED", t("Goods and services")),
    ]


def _group(form: Form, checks: Checks, title: str, rows: Rows, country: str) -> VdomDict:
    return html.fieldset(
        {"className": "billing-group", "key": title},
        html.legend({"className": "billing-legend"}, title),
        *(
            html.div(
                {"className": "fields-row", "key": "-".join(names)},
                *(_field(form, checks, name, country) for name in names),
            )
            for names in rows
        ),
    )


def _field(form: Form, checks: Checks, name: str, country: str) -> Any:
    words = words_of(name, country)
    if name == "country":
        return SelectField(
            form,
            COUNTRY,
            country_options(blank=not form.get(COUNTRY)),
            label=words.label,
            required=True,
            key=f"country-{form.generation}",
        )
    return CheckedField(
        form,
        f"seller.{name}",
        checks,
        label=words.label,
        hint=words.hint,
        placeholder=words.placeholder,
        required=name in required_names(country, form.values["seller"]),
        suggestions=words.suggestions,
        attributes={"maxLength": 300, **words.attributes},
        key=f"{name}-{form.generation}",
    )
