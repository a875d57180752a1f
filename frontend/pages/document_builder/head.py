"""What a draft says above and below its lines, as it is typed. Pure: no window, no reading."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from frontend.locale.typed_numbers import write_number
from frontend.pages.document_builder.lines import plain, read_percent

Buyer = Mapping[str, str]
BUYER_FIELDS = (
    "name",
    "street",
    "extended",
    "postalCode",
    "city",
    "region",
    "country",
    "email",
    "phone",
    "registrationNumber",
    "vatNumber",
    "fiscalCode",
    "electronicAddress",
)
ADDRESS_FIELDS = ("street", "extended", "postalCode", "city", "region")
DELIVERY_FIELDS = ("name", "street", "extended", "postalCode", "city", "region", "country")
NAMES = {
    "contact_id": "contactId",
    "currency": "currency",
    "locale": "locale",
    "title": "title",
    "issue_date": "issueDate",
    "due_date": "dueDate",
    "payment_days": "paymentDays",
    "delivered_from": "deliveredFrom",
    "delivered_until": "deliveredUntil",
    "delivery": "delivery",
    "supply": "supply",
    "buyer": "buyer",
    "header_fields": "headerFields",
    "discount": "discountPercent",
    "notes": "notes",
    "legal_terms": "legalTerms",
}
"""Our names and the API's."""
_KEPT_WHOLE = frozenset({"currency", "locale", "payment_days", "buyer", "header_fields"})


@dataclass(frozen=True, slots=True)
class Head:
    """All that is no line. Days are ISO 8601, empty where the day of issue decides; ``discount`` is
    a percent as typed; header fields are labels and values.
    """

    currency: str
    locale: str
    payment_days: int
    contact_id: str = ""
    title: str = ""
    issue_date: str = ""
    due_date: str = ""
    delivered_from: str = ""
    delivered_until: str = ""
    supply: str = ""
    delivery: Buyer = field(default_factory=dict)
    buyer: Buyer = field(default_factory=dict)
    header_fields: tuple[tuple[str, str], ...] = ()
    discount: str = ""
    notes: str = ""
    legal_terms: str = ""

    def due(self, today: date) -> date:
        """Return the day when it is due or expires, if it is issued as it stands."""
        if self.due_date:
            return date.fromisoformat(self.due_date)
        on = date.fromisoformat(self.issue_date) if self.issue_date else today
        return on + timedelta(days=self.payment_days)

    def input(self, name: str) -> Any:
        """Return a field as the API takes it."""
        value = getattr(self, name)
        if name == "discount":
            return plain(read_percent(value)[0])
        if name == "buyer":
            return {key: text.strip() or None for key, text in value.items()}
        if name == "delivery":
            said = {key: text.strip() or None for key, text in value.items()}
            return said if any(text for key, text in said.items() if key != "country") else None
        if name == "header_fields":
            return [{"label": label, "value": text} for label, text in value]
        return value if name in _KEPT_WHOLE else value.strip() or None


def head_of(document: Mapping[str, Any]) -> Head:
    """Return what a saved draft says."""
    discount = Decimal(document["discountPercent"])
    return Head(
        document["currency"],
        document["locale"],
        document["paymentDays"],
        document["contactId"] or "",
        document["title"] or "",
        document["issueDate"] or "",
        document["dueDate"] or "",
        document["deliveredFrom"] or "",
        document["deliveredUntil"] or "",
        document["supply"] or "",
        delivery_of(document["delivery"]),
        buyer_of(document["buyer"]),
        tuple((each["label"], each["value"]) for each in document["headerFields"]),
        write_number(discount) if discount else "",
        document["notes"] or "",
        document["legalTerms"] or "",
    )


def buyer_of(saved: Mapping[str, Any]) -> Buyer:
    """Return a buyer as it is typed."""
    return {name: saved[name] or "" for name in BUYER_FIELDS}


def delivery_of(saved: Mapping[str, Any] | None) -> Buyer:
    """Return a place of delivery as it is typed."""
    return {name: (saved or {}).get(name) or "" for name in DELIVERY_FIELDS}


def has_address(party: Mapping[str, str]) -> bool:
    """Whether anything of an address is there but for the country."""
    return any(party.get(name, "").strip() for name in ADDRESS_FIELDS)


def blank_head(kind: str, drafting: Mapping[str, Any], account_locale: str) -> Head:
    """Return what a new document says before anybody wrote in it, from the settings."""
    said = drafting["billingSettings"]
    texts = texts_of(drafting, kind, account_locale)
    return Head(
        said["currency"],
        account_locale,
        said["quoteDays"] if kind == "QUOTE" else said["paymentDays"],
        supply=said["supply"] or "",
        delivery=delivery_of(None),
        buyer=dict.fromkeys(BUYER_FIELDS, ""),
        notes=texts[0],
        legal_terms=texts[1],
    )


def texts_of(drafting: Mapping[str, Any], kind: str, locale: str) -> tuple[str, str]:
    """Return the notes and legal terms that a new document of a language begins with."""
    for each in drafting["billingSettings"]["texts"]:
        if (each["kind"], each["locale"]) == (kind, locale):
            return each["notes"] or "", each["legalTerms"] or ""
    return "", ""
