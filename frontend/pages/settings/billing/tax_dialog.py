"""A tax being added or changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any
from uuid import uuid4

from reactpy import component, html, use_ref, use_state
from reactpy.types import VdomDict

from frontend.components import (
    Button,
    CheckboxField,
    Dialog,
    FormErrors,
    Notice,
    Option,
    SelectField,
    TextField,
)
from frontend.components.submit_form import SubmitForm
from frontend.hooks import Form, use_form, use_mutation, use_toast
from frontend.locale import t
from frontend.locale.typed_numbers import write_number
from frontend.operations import load
from frontend.pages.billing_parts.amounts import read_percent
from frontend.pages.billing_parts.words import Tax

FORM = "tax-form"
CHARGED = "STANDARD"
REASONED = frozenset({"EXEMPT", "REVERSE_CHARGE", "INTRA_COMMUNITY", "EXPORT", "OUT_OF_SCOPE"})
"""What must say why nothing is charged."""
NO_TAX: Tax | None = None


def category_names() -> dict[str, str]:
    """Return why a tax is what it is, in words."""
    return {
        "STANDARD": t("Charged"),
        "ZERO": t("Zero rate"),
        "EXEMPT": t("Exempt"),
        "REVERSE_CHARGE": t("Reverse charge"),
        "INTRA_COMMUNITY": t("Delivery within the Union"),
        "EXPORT": t("Export outside the Union"),
        "OUT_OF_SCOPE": t("Not subject to tax"),
    }


def category_name(category: str) -> str:
    """Return the words of one category."""
    return category_names().get(category, category)


def values_of(tax: Tax | None) -> dict[str, Any]:
    """Return what the fields begin with."""
    if tax is None:
        return {"name": "", "rate": "", "category": CHARGED, "isDefault": False} | _NO_REASON
    return {
        "name": tax["name"],
        "rate": write_number(Decimal(tax["rate"])),
        "category": tax["category"],
        "isDefault": tax["isDefault"],
        "exemptionReason": tax["exemptionReason"] or "",
        "exemptionCode": tax["exemptionCode"] or "",
    }


_NO_REASON = {"exemptionReason": "", "exemptionCode": ""}


def input_of(values: Mapping[str, Any]) -> tuple[dict[str, Any], list[Any]]:
    """Return a tax as the API takes it, and what need not be sent to be refused."""
    category = values["category"]
    rate, refused = read_percent(values["rate"] if category == CHARGED else "0", ("rate",))
    given = {
        "name": values["name"],
        "rate": rate,
        "category": category,
        "isDefault": values["isDefault"],
    }
    for name in _NO_REASON:
        given[name] = (values[name].strip() or None) if category in REASONED else None
    return given, refused


@component
def TaxDialog(
    tax: Tax | None, *, on_saved: Callable[[], None], on_close: Callable[[], None]
) -> VdomDict:
    """Ask for a tax's name, rate and category, and why nothing is charged where that is so."""
    base = use_ref(tax)
    _, set_category = use_state("")
    theirs, set_theirs = use_state(NO_TAX)

    def changed(name: str, value: Any) -> None:
        if name == "category":
            set_category(value)

    form = use_form(values_of(tax) | {"idempotencyKey": uuid4().hex}, on_change=changed)
    create, creating = use_mutation(load("billing/create_tax"))
    update, updating = use_mutation(load("billing/update_tax"))
    toast = use_toast()

    async def save(values: dict[str, Any]) -> None:
        given, refused = input_of(values)
        if refused:
            form.show_errors(refused)
            return
        if base.current is None:
            outcome = await create({**given, "idempotencyKey": values["idempotencyKey"]})
        else:
            known = {"id": base.current["id"], "version": base.current["version"]}
            outcome = await update({**given, **known})
        payload = outcome.payload or {}
        if payload.get("conflict"):
            # Saving once more is said to keep what is in the fields.
            base.current = payload["conflict"]
            set_theirs(payload["conflict"])
            return
        if any(error["code"] == "IDEMPOTENCY_KEY_REUSED" for error in outcome.errors):
            form.set("idempotencyKey", uuid4().hex)
        form.show_errors(outcome.errors)
        if outcome.ok:
            toast(t("Saved"), kind="success")
            on_saved()
            on_close()

    def take_theirs() -> None:
        form.reset(values_of(base.current))
        set_theirs(None)

    return html.div(
        Dialog(
            t("Edit tax") if tax else t("New tax"),
            SubmitForm(
                form,
                FormErrors(form, key="errors"),
                _conflict(theirs, take_theirs) if theirs else None,
                *_fields(form, is_new=tax is None, is_usual=bool(tax and tax["isDefault"])),
                on_submit=save,
                label=t("Tax"),
                id=FORM,
                class_name="form",
            ),
            on_close=on_close,
            id="tax",
            actions=html.div(
                {"className": "dialog-actions"},
                Button(t("Cancel"), attributes={"data-close": ""}),
                Button(
                    t("Save") if tax else t("Add tax"),
                    type="submit",
                    variant="primary",
                    busy=creating.loading or updating.loading,
                    attributes={"form": FORM},
                ),
            ),
        )
    )


def _fields(form: Form, *, is_new: bool, is_usual: bool) -> list[Any]:
    category, generation = form.get("category", CHARGED), form.generation
    options = [Option(code, words) for code, words in category_names().items()]
    return [
        TextField(
            form,
            "name",
            label=t("Name"),
            hint=t("As documents show it, such as “VAT 20 %”."),
            required=True,
            autofocus=is_new,
            attributes={"maxLength": 200},
            key=f"name-{generation}",
        ),
        SelectField(form, "category", options, label=t("Category"), key=f"category-{generation}"),
        TextField(
            form,
            "rate",
            label=t("Rate in percent"),
            required=True,
            placeholder="20",
            attributes={"inputMode": "decimal", "maxLength": 12},
            key=f"rate-{generation}",
        )
        if category == CHARGED
        else None,
        *(_reason(form) if category in REASONED else ()),
        CheckboxField(form, "isDefault", label=t("New lines have it"), key=f"usual-{generation}")
        if not is_usual
        else None,
    ]


def _reason(form: Form) -> tuple[Any, ...]:
    generation = form.generation
    return (
        TextField(
            form,
            "exemptionReason",
            label=t("Why nothing is charged"),
            hint=t("Documents must say it, with the article of the law."),
            required=True,
            attributes={"maxLength": 300},
            key=f"reason-{generation}",
        ),
        TextField(
            form,
            "exemptionCode",
            label=t("Code"),
            hint=t("Of the VATEX list; in Italy the natura, such as N2.2."),
            attributes={"maxLength": 40},
            key=f"code-{generation}",
        ),
    )


def _conflict(theirs: Tax, take_theirs: Callable[[], None]) -> VdomDict:
    return html.div(
        {"key": "conflict"},
        Notice(
            html.p(t("Somebody changed this tax meanwhile. Save again to keep yours.")),
            html.p(html.bdi(theirs["name"])),
            kind="warning",
            action=Button(t("Take theirs"), small=True, on_click=take_theirs),
        ),
    )
