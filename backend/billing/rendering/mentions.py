"""What the law wants said, where the document's own words do not say it already."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from backend.billing.rendering.document import Document, Kind, Supply
from backend.billing.rendering.formats import Formats

BOLLO_ABOVE_CENTS = 77_47
"""Untaxed amounts above this bear a stamp. Source: D.P.R. 642/1972, tariffa, art. 13."""
_INDEMNITY = re.compile(r"(?:€\s*40|40\s*(?:€|eur))", re.IGNORECASE)
_EARLY = re.compile(r"escompte|early payment|sconto|anticipat", re.IGNORECASE)
_REVERSE = re.compile(r"autoliquidation|reverse.charge|inversione contabile|reverse", re.IGNORECASE)
_BASES = "190/2014"

SUPPLIES = {
    Supply.GOODS: "Kind of supply: goods",
    Supply.SERVICES: "Kind of supply: services",
    Supply.MIXED: "Kind of supply: goods and services",
}


@dataclass(frozen=True, slots=True)
class Mention:
    """A sentence; ``strong`` for what changes the amount to pay."""

    text: str
    strong: bool = False


def mentions(document: Document, formats: Formats) -> tuple[Mention, ...]:
    """Return why taxes are not charged, then what the seller's country wants said."""
    found = [Mention(text, strong=True) for text in _exemptions(document, formats)]
    if document.seller.country == "FR":
        found += [Mention(text) for text in _french(document, formats)]
    if document.seller.country == "IT":
        found += [Mention(text) for text in _italian(document, formats)]
    return tuple(found)


def _exemptions(document: Document, formats: Formats) -> Iterator[str]:
    """Source: Directive 2006/112/EC, art. 226 (11) and (11a); CGI, art. 293 E."""
    taxes = document.totals.taxes
    said = [tax.exemption_reason.splitlines() for tax in taxes if tax.exemption_reason]
    reasons = dict.fromkeys(line for lines in said for line in lines if line.strip())
    yield from reasons
    if any(tax.category == "AE" for tax in taxes) and not _says(_REVERSE, *reasons):
        yield formats.word("Reverse charge")
    seller = document.seller
    charged = any(tax.rate for tax in taxes)
    if seller.country == "FR" and not seller.vat_number and not charged and not reasons:
        yield formats.word("VAT not applicable, article 293 B of the French tax code")


def _french(document: Document, formats: Formats) -> Iterator[str]:
    """Source: Code de commerce, art. L441-9, L441-10, D441-5; CGI, annexe II, art. 242 nonies A."""
    if document.kind is Kind.QUOTE:
        return
    if document.supply is not None:
        yield formats.word(SUPPLIES[document.supply])
    if document.tax_on_debits and any(tax.rate for tax in document.totals.taxes):
        yield formats.word("VAT is paid on debits, by option")
    if document.kind is Kind.INVOICE:
        said = (document.legal_terms or "", document.notes or "", document.terms or "")
        if not _says(_INDEMNITY, *said):
            yield formats.word(
                "Between businesses, late payment bears interest at three times the legal rate and"
                " a fixed sum of €40 for recovery costs."
            )
        if not _says(_EARLY, *said):
            yield formats.word("No discount for early payment.")


def _italian(document: Document, formats: Formats) -> Iterator[str]:
    """Source: D.P.R. 642/1972; L. 190/2014, art. 1 (67); D.P.R. 633/1972, art. 21."""
    taxes = document.totals.taxes
    if any(_BASES in (tax.exemption_reason or "") for tax in taxes):
        yield formats.word("Not subject to withholding tax, art. 1 (67) of Italian law 190/2014.")
    if document.kind is Kind.QUOTE:
        return
    if document.currency == "EUR" and _stamped_cents(document) > BOLLO_ABOVE_CENTS:
        yield formats.word("Stamp duty of €2.00 paid on the original.")
    if document.courtesy_copy:
        yield formats.word(
            "Courtesy copy without value for taxes: the original is the electronic invoice that the"
            " Sistema di Interscambio delivers."
        )


def _stamped_cents(document: Document) -> int:
    """Return what bears no VAT and is not of the kinds that are free of the stamp as well."""
    return sum(
        tax.base_minor
        for tax in document.totals.taxes
        if tax.category in ("E", "O") or "7-ter" in (tax.exemption_reason or "")
    )


def _says(pattern: re.Pattern[str], *texts: str | None) -> bool:
    return any(pattern.search(text or "") for text in texts)
