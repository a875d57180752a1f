"""A product being made or changed, in a drawer."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from typing import Any
from uuid import uuid4

from reactpy import component, html, use_ref, use_state
from reactpy.types import VdomDict

from frontend.components import (
    Button,
    Drawer,
    FormErrors,
    Notice,
    SelectField,
    TextField,
)
from frontend.components.place_fields import CurrencyField
from frontend.components.submit_form import SubmitForm
from frontend.hooks import Form, use_form, use_mutation
from frontend.locale import format_money, t
from frontend.operations import load
from frontend.pages.billing_parts.words import Tax, suggested_units, tax_options
from frontend.pages.products.state import Product
from frontend.pages.products.values import form_values, input_of

NO_PRODUCT: Product | None = None
FORM = "product-form"
Saved = Callable[[Product], Awaitable[None]]


@component
def ProductDrawer(
    product: Product | None,
    taxes: Sequence[Tax],
    currency: str,
    *,
    on_saved: Saved,
    on_close: Callable[[], None],
    on_delete: Callable[[], Awaitable[None]] | None = None,
    name: str = "",
) -> VdomDict:
    """The fields of a product; a new one begins with `name` and the account's usual tax."""
    base = use_ref(product)
    usual = next((tax["id"] for tax in taxes if tax["isDefault"]), "")
    form = use_form(form_values(product, currency, usual, name) | {"idempotencyKey": uuid4().hex})
    create, creating = use_mutation(load("billing/create_product"))
    update, updating = use_mutation(load("billing/update_product"))
    theirs, set_theirs = use_state(NO_PRODUCT)

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
        payload = outcome.payload
        if payload is not None and payload.get("conflict") is not None:
            # Saving once more is said to keep what is in the fields.
            base.current = payload["conflict"]
            set_theirs(payload["conflict"])
            return
        if any(error["code"] == "IDEMPOTENCY_KEY_REUSED" for error in outcome.errors):
            # The first try arrived, its answer did not; what is typed now is another product.
            form.set("idempotencyKey", uuid4().hex)
        form.show_errors(outcome.errors)
        if payload is not None and not outcome.errors:
            await on_saved(payload["product"])

    def take_theirs() -> None:
        form.reset(form_values(base.current, currency, usual, name))
        set_theirs(None)

    return Drawer(
        t("Edit product") if product else t("New product"),
        SubmitForm(
            form,
            FormErrors(form, key="errors"),
            _conflict(theirs, take_theirs) if theirs else None,
            *_fields(form, taxes, base.current),
            html.div(
                {"className": "dialog-actions", "key": "acts"},
                Button(
                    t("Delete"),
                    variant="ghost",
                    icon="trash-2",
                    on_click=on_delete,
                    attributes={"className": "product-drawer-delete"},
                )
                if on_delete
                else None,
                Button(t("Cancel"), attributes={"data-close": ""}),
                Button(
                    t("Save") if product else t("Add product"),
                    type="submit",
                    variant="primary",
                    busy=creating.loading or updating.loading,
                ),
            ),
            on_submit=save,
            label=t("Product"),
            id=FORM,
            class_name="form",
        ),
        on_close=on_close,
        id="product",
    )


def _fields(form: Form, taxes: Sequence[Tax], product: Product | None) -> tuple[Any, ...]:
    generation = form.generation
    return (
        TextField(
            form,
            "name",
            label=t("Name"),
            required=True,
            autofocus=product is None,
            attributes={"maxLength": 200},
            key=f"name-{generation}",
        ),
        TextField(
            form,
            "description",
            label=t("Description"),
            hint=t("Stands below the name on documents."),
            lines=3,
            attributes={"maxLength": 4000},
            key=f"description-{generation}",
        ),
        html.div(
            {"className": "fields-row", "key": f"price-{generation}"},
            TextField(
                form,
                "price.minor",
                label=t("Price without tax"),
                placeholder="0",
                attributes={"inputMode": "decimal", "maxLength": 40, "className": "input-amount"},
                key="amount",
            ),
            CurrencyField(form, "price.currency", key="currency"),
        ),
        html.div(
            {"className": "fields-row", "key": f"unit-{generation}"},
            TextField(
                form,
                "unit",
                label=t("Unit"),
                placeholder=t("hour"),
                attributes={"maxLength": 30},
                suggest=suggested_units(),
                key="unit",
            ),
            SelectField(
                form,
                "taxId",
                tax_options(taxes, product["tax"] if product else None),
                label=t("Tax"),
                key="tax",
            ),
        ),
        html.p(
            {"className": "field-hint", "key": "note"},
            t("Documents that have it already keep what they say."),
        )
        if product
        else None,
    )


def _conflict(theirs: Product, take_theirs: Callable[[], None]) -> VdomDict:
    price = format_money(theirs["price"]["minor"], theirs["price"]["currency"])
    return html.div(
        {"key": "conflict"},
        Notice(
            html.p(
                t(
                    "{name} changed this product meanwhile. Save again to keep yours.",
                    name=theirs["updatedBy"],
                )
            ),
            html.p(html.bdi(theirs["name"]), " · ", price),
            kind="warning",
            action=Button(t("Take theirs"), small=True, on_click=take_theirs),
        ),
    )
