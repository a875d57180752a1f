"""What a country's sellers usually want, until they say otherwise."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from backend.accounts.rules.places import currency_of
from backend.billing.rules.kinds import DocumentKind, TaxPreset
from backend.billing.rules.numbering import Numbering
from backend.billing.rules.settings import BillingSettings, DefaultTexts, Seller

_PATTERNS: dict[str, tuple[str, str, str]] = {
    "FR": ("D{year}-{number:04}", "F{year}-{number:04}", "A{year}-{number:04}"),
    "IT": ("P{number}/{year}", "{number}/{year}", "NC{number}/{year}"),
}
_OTHER_PATTERNS = ("Q{year}-{number:04}", "INV{year}-{number:04}", "CN{year}-{number:04}")

_LEGAL_TERMS: dict[str, dict[str, str]] = {
    # Code de commerce, art. L441-9, L441-10 and D441-5.
    "FR": {
        "fr": "En cas de retard de paiement, pénalités au taux de trois fois le taux d'intérêt "
        "légal et indemnité forfaitaire de 40 € pour frais de recouvrement. Pas d'escompte pour "
        "paiement anticipé.",
        "en": "Late payment bears interest at three times the French legal rate, and a fixed sum "
        "of €40 for recovery costs. No discount for early payment.",
        "it": "In caso di ritardo di pagamento, interessi pari a tre volte il tasso legale "
        "francese e indennità forfettaria di 40 € per spese di recupero. Nessuno sconto per "
        "pagamento anticipato.",
    },
    # D.Lgs. 231/2002, art. 4 to 6.
    "IT": {
        "it": "In caso di ritardo di pagamento decorrono gli interessi di mora ai sensi del "
        "D.Lgs. 231/2002.",
        "en": "Late payment bears interest under Italian legislative decree 231/2002.",
        "fr": "En cas de retard de paiement, intérêts de retard selon le décret législatif italien "
        "231/2002.",
    },
}


def default_settings(name: str, country: str, currency: str) -> BillingSettings:
    """Return the settings of an account that has said nothing yet."""
    terms = _LEGAL_TERMS.get(country, {})
    return BillingSettings(
        currency,
        Seller(name=name, country=country),
        numbering=tuple(
            Numbering(kind, pattern)
            for kind, pattern in zip(
                DocumentKind, _PATTERNS.get(country, _OTHER_PATTERNS), strict=True
            )
        ),
        texts=tuple(
            DefaultTexts(locale, DocumentKind.INVOICE, None, text) for locale, text in terms.items()
        ),
    )


def first_settings(before: BillingSettings, country: str | None) -> BillingSettings:
    """Return what an account begins from once its seller names a country of its own."""
    if country is None or country == before.seller.country:
        return before
    wanted = default_settings(before.seller.name or "", country, before.currency)
    return replace(before, numbering=wanted.numbering, texts=wanted.texts)


def started_settings(before: BillingSettings, version: int, country: str) -> BillingSettings:
    """Return settings with what a country's sellers usually want; what was said already stays."""
    seller = replace(before.seller, country=before.seller.country or country)
    if version:
        return replace(before, seller=seller)
    same = before.seller.country == country
    currency = before.currency if same else currency_of(country)
    wanted = default_settings(before.seller.name or "", country, currency)
    return replace(
        before,
        currency=currency,
        seller=replace(before.seller, country=country),
        numbering=wanted.numbering,
        texts=wanted.texts,
    )


def preset_of(country: str) -> TaxPreset:
    """Return the taxes to propose in a country."""
    return {"FR": TaxPreset.FRANCE, "IT": TaxPreset.ITALY}.get(country, TaxPreset.PLAIN)


def missing_details(seller: Seller, tax_count: int) -> Sequence[str]:
    """Return what is still needed before a document can be issued: paths of the schema.

    Source: EN 16931, BR-06, BR-08, BR-09; Code de commerce R123-237; D.P.R. 633/1972, art. 21.
    """
    needed = ["name", "street", "city", "country"]
    if seller.country == "FR":
        needed.append("registration_number")
    if seller.country == "IT" and seller.fiscal_code is None:
        needed.append("vat_number")
    missing = [f"seller.{name}" for name in needed if getattr(seller, name) is None]
    return missing if tax_count else [*missing, "taxes"]
