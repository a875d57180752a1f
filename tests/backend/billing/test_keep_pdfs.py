"""PDFs of documents: made, kept, served, and proved."""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from datetime import date

import pytest

from backend.billing.jobs import render_document
from backend.billing.printing import printed_document
from backend.billing.queries.documents import documents_by_id, today_of
from backend.billing.queries.ledger import pdf_digests
from backend.billing.rules.content import HeaderField
from backend.billing.rules.kinds import DocumentKind, LineKind, Supply
from backend.billing.rules.settings import Bank, Seller, SettingsChanges
from backend.billing.service import (
    LineDraft,
    create_credit_note,
    document_pdf,
    issue_document,
    keep_pdf,
    update_settings,
    verify_ledger,
)
from backend.billing.service import pages as drawn
from backend.billing.service.pages import _kept
from backend.billing.service.pdfs import pdf_key
from backend.core.errors import NotFound
from backend.core.storage import delete_file, put_file
from tests.factories.billing import SELLER, line, new_document, new_issued, new_seller


async def test_what_is_issued_is_kept_byte_for_byte(owner):
    tax = await new_seller(owner.actor)
    issued = await new_issued(owner.actor, tax)
    payload = {"account_id": owner.account_id, "document_id": issued.pk}
    await render_document(payload)
    await render_document(payload)
    _, kept = await document_pdf(owner.actor, issued.pk)
    assert kept.startswith(b"%PDF-")
    digests = await pdf_digests(owner.account_id, (issued.pk,))
    assert digests == {issued.pk: hashlib.sha256(kept).hexdigest()}
    await update_settings(owner.actor, 1, SettingsChanges(seller=Seller(name="Another")))
    assert (await document_pdf(owner.actor, issued.pk))[1] == kept
    report = await verify_ledger(owner.actor)
    assert (report.links, report.findings) == (2, [])


async def test_a_lost_pdf_is_missed_and_made_again_the_same(owner):
    tax = await new_seller(owner.actor)
    issued = await new_issued(owner.actor, tax)
    kept = await keep_pdf(owner.actor, issued.pk)
    key = pdf_key(owner.account_id, issued.pk, hashlib.sha256(kept).hexdigest())
    await put_file(key, kept + b"%")
    assert (await verify_ledger(owner.actor)).findings == [("PDF_CHANGED", issued.number)]
    await delete_file(key)
    assert (await verify_ledger(owner.actor)).findings == [("PDF_MISSING", issued.number)]
    assert (await document_pdf(owner.actor, issued.pk))[1] == kept
    assert (await verify_ledger(owner.actor)).findings == []


async def test_a_draft_is_shown_as_it_would_be_today(owner, stranger):
    tax = await new_seller(owner.actor)
    draft = await new_document(owner.actor, tax)
    assert (await document_pdf(owner.actor, draft.pk))[1].startswith(b"%PDF-")
    assert (await verify_ledger(owner.actor)).links == 0
    with pytest.raises(NotFound):
        await document_pdf(stranger.actor, draft.pk)


async def test_the_page_shows_what_the_document_says(owner):
    tax = await new_seller(owner.actor)
    lines = [
        LineDraft(LineKind.HEADING, "Phase 1"),
        line(tax, "2", unit="h"),
        LineDraft(LineKind.TEXT, description="Travel included."),
    ]
    invoice = await new_issued(
        owner.actor, tax, lines=lines, header_fields=[HeaderField("Order", "A 1")],
        delivered_from=date(2026, 11, 2), supply=Supply.SERVICES,
    )  # fmt: skip
    note = (await create_credit_note(owner.actor, invoice.pk)).document
    note = (await issue_document(owner.actor, note.pk, note.version)).document
    today = await today_of(owner.actor)
    page = printed_document(invoice, SELLER, Bank(), today)
    assert (page.number, page.issued_on, page.due_on) == (
        invoice.number, invoice.issue_date, invoice.due_date,
    )  # fmt: skip
    assert (page.delivered_from, page.supply) == (date(2026, 11, 2), "services")
    assert page.seller.address[:2] == ("1 rue de l'Exemple", "69001 Lyon")
    assert (page.totals.net_minor, page.totals.total_minor) == (20_000, 24_000)
    assert [each.name for each in page.totals.taxes] == ["TVA 20 %"]
    assert (page.payment.reference, page.watermark) == (invoice.number, None)
    corrected = (await documents_by_id(owner.actor, (invoice.pk,)))[invoice.pk]
    assert printed_document(note, SELLER, Bank(), today, corrected).corrects == invoice.number
    quote = await new_document(owner.actor, tax, DocumentKind.QUOTE)
    shown = printed_document(quote, SELLER, Bank(), today)
    assert (shown.due_on, shown.valid_until is not None) == (None, True)
    assert shown.watermark is not None


async def test_a_pdf_is_served_to_who_may_read_the_account(owner, stranger, http):
    tax = await new_seller(owner.actor)
    issued = await new_issued(owner.actor, tax)

    async def get(person, path=issued.pdf_url):
        headers = {"cookie": f"carnet_session={person.cookie}"} if person else {}
        return await http.get(path, headers=headers)

    answer = await get(owner)
    assert (answer.status_code, answer.headers["content-type"]) == (200, "application/pdf")
    assert answer.content == (await document_pdf(owner.actor, issued.pk))[1]
    assert answer.headers["content-disposition"].startswith("inline;")
    saved = await get(owner, f"{issued.pdf_url}?download")
    assert saved.headers["content-disposition"].startswith("attachment;")
    assert (await get(owner, "/files/documents/nonsense")).status_code == 404
    assert (await get(stranger)).status_code == 404
    assert (await get(None)).status_code == 401
    (url,) = (await get(owner, f"{issued.pdf_url}/pages")).json()["pages"]
    page = await get(owner, url)
    assert page.headers["content-type"] == "image/png"
    assert page.content.startswith(b"\x89PNG")
    _kept.clear()
    assert (await get(owner, url)).content == page.content
    assert (await get(owner, url[:-1])).status_code == 404
    for address in (url, f"{issued.pdf_url}/pages"):
        assert (await get(stranger, address)).status_code == 404
        assert (await get(None, address)).status_code == 401


def test_the_pages_of_a_long_document_are_kept_whole(monkeypatch):
    monkeypatch.setattr(drawn, "KEPT_BYTES", 10)
    monkeypatch.setattr(drawn, "_kept", OrderedDict())
    drawn._keep((1, 1), {"a": b"x" * 8})
    drawn._keep((1, 2), {"b": b"y" * 8, "c": b"z" * 8})
    assert list(drawn._kept) == [(1, 2, "b"), (1, 2, "c")]
    drawn._keep((2, 1), {"d": b"x" * 8})
    assert list(drawn._kept) == [(2, 1, "d")]
