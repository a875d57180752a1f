"""Where money goes, and how long clients have."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from reactpy import component, html, use_state
from reactpy.types import VdomDict

from frontend.client import UserError
from frontend.components import FormErrors, Option, Panel, SelectField, TextField
from frontend.components.place_fields import CurrencyField
from frontend.components.submit_form import SubmitForm
from frontend.hooks import Form
from frontend.locale import t, tn
from frontend.pages.billing_parts.amounts import read_whole
from frontend.pages.settings.billing.checking import CheckedField, Checks, use_checks
from frontend.pages.settings.billing.parts import Refetch, Settings
from frontend.pages.settings.billing.saving import SaveButton, use_part

USUAL_DAYS = (0, 7, 15, 30, 45, 60)
CUSTOM = "custom"
_BANK = ("holder", "iban", "bic", "instructions")


def values_of(settings: Settings) -> dict[str, Any]:
    """Return what the fields begin with."""
    bank = {name: settings["bank"][name] or "" for name in _BANK}
    return {
        "bank": {**bank, "iban": in_groups(bank["iban"])},
        "currency": settings["currency"],
        **_days("payment", settings["paymentDays"]),
        **_days("quote", settings["quoteDays"]),
    }


def _days(name: str, days: int) -> dict[str, str]:
    is_usual = days in USUAL_DAYS and (days > 0 or name == "payment")
    chosen = str(days) if is_usual else CUSTOM
    return {f"{name}Terms": chosen, f"{name}Days": str(days)}


def in_groups(iban: str) -> str:
    """Write an IBAN in groups of four, as it stands on paper."""
    return " ".join(iban[at : at + 4] for at in range(0, len(iban), 4))


def input_of(values: Mapping[str, Any]) -> tuple[dict[str, Any], list[UserError]]:
    """Return what is saved, and what need not be sent to be refused."""
    given: dict[str, Any] = {"bank": bank_of(values), "currency": values["currency"]}
    refused: list[UserError] = []
    for name in ("payment", "quote"):
        chosen = values[f"{name}Terms"]
        typed = values[f"{name}Days"] if chosen == CUSTOM else chosen
        given[f"{name}Days"], problems = read_whole(typed, (f"{name}Days",))
        refused += problems
    return given, refused


def bank_of(values: Mapping[str, Any]) -> dict[str, str | None]:
    """Return the bank details as the API takes them."""
    return {name: values["bank"][name].strip() or None for name in _BANK}


@component
def PaymentPart(settings: Settings, refetch: Refetch) -> VdomDict:
    """The form."""
    _, set_terms = use_state("")

    def changed(name: str, value: Any) -> None:
        if name in ("bank.iban", "bank.bic"):
            checks.look((name,))
        if name.endswith("Terms"):
            set_terms(f"{name}:{value}")

    checks = use_checks(lambda values: {"bank": bank_of(values)})
    part = use_part(settings, refetch, values_of, input_of, on_change=changed)
    form = checks.form = part.form
    return Panel(
        t("Getting paid"),
        SubmitForm(
            form,
            FormErrors(form, key="errors"),
            part.conflict,
            _bank(form, checks),
            _terms(form),
            SaveButton(part),
            on_submit=part.submit,
            label=t("Getting paid"),
            id="billing-payment",
            class_name="form settings-form billing-form",
            key="form",
        ),
        text=t("Invoices in euros carry a code that banking apps read: the transfer is filled in."),
    )


def _bank(form: Form, checks: Checks) -> VdomDict:
    plain = {"autocapitalize": "characters", "spellCheck": "false"}
    generation = form.generation
    return html.fieldset(
        {"className": "billing-group", "key": "bank"},
        html.legend({"className": "billing-legend"}, t("Bank account")),
        CheckedField(
            form,
            "bank.iban",
            checks,
            label="IBAN",
            placeholder="FR76 3000 6000 0112 3456 7890 189",
            attributes={"maxLength": 50, "className": "billing-code", **plain},
            key=f"iban-{generation}",
        ),
        html.div(
            {"className": "fields-row", "key": "row"},
            CheckedField(
                form,
                "bank.bic",
                checks,
                label="BIC",
                hint=t("Needed from some countries only."),
                attributes={"maxLength": 20, "className": "billing-code", **plain},
                key=f"bic-{generation}",
            ),
            CheckedField(
                form,
                "bank.holder",
                checks,
                label=t("Account holder"),
                hint=t("If it is another name than yours."),
                attributes={"maxLength": 200},
                key=f"holder-{generation}",
            ),
        ),
        TextField(
            form,
            "bank.instructions",
            label=t("Payment instructions"),
            hint=t("What else there is to say about paying, such as checks or cash."),
            lines=3,
            attributes={"maxLength": 4000},
            key=f"instructions-{generation}",
        ),
    )


def _terms(form: Form) -> VdomDict:
    return html.fieldset(
        {"className": "billing-group", "key": "terms"},
        html.legend({"className": "billing-legend"}, t("Terms")),
        *(
            html.div(
                {"className": "fields-row", "key": name},
                SelectField(
                    form,
                    f"{name}Terms",
                    _options(name),
                    label=label,
                    key=f"terms-{form.generation}",
                ),
                TextField(
                    form,
                    f"{name}Days",
                    label=t("Days"),
                    attributes={"inputMode": "numeric", "maxLength": 5},
                    key=f"days-{form.generation}",
                )
                if form.values[f"{name}Terms"] == CUSTOM
                else html.span({"key": "no-days"}),
            )
            for name, label in (("payment", t("Invoices are due")), ("quote", t("Quotes expire")))
        ),
        CurrencyField(
            form,
            hint=t("Of new documents and products; each can have another."),
            key=f"currency-{form.generation}",
        ),
    )


def _options(name: str) -> list[Option]:
    words = [
        Option(str(days), tn("After {count} day", "After {count} days", days))
        for days in USUAL_DAYS
        if days
    ]
    if name == "payment":
        words.insert(0, Option("0", t("On receipt")))
    return [*words, Option(CUSTOM, t("After other days"))]
