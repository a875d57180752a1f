"""What an invoice must say of its buyer."""

from __future__ import annotations

from stdnum.eu.vat import MEMBER_STATES

from backend.billing.errors import BuyerIncomplete
from backend.billing.rules.content import Content
from backend.billing.rules.kinds import DocumentKind, TaxCategory
from backend.billing.rules.settings import Party

NEEDED = ("street", "city", "country")
_IN_UNION = ("EUR", 100_00)
_SMALL = {
    # D.M. 10 May 2019, by art. 238 of the directive; a tax number must say who buys.
    "IT": ("EUR", 400_00),
    # The Value Added Tax Regulations 1995, reg. 14(1)(e) and 16.
    "GB": ("GBP", 250_00),
    # MWSTG, art. 26; MWSTV, art. 57.
    "CH": ("CHF", 400_00),
}
"""Up to which total, in minor units, an invoice may be a simplified one. Source: Directive
2006/112/EC, art. 220a(1)(a) and 226b, which asks for no buyer."""
_UNION = frozenset(code.upper() for code in MEMBER_STATES) - {"XI"}
_WITH_FRENCH_LAW = frozenset({"FR", "MC"})
_ACROSS_BORDERS = frozenset({TaxCategory.REVERSE_CHARGE, TaxCategory.INTRA_COMMUNITY})


def missing_address(
    kind: DocumentKind, content: Content, seller_country: str | None
) -> list[BuyerIncomplete]:
    """Return what an invoice lacks of its buyer's address, and in Italy of who that is; nothing
    where the law asks for none.

    Sellers of the European Union, of the United Kingdom and of Switzerland must say it, but for
    small amounts: up to 100 € nothing of the buyer is asked for, in Italy up to 400 € if a tax
    number says who it is; in France the address is asked for always. A credit note refers to an
    invoice that says it. Quotes are no invoices.

    Source: Directive 2006/112/EC, art. 226(5), 220a, 226b and 238; CGI, annexe II, art. 242 nonies
    A, I, 1° and II; D.P.R. 633/1972, art. 21 and 21-bis.
    """
    if kind is not DocumentKind.INVOICE:
        return []
    return [
        *_missing_address(content, seller_country),
        *_missing_identity(content.buyer, seller_country),
    ]


def _missing_identity(buyer: Party, seller_country: str | None) -> list[BuyerIncomplete]:
    """Return what is missing where an Italian sells to Italians: a partita IVA, or the codice
    fiscale of whoever buys for themselves (D.P.R. 633/1972, art. 21, 2, f).
    """
    is_known = buyer.vat_number or buyer.fiscal_code
    if seller_country != "IT" or buyer.country != "IT" or is_known:
        return []
    return [BuyerIncomplete(("buyer", "vatNumber"), field="buyer.vatNumber")]


def _missing_address(content: Content, seller_country: str | None) -> list[BuyerIncomplete]:
    if _is_simplified(content, seller_country):
        return []
    if seller_country not in _UNION | _WITH_FRENCH_LAW | set(_SMALL):
        return []
    buyer = content.buyer
    return [
        BuyerIncomplete(("buyer", name), field=f"buyer.{name}")
        for name in NEEDED
        if not (buyer.street or buyer.extended if name == "street" else getattr(buyer, name))
    ]


def has_address(party: Party) -> bool:
    """Whether anything of a postal address is there but for the country."""
    return any((party.street, party.extended, party.postal_code, party.city, party.region))


def _is_simplified(content: Content, seller_country: str | None) -> bool:
    """Whether an invoice may be one without its buyer's address; never of goods or services that
    are taxed in another country (art. 220a(2)).
    """
    if seller_country in _WITH_FRENCH_LAW:
        return False
    if any(line.tax and line.tax.category in _ACROSS_BORDERS for line in content.items):
        return False
    currency, most = _SMALL.get(seller_country or "", _IN_UNION)
    if seller_country == "IT" and not (content.buyer.fiscal_code or content.buyer.vat_number):
        return False
    return content.currency == currency and content.totals.total_minor <= most
