"""A document as it is kept → what rendering is given."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from babel import Locale

from backend.billing.document_rows import DocumentRow
from backend.billing.rendering import document as printed
from backend.billing.rules.content import Content, Line
from backend.billing.rules.kinds import DocumentKind, LineKind, Stage
from backend.billing.rules.settings import Bank, Party, Place, Seller
from backend.billing.rules.totals import TaxTotal, line_total
from backend.contacts.postal import address_lines

_SHARED = (
    "country",
    "email",
    "phone",
    "registration_number",
    "vat_number",
    "fiscal_code",
    "electronic_address",
)
_SELLER = ("legal_form", "share_capital", "register_entry", "website")


def printed_document(
    document: DocumentRow,
    seller: Seller,
    bank: Bank,
    today: date,
    corrected: DocumentRow | None = None,
    *,
    logo: printed.Picture | None = None,
    accent: str | None = None,
    tax_on_debits: bool = False,
) -> printed.Document:
    """Return what the page of a document shows.

    ``seller``, ``bank`` and ``tax_on_debits`` are the settings', for a draft: it is shown as if it
    were issued today; ``corrected`` is the invoice of a credit note. ``logo`` and ``accent`` are
    those of its look.
    """
    content, kind = document.content, document.kind
    on = content.issue_date or today
    due = content.due_date or on + timedelta(days=content.payment_days)
    return printed.Document(
        kind=printed.Kind(kind.value),
        locale=content.locale,
        currency=content.currency,
        seller=replace(_seller(content.seller or seller, content.locale), logo=logo, accent=accent),
        buyer=_buyer(content.buyer, content.locale),
        totals=_totals(content),
        lines=tuple(_line(line) for line in content.lines),
        number=document.number,
        title=content.title,
        issued_on=on,
        due_on=due if kind is DocumentKind.INVOICE else None,
        valid_until=due if kind is DocumentKind.QUOTE else None,
        delivered_from=content.delivered_from,
        delivered_until=content.delivered_until,
        delivery_address=_delivery(content),
        supply=None if content.supply is None else printed.Supply(content.supply.value),
        corrects=corrected.number if corrected else None,
        corrected_on=corrected.issue_date if corrected else None,
        header_fields=tuple(
            printed.HeaderField(each.label, each.value) for each in content.header_fields
        ),
        payment=_payment(document, content.bank or bank),
        notes=content.notes,
        legal_terms=content.legal_terms,
        tax_on_debits=content.tax_on_debits if content.seller else tax_on_debits,
        watermark=printed.Watermark.DRAFT if document.stage is Stage.DRAFT else None,
    )


def _delivery(content: Content) -> tuple[str, ...]:
    """Return where it is delivered, if that is not the buyer's own address."""
    place = content.delivery
    if place is None:
        return ()
    lines = _address(place, content.locale)
    name = place.name or ""
    if lines == _address(content.buyer, content.locale) and name in ("", content.buyer.name):
        return ()
    return (name, *lines) if name else lines


def _address(party: Party | Place, locale: str) -> tuple[str, ...]:
    values = {
        "street": party.street,
        "extended": party.extended,
        "postal_code": party.postal_code,
        "city": party.city,
        "region": party.region,
    }
    country = Locale.parse(locale).territories.get(party.country or "")
    return (*address_lines(party.country, values), *((country,) if country else ()))


def _buyer(party: Party, locale: str) -> printed.Party:
    return printed.Party(
        name=party.name or "",
        address=_address(party, locale),
        **{name: getattr(party, name) for name in _SHARED},
    )


def _seller(seller: Seller, locale: str) -> printed.Seller:
    return printed.Seller(
        name=seller.name or "",
        address=_address(seller, locale),
        **{name: getattr(seller, name) for name in (*_SHARED, *_SELLER)},
    )


def _line(line: Line) -> printed.Line:
    if line.kind is LineKind.HEADING:
        return printed.Heading("\n".join(each for each in (line.name, line.description) if each))
    if line.kind is LineKind.TEXT:
        return printed.Text("\n".join(each for each in (line.name, line.description) if each))
    reckoned = line_total(line.priced)
    return printed.Item(
        name=line.name or "",
        quantity=line.quantity,
        unit_price_minor=line.unit_price_minor,
        net_minor=reckoned.net_minor,
        description=line.description,
        unit=line.unit,
        tax_rate=line.tax.rate if line.tax else None,
        discount_percent=line.discount_percent,
        discount_minor=reckoned.discount_minor,
    )


def _totals(content: Content) -> printed.Totals:
    found = content.totals
    return printed.Totals(
        lines_minor=found.lines_minor,
        net_minor=found.net_minor,
        tax_minor=found.tax_minor,
        total_minor=found.total_minor,
        discount_percent=content.discount_percent,
        discount_minor=found.discount_minor,
        taxes=tuple(_tax(content, each) for each in found.taxes),
    )


def _tax(content: Content, total: TaxTotal) -> printed.TaxTotal:
    if total.tax is None:
        return printed.TaxTotal(rate=None, base_minor=total.base_minor, tax_minor=0)
    named = [line.tax for line in content.items if line.tax and line.tax.key == total.tax]
    reasons = dict.fromkeys(each.exemption_reason for each in named if each.exemption_reason)
    return printed.TaxTotal(
        rate=total.tax.rate,
        base_minor=total.base_minor,
        tax_minor=total.tax_minor,
        category=total.tax.category,
        name=named[0].name,
        exemption_reason="\n".join(reasons) or None,
    )


def _payment(document: DocumentRow, bank: Bank) -> printed.Payment:
    if document.kind is not DocumentKind.INVOICE:
        return printed.Payment()
    return printed.Payment(
        holder=bank.holder,
        iban=bank.iban,
        bic=bank.bic,
        instructions=bank.instructions,
        reference=document.number,
    )
