"""Documents and payments as rows that an accountant takes into other books.

A document has a row for each of its tax rates, so that every column of amounts adds up by itself;
credit notes count below zero, what is void for nothing.
"""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from backend.billing.document_rows import DocumentRow
from backend.billing.queries.periods import NumberedPayment
from backend.billing.rules.kinds import DocumentKind, DocumentStatus, PaymentMethod
from backend.core.cells import harmless
from backend.core.locale import known_locale, translate
from backend.core.money import Money

KINDS = {
    DocumentKind.QUOTE: "Quote",
    DocumentKind.INVOICE: "Invoice",
    DocumentKind.CREDIT_NOTE: "Credit note",
}
STATUSES = {
    DocumentStatus.ISSUED: "Issued",
    DocumentStatus.PARTLY_PAID: "Partly paid",
    DocumentStatus.PAID: "Paid",
    DocumentStatus.VOID: "Void",
    DocumentStatus.ACCEPTED: "Accepted",
    DocumentStatus.REJECTED: "Rejected",
    DocumentStatus.EXPIRED: "Expired",
    DocumentStatus.INVOICED: "Invoiced",
    DocumentStatus.REVISED: "Revised",
}
METHODS = {
    PaymentMethod.TRANSFER: "Transfer",
    PaymentMethod.CARD: "Card",
    PaymentMethod.CASH: "Cash",
    PaymentMethod.CHECK: "Check",
    PaymentMethod.DIRECT_DEBIT: "Direct debit",
    PaymentMethod.OTHER: "Other",
}
DOCUMENT_HEADER = (
    "Type",
    "Number",
    "Issue date",
    "Due date",
    "Status",
    "Client",
    "Client VAT number",
    "Client country",
    "Corrects",
    "Currency",
    "Tax",
    "Tax rate",
    "Net",
    "Tax amount",
    "Gross",
)
PAYMENT_HEADER = (
    "Date",
    "Invoice number",
    "Client",
    "Currency",
    "Amount",
    "Method",
    "Reference",
)


class Book:
    """Writes rows as spreadsheets of one language open them: UTF-8 with a mark, and where decimals
    have a comma, semicolons between the cells.
    """

    def __init__(self, locale: str) -> None:
        self._locale = known_locale(locale)
        self._has_commas = self._locale != "en"

    def document_head(self) -> bytes:
        """Return the first line of a file of documents."""
        return self._head(DOCUMENT_HEADER)

    def payment_head(self) -> bytes:
        """Return the first line of a file of payments."""
        return self._head(PAYMENT_HEADER)

    def documents(self, documents: Iterable[DocumentRow], corrected: Mapping[int, str]) -> bytes:
        """Return the rows of documents; ``corrected`` are the numbers of what they were made from,
        by key.
        """
        return self._lines(
            row for document in documents for row in self._document(document, corrected)
        )

    def payments(self, payments: Iterable[NumberedPayment]) -> bytes:
        """Return the rows of payments."""
        return self._lines(self._payment(each) for each in payments)

    def _document(self, document: DocumentRow, corrected: Mapping[int, str]) -> Iterable[list[str]]:
        content, sign = document.content, _sign(document)
        is_correction = document.kind is DocumentKind.CREDIT_NOTE
        said = [
            self._word(KINDS[document.kind]),
            harmless(document.number or ""),
            document.issue_day or "",
            "" if is_correction else document.due_day or "",
            self._word(STATUSES[document.status]),
            harmless(content.buyer.name or ""),
            harmless(content.buyer.vat_number or ""),
            content.buyer.country or "",
            harmless(corrected.get(document.source_key or 0, "")) if is_correction else "",
            document.currency,
        ]
        for total in content.totals.taxes:
            names = dict.fromkeys(
                line.tax.name
                for line in content.items
                if line.tax is not None and line.tax.key == total.tax
            )
            yield [
                *said,
                harmless(", ".join(names)),
                "" if total.tax is None else self._decimal(total.tax.rate),
                *(
                    self._amount(sign * minor, document.currency)
                    for minor in (
                        total.base_minor,
                        total.tax_minor,
                        total.base_minor + total.tax_minor,
                    )
                ),
            ]

    def _payment(self, found: NumberedPayment) -> list[str]:
        payment, document = found.payment, found.document
        return [
            payment.paid_day,
            harmless(document.number or ""),
            harmless(document.content.buyer.name or ""),
            payment.currency,
            self._amount(payment.amount_minor, payment.currency),
            self._word(METHODS[payment.method]),
            harmless(payment.reference or ""),
        ]

    def _head(self, names: Sequence[str]) -> bytes:
        return codecs.BOM_UTF8 + self._lines([[self._word(name) for name in names]])

    def _lines(self, rows: Iterable[Sequence[str]]) -> bytes:
        text = io.StringIO(newline="")
        csv.writer(text, delimiter=";" if self._has_commas else ",").writerows(rows)
        return text.getvalue().encode()

    def _word(self, message: str) -> str:
        return translate(self._locale, message)

    def _amount(self, minor: int, currency: str) -> str:
        return self._decimal(Money(minor, currency).amount)

    def _decimal(self, number: Decimal) -> str:
        text = f"{number:f}"
        return text.replace(".", ",") if self._has_commas else text


def _sign(document: DocumentRow) -> int:
    if document.status is DocumentStatus.VOID:
        return 0
    return -1 if document.kind is DocumentKind.CREDIT_NOTE else 1
