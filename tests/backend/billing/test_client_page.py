"""The page that a client opens by its link: what it shows, takes, counts and keeps to itself."""

from __future__ import annotations

import pytest
from limits import RateLimitItemPerMinute

from backend.accounts.rate_limits import Limit
from backend.billing import client_http
from backend.billing.queries.deliveries import answers_of, links_of
from backend.billing.rules.kinds import DocumentKind
from backend.billing.rules.settings import Party
from backend.billing.service import PaymentDraft, record_payment, void_document
from backend.billing.service.links import create_link, link_url, revoke_link
from tests.factories.billing import new_issued, new_seller

CLIENT = Party(
    name="<script>alert(1)</script>",
    email="client@example.org",
    street="1 rue",
    city="Lyon",
    country="FR",
)
QUOTE = DocumentKind.QUOTE
YES = {"answer": "accept", "name": "Ada <i>", "signature": "1.1-20.30"}


async def opened(actor, document):
    await create_link(actor, document.pk)
    link = (await links_of(actor, (document.pk,)))[document.pk]
    return "/d/" + (link_url(link) or "").rpartition("/")[2]


async def views(actor, document):
    return (await links_of(actor, (document.pk,)))[document.pk].view_count


def cookie(person):
    return {"cookie": f"carnet_session={person.cookie}"}


@pytest.mark.sqlite_only
async def test_shows_a_document_to_whoever_has_the_link_and_to_nobody_else(owner, http):
    tax = await new_seller(owner.actor)
    invoice = await new_issued(owner.actor, tax, buyer=CLIENT, locale="fr", currency="EUR")
    path = await opened(owner.actor, invoice)
    page = await http.get(path)
    assert page.status_code == 200
    assert "Facture" in page.text
    assert "120,00" in page.text
    assert "&lt;script&gt;" in page.text
    assert "<script>alert" not in page.text
    assert "data:image/svg+xml;base64," in page.text  # the code of the transfer
    headers = page.headers
    assert (headers["referrer-policy"], headers["cache-control"]) == ("no-referrer", "no-store")
    assert "noindex" in headers["x-robots-tag"]
    assert "set-cookie" not in headers
    assert "default-src 'none'" in headers["content-security-policy"]
    pdf = await http.get(f"{path}/pdf")
    assert pdf.content.startswith(b"%PDF-")
    part = (await record_payment(owner.actor, invoice.pk, PaymentDraft(2_000))).document
    assert "100,00" in (await http.get(path)).text
    void = (await void_document(owner.actor, invoice.pk, part.version)).document
    assert "annulé" in (await http.get(path)).text
    await revoke_link(owner.actor, void.pk)
    for gone in (path, f"{path}/pdf", "/d/nonsense", "/d/" + "x" * 500, "/d/%00"):
        assert (await http.get(gone)).status_code == 404


@pytest.mark.sqlite_only
async def test_counts_looks_of_the_client_only(owner, stranger, http):
    tax = await new_seller(owner.actor)
    invoice = await new_issued(owner.actor, tax)
    path = await opened(owner.actor, invoice)
    await http.head(path)
    page = await http.get(path, headers=cookie(owner))
    assert 'role="note"' in page.text
    await http.post(f"{path}/seen", headers=cookie(owner))
    await http.post(f"{path}/seen", headers={"sec-fetch-site": "cross-site"})
    assert await views(owner.actor, invoice) == 0
    for _ in range(2):
        assert (await http.post(f"{path}/seen", headers=cookie(stranger))).status_code == 204
    assert await views(owner.actor, invoice) == 1


async def test_takes_an_answer_once_and_only_from_the_client(owner, http):
    tax = await new_seller(owner.actor)
    quote = await new_issued(owner.actor, tax, QUOTE, buyer=CLIENT, locale="en")
    path = await opened(owner.actor, quote)
    assert (await http.post(f"{path}/answer", data=YES, headers=cookie(owner))).status_code == 403
    unnamed = await http.post(f"{path}/answer", data={"answer": "accept", "name": " "})
    assert (unnamed.status_code, "Please enter your name." in unnamed.text) == (422, True)
    drawn = await http.post(f"{path}/answer", data={**YES, "signature": "<svg/>"})
    assert (drawn.status_code, "Ada &lt;i&gt;" in drawn.text) == (422, True)
    assert (await http.post(f"{path}/answer", content=b"x" * 70_000)).status_code == 413
    for unread in (b"", b"\xff", b"name=Ada", b"answer=maybe", b"a&" * 30 + b"answer=accept"):
        assert (await http.post(f"{path}/answer", content=unread)).status_code == 400
    for _ in range(2):
        taken = await http.post(f"{path}/answer", data=YES, follow_redirects=False)
        assert (taken.status_code, taken.headers["location"]) == (303, path)
    late = await http.post(f"{path}/answer", data={"answer": "reject", "reason": "No"})
    assert (late.status_code, "answered meanwhile" in late.text) == (422, True)
    page = (await http.get(path)).text
    assert "Accepted by Ada &lt;i&gt;" in page
    assert 'name="signature"' not in page
    assert len(await answers_of(owner.actor, (quote.pk,))) == 1


@pytest.mark.sqlite_only
async def test_is_rejected_with_a_reason_and_guessing_costs(owner, http, monkeypatch):
    tax = await new_seller(owner.actor)
    quote = await new_issued(owner.actor, tax, QUOTE, locale="en")
    path = await opened(owner.actor, quote)
    await http.post(f"{path}/answer", data={"answer": "reject", "reason": "Too <late>"})
    answer = (await answers_of(owner.actor, (quote.pk,)))[quote.pk]
    assert (answer.accepted, answer.reason) == (False, "Too <late>")
    assert "Rejected" in (await http.get(path)).text
    one = Limit("document-link", RateLimitItemPerMinute(1, 15))
    monkeypatch.setattr(client_http, "_WRONG_LINKS", one)
    assert [(await http.get("/d/guess")).status_code for _ in range(2)] == [404, 429]
