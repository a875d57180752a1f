"""Tables for the accountant, and PDFs in one archive."""

from __future__ import annotations

import csv
import io
from datetime import UTC, date, datetime
from zipfile import ZipFile

from backend.billing.rules.kinds import DocumentKind, PaymentMethod
from backend.billing.rules.settings import Party
from backend.billing.service import (
    PaymentDraft,
    create_credit_note,
    document_pdf,
    issue_document,
    record_payment,
    void_document,
)
from backend.core.clock import frozen
from tests.factories.billing import BUYER, line, new_issued, new_seller

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
DANGEROUS = Party(name="=1+1/Client", street="1 Example Street", city="Torino", country="IT")


async def fill(actor):
    tax = await new_seller(actor)
    with frozen(NOON):
        lines = [line(tax, price=10_050), line(tax, "2", price=7)]
        first = await new_issued(actor, tax, lines=lines, buyer=DANGEROUS)
        await record_payment(
            actor, first.pk, PaymentDraft(5_000, date(2026, 11, 20), PaymentMethod.CARD, "@ref")
        )
        note = (await create_credit_note(actor, first.pk)).document
        await issue_document(actor, note.pk, note.version)
        void = await new_issued(actor, tax, buyer=BUYER)
        await void_document(actor, void.pk, void.version)
        await new_issued(actor, tax, DocumentKind.QUOTE)
    return first, void


def rows_of(answer):
    """Read a table as a French spreadsheet does: the account is French."""
    text = answer.content.decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))


async def test_an_accountant_is_given_what_was_issued_and_what_came(owner, viewer, stranger, http):
    first, _ = await fill(owner.actor)

    async def get(person, path):
        headers = {"cookie": f"carnet_session={person.cookie}"} if person else {}
        return await http.get(f"/files/{path}", headers=headers)

    november = "from=2026-11-01&to=2026-11-30"
    answer = await get(owner, f"documents.csv?{november}")
    assert 'filename="documents 2026-11-01 2026-11-30.csv"' in answer.headers["content-disposition"]
    invoice, note, void = rows_of(answer)
    assert (invoice["Type"], note["Type"], void["État"]) == ("Facture", "Avoir", "Annulé")
    assert (invoice["Client"], invoice["État"]) == ("'=1+1/Client", "Payée")
    assert (invoice["TVA"], invoice["Taux"]) == ("TVA 20 %", "20")
    amounts = ("HT", "Montant de la taxe", "TTC")
    assert [invoice[name] for name in amounts] == ["100,64", "20,13", "120,77"]
    assert [note[name] for name in amounts] == ["-100,64", "-20,13", "-120,77"]
    assert [void[name] for name in amounts] == ["0,00", "0,00", "0,00"]
    assert (note["Corrige"], note["Échéance"]) == (first.number, "")
    (payment,) = rows_of(await get(owner, f"payments.csv?{november}"))
    assert (payment["Numéro de facture"], payment["Montant"]) == (first.number, "50,00")
    assert (payment["Moyen"], payment["Référence"]) == ("Carte", "'@ref")
    assert rows_of(await get(owner, "documents.csv?from=2026-10-01&to=2026-10-31")) == []
    assert rows_of(await get(stranger, f"documents.csv?{november}")) == []
    refused = {
        f"documents.csv?{november}": {None: 401, viewer: 403},
        "documents.csv?from=2026-02-31&to=x": {owner: 400},
        f"documents.csv?{november}&kind=nonsense": {owner: 400},
        f"documents.zip?{november}": {stranger: 404, viewer: 403},
        f"documents.zip?id={first.id}": {stranger: 404},
    }
    for path, answers in refused.items():
        for person, status in answers.items():
            assert (await get(person, path)).status_code == status, path


async def test_pdfs_come_in_one_archive(owner, http):
    first, void = await fill(owner.actor)
    headers = {"cookie": f"carnet_session={owner.cookie}"}
    path = f"/files/documents.zip?id={void.id}&id={first.id}&id={first.id}"
    answer = await http.get(path, headers=headers)
    assert answer.headers["content-type"] == "application/zip"
    with ZipFile(io.BytesIO(answer.content)) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == [
            f"{void.number} Example Client.pdf",
            f"{first.number} 1 1 Client.pdf",
        ]
        kept = (await document_pdf(owner.actor, first.pk))[1]
        assert archive.read(archive.namelist()[1]) == kept
