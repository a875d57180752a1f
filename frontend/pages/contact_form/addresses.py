"""The row of a postal address in the form."""

from __future__ import annotations

from reactpy.types import Component

from frontend.components import SelectField
from frontend.hooks import Form
from frontend.locale import t
from frontend.pages.contact_parts.address_fields import AddressFields
from frontend.pages.contact_parts.words import address_kinds, options


def address_row(form: Form, field: str, place: int) -> list[Component]:
    """Return the fields of an address."""
    name, key = f"{field}.{place}", form.values[field][place]["key"]
    return [
        SelectField(
            form,
            f"{name}.kind",
            options(address_kinds()),
            label=t("Kind"),
            label_hidden=True,
            key=f"{key}-kind",
        ),
        AddressFields(form, name, key=f"{key}-fields"),
    ]
