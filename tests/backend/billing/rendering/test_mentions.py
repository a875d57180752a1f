"""What the law wants said, and that it is said once."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from backend.billing.rendering.document import Document, Kind, Supply, TaxTotal, Totals
from backend.billing.rendering.formats import Formats
from backend.billing.rendering.mentions import mentions
from backend.billing.rendering.parties import legal_line
from tests.backend.billing.rendering.samples import (
    STUDIO,
    english_quote,
    franchise_invoice,
    french_invoice,
    italian_invoice,
)


def said(document: Document) -> str:
    """Return all mentions as one text."""
    formats = Formats(document.locale, document.currency)
    return "\n".join(each.text for each in mentions(document, formats))


def untaxed(document: Document, category: str, minor: int, reason: str | None) -> Document:
    """Return a document of one line that bears no tax."""
    tax = TaxTotal(
        rate=Decimal(0), category=category, base_minor=minor, tax_minor=0, exemption_reason=reason
    )
    return replace(
        document,
        totals=Totals(
            lines_minor=minor, net_minor=minor, tax_minor=0, total_minor=minor, taxes=(tax,)
        ),
    )


def test_a_french_invoice_says_what_late_payment_costs() -> None:
    text = said(french_invoice())
    assert "indemnité forfaitaire de 40 €" in text
    assert "trois fois l’intérêt légal" in text
    assert "Pas d’escompte" in text
    assert "livraison de biens et prestation de services" in text
    assert "d’après les débits" in text


@pytest.mark.parametrize(
    "terms", ["Indemnité de 40 € ; pas d'escompte", "a fixed sum of €40; no early payment discount"]
)
def test_what_the_seller_s_own_terms_say_is_not_said_again(terms: str) -> None:
    text = said(replace(french_invoice(), legal_terms=terms))
    assert "40" not in text
    assert "escompte" not in text


def test_franchise_is_said_once() -> None:
    assert said(franchise_invoice()).count("art. 293 B du CGI") == 1
    unnamed = untaxed(franchise_invoice(), "O", 100, None)
    assert said(unnamed).count("TVA non applicable, art. 293 B du CGI") == 1
    assert "293 B" not in said(french_invoice())


def test_several_reasons_are_told_apart() -> None:
    two = untaxed(italian_invoice(), "E", 100, "Esente IVA, art. 10\nEsente IVA, art. 10-bis")
    assert said(two).splitlines()[:2] == ["Esente IVA, art. 10", "Esente IVA, art. 10-bis"]


def test_reverse_charge_is_called_by_its_name() -> None:
    plain = untaxed(french_invoice(), "AE", 100, "art. 283-2 du CGI")
    assert "Autoliquidation" in said(plain)
    named = untaxed(french_invoice(), "AE", 100, "Autoliquidation, art. 283-2 du CGI")
    assert said(named).count("Autoliquidation") == 1


@pytest.mark.parametrize(
    ("category", "cents", "reason", "stamped"),
    [
        ("E", 7747, "Esente IVA, art. 10", False),
        ("E", 7748, "Esente IVA, art. 10", True),
        ("AE", 100000, "Inversione contabile, art. 7-ter D.P.R. 633/1972", True),
        ("AE", 100000, "Inversione contabile, art. 17", False),
        ("G", 100000, "Non imponibile, art. 8 D.P.R. 633/1972", False),
    ],
)
def test_the_stamp_is_due_above_its_threshold(category, cents, reason, stamped) -> None:
    invoice = untaxed(italian_invoice(), category, cents, reason)
    assert ("bollo" in said(invoice)) is stamped
    assert "bollo" not in said(replace(invoice, kind=Kind.QUOTE))
    assert "bollo" not in said(replace(invoice, currency="CHF"))


def test_the_flat_rate_regime_is_free_of_withholding() -> None:
    assert "ritenuta d’acconto" in said(italian_invoice())
    other = untaxed(italian_invoice(), "E", 100, "Esente IVA, art. 10")
    assert "ritenuta" not in said(other)


def test_quotes_and_other_countries_say_less() -> None:
    assert said(english_quote()) == ""
    abroad = replace(french_invoice(), seller=replace(STUDIO, country="DE"), supply=Supply.GOODS)
    assert said(abroad) == ""


def test_the_foot_names_the_seller_as_its_register_does() -> None:
    line = legal_line(STUDIO, Formats("fr", "EUR")).replace("\u00a0", " ")
    assert line == (
        "Atelier Lumen, SARL au capital de 10 000 € · 12 rue des Tanneurs, 69001 Lyon, France"
        " · RCS Lyon 732 829 320 · SIRET 732 829 320 00074 · N° TVA FR44732829320"
    )
    italian = legal_line(italian_invoice().seller, Formats("it", "EUR"))
    assert "P.\u00a0IVA\u00a0IT00743110157 · Codice\u00a0fiscale\u00a0RSSMRA85T10A562S" in italian
