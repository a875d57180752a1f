"""Sellers and buyers as the schema shows and takes them."""

from __future__ import annotations

from dataclasses import fields
from typing import Any, TypeVar

import strawberry

from backend.billing.rules import settings as rules
from backend.core.graphql import row_type
from backend.core.graphql.optional import given

D = TypeVar("D")


def taken(kind: type[D], input: Any) -> D:
    """Return the domain's object of an input whose fields have the same names."""
    values = {each.name: given(getattr(input, each.name)) for each in fields(kind)}  # type: ignore[arg-type]
    return kind(**values)


@row_type(rules.Seller)
class Seller:
    """Who sells, as documents show it (EN 16931, BG-4)."""

    name: str | None = strawberry.field(description="The legal name (BT-27).")
    legal_form: str | None = strawberry.field(description="Such as `EI`, `SARL`, `S.r.l.`.")
    share_capital: str | None = strawberry.field(description="As the law wants it shown.")
    register_entry: str | None = strawberry.field(
        description="Where it is registered, such as `RCS Lyon` or `REA MI-1234567` (BT-33)."
    )
    street: str | None = strawberry.field(description="Address line 1 (BT-35).")
    extended: str | None = strawberry.field(description="Address line 2 (BT-36).")
    postal_code: str | None = strawberry.field(description="Post code (BT-38).")
    city: str | None = strawberry.field(description="City (BT-37).")
    region: str | None = strawberry.field(description="Country subdivision (BT-39).")
    country: str | None = strawberry.field(description="ISO 3166-1 alpha-2 code (BT-40).")
    email: str | None = strawberry.field(description="E-mail address (BT-43).")
    phone: str | None = strawberry.field(description="Phone number (BT-42).")
    website: str | None = strawberry.field(description="Web site.")
    registration_number: str | None = strawberry.field(
        description="Number in the company register (BT-30); in France a SIREN or SIRET."
    )
    vat_number: str | None = strawberry.field(
        description="VAT number (BT-31), led by the country's letters; in Italy the partita IVA."
    )
    fiscal_code: str | None = strawberry.field(
        description="Tax registration (BT-32); in Italy the codice fiscale."
    )
    electronic_address: str | None = strawberry.field(
        description="Where e-invoices reach it (BT-34)."
    )


@strawberry.input
class SellerInput:
    """Who sells, whole: what is left out is empty."""

    name: str | None = strawberry.field(
        default=strawberry.UNSET, description="The legal name (BT-27)."
    )
    legal_form: str | None = strawberry.field(
        default=strawberry.UNSET, description="Such as `EI`, `SARL`, `S.r.l.`."
    )
    share_capital: str | None = strawberry.field(
        default=strawberry.UNSET, description="As the law wants it shown."
    )
    register_entry: str | None = strawberry.field(
        default=strawberry.UNSET, description="Where it is registered, such as `RCS Lyon` (BT-33)."
    )
    street: str | None = strawberry.field(
        default=strawberry.UNSET, description="Address line 1 (BT-35)."
    )
    extended: str | None = strawberry.field(
        default=strawberry.UNSET, description="Address line 2 (BT-36)."
    )
    postal_code: str | None = strawberry.field(
        default=strawberry.UNSET, description="Post code (BT-38)."
    )
    city: str | None = strawberry.field(default=strawberry.UNSET, description="City (BT-37).")
    region: str | None = strawberry.field(
        default=strawberry.UNSET, description="Country subdivision (BT-39)."
    )
    country: str | None = strawberry.field(
        default=strawberry.UNSET, description="ISO 3166-1 alpha-2 code (BT-40)."
    )
    email: str | None = strawberry.field(
        default=strawberry.UNSET, description="E-mail address (BT-43)."
    )
    phone: str | None = strawberry.field(
        default=strawberry.UNSET, description="Phone number (BT-42)."
    )
    website: str | None = strawberry.field(default=strawberry.UNSET, description="Web site.")
    registration_number: str | None = strawberry.field(
        default=strawberry.UNSET,
        description="Number in the company register (BT-30); in France a checked SIREN or SIRET.",
    )
    vat_number: str | None = strawberry.field(
        default=strawberry.UNSET,
        description="VAT number (BT-31), checked; the country's letters may be left out.",
    )
    fiscal_code: str | None = strawberry.field(
        default=strawberry.UNSET,
        description="Tax registration (BT-32); in Italy a checked codice fiscale.",
    )
    electronic_address: str | None = strawberry.field(
        default=strawberry.UNSET, description="Where e-invoices reach it (BT-34)."
    )


@row_type(rules.Place)
class DeliveryPlace:
    """Where something is delivered (EN 16931, BG-13 and BG-15)."""

    name: str | None = strawberry.field(description="Who receives it (BT-70).")
    street: str | None = strawberry.field(description="Address line 1 (BT-75).")
    extended: str | None = strawberry.field(description="Address line 2 (BT-76).")
    postal_code: str | None = strawberry.field(description="Post code (BT-78).")
    city: str | None = strawberry.field(description="City (BT-77).")
    region: str | None = strawberry.field(description="Country subdivision (BT-79).")
    country: str | None = strawberry.field(description="ISO 3166-1 alpha-2 code (BT-80).")


@strawberry.input
class DeliveryPlaceInput:
    """Where something is delivered, whole: what is left out is empty."""

    name: str | None = strawberry.field(
        default=strawberry.UNSET, description="Who receives it (BT-70)."
    )
    street: str | None = strawberry.field(
        default=strawberry.UNSET, description="Address line 1 (BT-75)."
    )
    extended: str | None = strawberry.field(
        default=strawberry.UNSET, description="Address line 2 (BT-76)."
    )
    postal_code: str | None = strawberry.field(
        default=strawberry.UNSET, description="Post code (BT-78)."
    )
    city: str | None = strawberry.field(default=strawberry.UNSET, description="City (BT-77).")
    region: str | None = strawberry.field(
        default=strawberry.UNSET, description="Country subdivision (BT-79)."
    )
    country: str | None = strawberry.field(
        default=strawberry.UNSET, description="ISO 3166-1 alpha-2 code (BT-80)."
    )


@row_type(rules.Bank)
class BankDetails:
    """Where money goes (BG-17)."""

    holder: str | None = strawberry.field(description="Whose account it is (BT-85).")
    iban: str | None = strawberry.field(description="IBAN, without spaces (BT-84).")
    bic: str | None = strawberry.field(description="BIC of the bank (BT-86).")
    instructions: str | None = strawberry.field(
        description="What else is said about paying (BT-82)."
    )


@strawberry.input
class BankDetailsInput:
    """Where money goes, whole: what is left out is empty."""

    holder: str | None = strawberry.field(
        default=strawberry.UNSET, description="Whose account it is (BT-85)."
    )
    iban: str | None = strawberry.field(
        default=strawberry.UNSET, description="A checked IBAN (BT-84)."
    )
    bic: str | None = strawberry.field(
        default=strawberry.UNSET, description="BIC of the bank (BT-86)."
    )
    instructions: str | None = strawberry.field(
        default=strawberry.UNSET, description="What else is said about paying (BT-82)."
    )
