"""What the fields of a seller are called, country by country, and which there are."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from frontend.locale import t

NAMES = (
    "name",
    "legalForm",
    "shareCapital",
    "registerEntry",
    "street",
    "extended",
    "postalCode",
    "city",
    "region",
    "country",
    "email",
    "phone",
    "website",
    "registrationNumber",
    "vatNumber",
    "fiscalCode",
    "electronicAddress",
)
Rows = list[tuple[str, ...]]
_PLAIN = {"autocapitalize": "none", "spellCheck": "false"}


class Words(NamedTuple):
    """What a field is called, and how it is filled in."""

    label: str
    hint: str | None = None
    placeholder: str = ""
    suggestions: tuple[str, ...] = ()
    attributes: Mapping[str, Any] = {}


def address_names(country: str) -> Rows:
    """Return the fields of an address, row by row, in the order that the country writes them."""
    city = ("postalCode", "city") if country in ("FR", "IT", "") else ("city", "postalCode")
    region = () if country == "FR" else ("region",)
    return [("street",), ("extended",), (*city, *region)]


def identifier_names(country: str, seller: Mapping[str, str]) -> Rows:
    """Return the fields of the numbers that the country's sellers have, and of those given."""
    if country == "FR":
        wanted: Rows = [("registrationNumber", "vatNumber"), ("electronicAddress",)]
    elif country == "IT":
        wanted = [("vatNumber", "fiscalCode"), ("electronicAddress",)]
    else:
        wanted = [("registrationNumber", "vatNumber"), ("fiscalCode",)]
    shown = {name for row in wanted for name in row}
    numbers = ("registrationNumber", "vatNumber", "fiscalCode", "electronicAddress")
    return [*wanted, *((name,) for name in numbers if name not in shown and seller.get(name))]


def register_names(country: str, seller: Mapping[str, str]) -> Rows:
    """Return the fields of the company register."""
    if country in ("FR", "IT") or seller.get("shareCapital") or seller.get("registerEntry"):
        return [("registerEntry", "shareCapital")]
    return [("registerEntry",)]


def required_names(country: str, seller: Mapping[str, str]) -> frozenset[str]:
    """Return what a document cannot be issued without."""
    needed = {"name", "street", "city", "country"}
    if country == "FR":
        needed.add("registrationNumber")
    if country == "IT" and not seller.get("fiscalCode"):
        needed.add("vatNumber")
    return frozenset(needed)


def words_of(name: str, country: str) -> Words:
    """Return the words of a field as sellers of the country know it."""
    own = _COUNTRY_WORDS.get((country, name)) or _WORDS[name]
    return own()


_WORDS: dict[str, Callable[[], Words]] = {
    "name": lambda: Words(t("Legal name"), t("Of the company, or your own name.")),
    "legalForm": lambda: Words(t("Legal form")),
    "shareCapital": lambda: Words(t("Share capital")),
    "registerEntry": lambda: Words(t("Register entry")),
    "street": lambda: Words(t("Street and number")),
    "extended": lambda: Words(t("Building, floor, other")),
    "postalCode": lambda: Words(t("Postal code")),
    "city": lambda: Words(t("City")),
    "region": lambda: Words(t("Region")),
    "country": lambda: Words(t("Country")),
    "email": lambda: Words(t("E-mail"), attributes={"inputMode": "email", **_PLAIN}),
    "phone": lambda: Words(t("Phone"), attributes={"inputMode": "tel"}),
    "website": lambda: Words(t("Web site"), attributes={"inputMode": "url", **_PLAIN}),
    "registrationNumber": lambda: Words(t("Company number")),
    "vatNumber": lambda: Words(t("VAT number"), t("Empty if you charge no VAT.")),
    "fiscalCode": lambda: Words(t("Tax number")),
    "electronicAddress": lambda: Words(
        t("Address for e-invoices"), t("Where e-invoices reach you, if you have one.")
    ),
}
_FRENCH_FORMS = ("EI", "EURL", "SARL", "SAS", "SASU", "SA", "SNC", "SCOP", "Association loi 1901")
_ITALIAN_FORMS = ("Ditta individuale", "Libero professionista", "S.r.l.", "S.r.l.s.", "S.n.c.",
                  "S.a.s.", "S.p.A.", "Associazione")  # fmt: skip
_COUNTRY_WORDS: dict[tuple[str, str], Callable[[], Words]] = {
    ("FR", "legalForm"): lambda: Words(
        t("Legal form"), t("“EI” for a micro-business."), "EI", _FRENCH_FORMS
    ),
    ("FR", "shareCapital"): lambda: Words(t("Share capital"), t("Of companies only."), "10 000 €"),
    ("FR", "registerEntry"): lambda: Words(
        t("Register entry"), t("The city of your register, if you are in one."), "RCS Lyon"
    ),
    ("FR", "registrationNumber"): lambda: Words(
        t("SIREN or SIRET"),
        t("9 or 14 digits."),
        "732 829 320 00074",
        attributes={"inputMode": "numeric"},
    ),
    ("FR", "vatNumber"): lambda: Words(
        t("VAT number"), t("Empty if you charge no VAT."), "FR44 732829320", attributes=_PLAIN
    ),
    ("IT", "legalForm"): lambda: Words(t("Legal form"), None, "S.r.l.", _ITALIAN_FORMS),
    ("IT", "registerEntry"): lambda: Words(
        t("REA entry"), t("Of companies only."), "REA MI-1234567"
    ),
    ("IT", "shareCapital"): lambda: Words(
        t("Share capital"), t("Of companies only."), "10.000 € i.v."
    ),
    ("IT", "region"): lambda: Words(t("Province"), placeholder="TO", attributes={"maxLength": 40}),
    ("IT", "vatNumber"): lambda: Words(
        t("Partita IVA"), t("11 digits."), "IT00743110157", attributes=_PLAIN
    ),
    ("IT", "fiscalCode"): lambda: Words(
        t("Codice fiscale"), t("16 characters, or 11 digits of a company."), attributes=_PLAIN
    ),
    ("IT", "electronicAddress"): lambda: Words(
        t("Codice destinatario or PEC"),
        t("Where the Sistema di Interscambio reaches you."),
        attributes=_PLAIN,
    ),
}
