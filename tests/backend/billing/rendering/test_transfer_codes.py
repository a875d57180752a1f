"""The payment code says what the guidelines let it say, and never more."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.billing.rendering.document import Kind, Watermark
from backend.billing.rendering.epc import (
    MAX_BYTES,
    is_creditor_reference,
    transfer_code,
    transfer_payload,
)
from backend.billing.rendering.view import payload_of
from tests.backend.billing.rendering.samples import IBAN_FR, franchise_invoice, french_invoice


def test_says_who_is_paid_how_much_and_what_for() -> None:
    payload = transfer_payload(
        name="Atelier Lumen",
        iban="FR76 3000 6000 0112 3456 7890 189",
        bic="AGRIFRPP882",
        amount_cents=123450,
        reference="F2026-0042",
    )
    assert payload == (
        "BCD\n002\n1\nSCT\nAGRIFRPP882\nAtelier Lumen\n"
        "FR7630006000011234567890189\nEUR1234.50\n\n\nF2026-0042"
    )


def test_a_structured_reference_has_a_place_of_its_own() -> None:
    assert is_creditor_reference("RF18 5390 0754 7034")
    assert not is_creditor_reference("RF19539007547034")
    payload = transfer_payload(
        name="X", iban=IBAN_FR, amount_cents=1, reference="RF18 5390 0754 7034"
    )
    assert payload is not None
    assert payload.endswith("EUR0.01\n\nRF18539007547034")


@pytest.mark.parametrize(
    ("iban", "bic", "said"),
    [
        (IBAN_FR, None, True),
        (IBAN_FR[:-1] + "0", None, False),
        ("", None, False),
        ("FR", None, False),
        ("CH9300762011623852957", None, False),
        ("CH9300762011623852957", "POFICHBEXXX", True),
        ("TR330006100519786457841326", "TCZBTR2AXXX", False),
    ],
)
def test_only_accounts_that_a_transfer_reaches(iban, bic, said) -> None:
    payload = transfer_payload(name="X", iban=iban, bic=bic, amount_cents=100)
    assert (payload is not None) is said


@pytest.mark.parametrize(("cents", "said"), [(0, False), (-5, False), (1, True), (10**11, False)])
def test_only_amounts_that_a_transfer_has(cents, said) -> None:
    assert (transfer_payload(name="X", iban=IBAN_FR, amount_cents=cents) is not None) is said


@given(st.text(max_size=300), st.text(max_size=300), st.integers(1, 10**11 - 1))
def test_never_says_more_than_the_code_holds(name: str, reference: str, cents: int) -> None:
    payload = transfer_payload(name=name, iban=IBAN_FR, amount_cents=cents, reference=reference)
    if payload is None:
        assert not any(char.isprintable() and not char.isspace() for char in name)
        return
    lines = payload.split("\n")
    assert len(payload.encode()) <= MAX_BYTES
    assert lines[:4] == ["BCD", "002", "1", "SCT"]
    assert 1 <= len(lines[5]) <= 70
    assert len(lines) <= 11
    assert all(len(text) <= 140 for text in lines[10:])


def test_the_longest_payload_fits_the_largest_code() -> None:
    payload = transfer_payload(
        name="é" * 70, iban=IBAN_FR, bic="AGRIFRPP882", amount_cents=99, reference="€" * 140
    )
    assert payload is not None
    assert len(payload.encode()) > MAX_BYTES - 3
    assert b"<svg" in transfer_code(payload)
    with pytest.raises(ValueError, match="longer"):
        transfer_code("x" * (MAX_BYTES + 1))


def test_is_on_invoices_in_euros_with_something_to_pay() -> None:
    invoice = french_invoice()
    assert payload_of(invoice) is not None
    assert payload_of(franchise_invoice()) is not None
    paid = replace(invoice.totals, paid_minor=invoice.totals.total_minor)
    for other in (
        replace(invoice, currency="USD"),
        replace(invoice, kind=Kind.QUOTE),
        replace(invoice, kind=Kind.CREDIT_NOTE),
        replace(invoice, watermark=Watermark.VOID),
        replace(invoice, totals=paid),
    ):
        assert payload_of(other) is None
