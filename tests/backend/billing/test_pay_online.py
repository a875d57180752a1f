"""Paying online: a session at a stand-in of Stripe, events signed as Stripe signs them."""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import json
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest

from backend.billing.errors import InvalidStripeKey
from backend.billing.queries.documents import documents_by_id
from backend.billing.queries.online import stripe_keys
from backend.billing.rules.kinds import DocumentStatus
from backend.billing.rules.online import from_stripe, to_stripe
from backend.billing.service import PaymentDraft, checkout, record_payment, void_document
from backend.billing.service.online_settings import (
    account_of_webhook,
    remove_stripe_keys,
    save_stripe_keys,
    webhook_url,
)
from backend.core.database import read
from backend.core.errors import NotFound
from tests.backend.accounts.log import history
from tests.backend.billing.test_client_page import cookie, opened
from tests.factories.billing import new_issued, new_seller

KEY, SECRET = "sk_test_abcdefgh12345678", "whsec_abcdefgh12345678"


class StandIn(BaseHTTPRequestHandler):
    """The part of Stripe's API that is used: sessions, their idempotency keys, its errors."""

    asked: list[dict[str, str]]
    known: dict[str, tuple[str, bytes]]

    def do_POST(self):
        body = self.rfile.read(int(self.headers["content-length"])).decode()
        fields, once = dict(parse_qsl(body)), self.headers["idempotency-key"]
        status, answer = self.answer(fields, once, body)
        self.send_response(status)
        self.send_header("content-type", "application/json")
        self.end_headers()
        self.wfile.write(answer)

    def answer(self, fields, once, body):
        def error(status, kind):
            return status, json.dumps({"error": {"type": kind, "message": kind}}).encode()

        if self.headers["authorization"] != f"Bearer {KEY}":
            return error(401, "invalid_request_error")
        if self.path != "/v1/checkout/sessions":
            return error(404, "invalid_request_error")
        if once in self.known:
            before, made = self.known[once]
            return (200, made) if before == body else error(400, "idempotency_error")
        self.asked.append(fields)
        name = f"cs_test_{len(self.asked)}"
        made = json.dumps(
            {
                "id": name,
                "object": "checkout.session",
                "url": f"https://checkout.stripe.com/c/pay/{name}",
            }
        ).encode()
        self.known[once] = (body, made)
        return 200, made

    def log_message(self, *_):
        pass


@pytest.fixture
def stand_in(monkeypatch):
    handler = type("Handler", (StandIn,), {"asked": [], "known": {}})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    monkeypatch.setattr(checkout, "API", f"http://127.0.0.1:{server.server_port}")
    yield handler
    server.shutdown()
    server.server_close()


def event(asked, kind="checkout.session.completed", *, status="paid", session="cs_test_1", **more):
    return json.dumps(
        {
            "id": "evt_1",
            "object": "event",
            "type": kind,
            "data": {
                "object": {
                    "id": session,
                    "object": "checkout.session",
                    "payment_status": status,
                    "payment_intent": "pi_1",
                    "amount_total": int(asked["line_items[0][price_data][unit_amount]"]),
                    "currency": asked["line_items[0][price_data][currency]"],
                    "metadata": {
                        "carnet": asked["metadata[carnet]"],
                        "carnet_document": asked["metadata[carnet_document]"],
                    },
                    **more,
                }
            },
        }
    )


def signed(body, *, secret=SECRET, at=None):
    at = int(time.time()) if at is None else at
    mark = hmac.new(secret.encode(), f"{at}.{body}".encode(), hashlib.sha256).hexdigest()
    return {"stripe-signature": f"t={at},v1={mark}"}


async def tell(http, actor, body, headers=None):
    path = urlsplit(webhook_url(actor.account_id)).path
    sent = headers if headers is not None else signed(body)
    return (await http.post(path, content=body, headers=sent)).status_code


async def again(actor, document):
    return (await documents_by_id(actor, (document.pk,)))[document.pk]


async def begun(owner, http, **values):
    """Make an invoice whose payment was begun; return it with the path of its page."""
    tax = await new_seller(owner.actor)
    await save_stripe_keys(owner.actor, f" {KEY}\n", SECRET)
    invoice = await new_issued(owner.actor, tax, currency="EUR", locale="en", **values)
    path = await opened(owner.actor, invoice)
    sent = await http.post(f"{path}/pay", follow_redirects=False)
    assert sent.status_code == 303
    assert sent.headers["location"] == "https://checkout.stripe.com/c/pay/cs_test_1"
    return invoice, path


async def test_is_paid_once_whatever_stripe_repeats_or_turns_around(owner, http, stand_in):
    invoice, path = await begun(owner, http)
    await http.post(f"{path}/pay", follow_redirects=False)
    (asked,) = stand_in.asked
    assert asked["line_items[0][price_data][unit_amount]"] == "12000"
    assert asked["success_url"].endswith(f"{path}?paid")
    assert "being confirmed" in (await http.get(f"{path}?paid")).text
    late = event(asked, "checkout.session.async_payment_succeeded")
    early = event(asked, status="unpaid")
    assert [await tell(http, owner.actor, each) for each in (late, early, late)] == [204] * 3
    told = (tell(http, owner.actor, event(asked)) for _ in range(3))
    assert await asyncio.gather(*told) == [204] * 3
    paid = await again(owner.actor, invoice)
    assert (paid.status, paid.paid_minor) == (DocumentStatus.PAID, 12_000)
    assert await read.fetch("SELECT method, reference FROM payment") == [("card", "pi_1")]
    page = (await http.get(f"{path}?paid")).text
    assert "Paid. Thank you!" in page
    assert "being confirmed" not in page
    assert (await http.post(f"{path}/pay")).status_code == 422


@pytest.mark.sqlite_only
async def test_believes_only_what_stripe_signed_lately_for_this_account(
    owner, stranger, http, stand_in
):
    invoice, _ = await begun(owner, http)
    body = event(stand_in.asked[0])
    wrong: list[dict[str, str]] = [
        {},
        signed(body, secret="whsec_of_somebody_else"),
        signed(body, at=int(time.time()) - 3_600),
        signed(body + " "),
    ]
    for headers in wrong:
        assert await tell(http, owner.actor, body, headers) == 400
    await save_stripe_keys(stranger.actor, KEY, SECRET)
    assert await tell(http, stranger.actor, body) == 204  # signed well, of another account
    assert (await http.post("/webhooks/stripe/1-x", content=body)).status_code == 404
    others: list[dict[str, Any]] = [
        {"metadata": {}},
        {"currency": "usd"},
        {"amount_total": 0},
        {"amount_total": 10**19},
    ]
    for more in others:
        assert await tell(http, owner.actor, event(stand_in.asked[0], **more)) == 204
    assert (await again(owner.actor, invoice)).paid_minor == 0
    assert account_of_webhook("1-x") is None
    assert account_of_webhook("x") is None


@pytest.mark.sqlite_only
async def test_what_is_left_is_asked_and_money_for_a_void_invoice_is_kept(owner, http, stand_in):
    invoice, path = await begun(owner, http)
    part = (await record_payment(owner.actor, invoice.pk, PaymentDraft(2_000))).document
    await http.post(f"{path}/pay", follow_redirects=False)
    assert stand_in.asked[1]["line_items[0][price_data][unit_amount]"] == "10000"
    assert (await http.post(f"{path}/pay", headers=cookie(owner))).status_code == 403
    await void_document(owner.actor, invoice.pk, part.version)
    assert await tell(http, owner.actor, event(stand_in.asked[1], session="cs_test_2")) == 204
    assert (await again(owner.actor, invoice)).paid_minor == 12_000
    told = (await history(owner.account_id))[-1]
    assert (told.kind, told.payload["paid"]) == ("document.payment", False)


@pytest.mark.sqlite_only
async def test_without_keys_or_with_wrong_ones_the_bank_is_named(owner, http, stand_in):
    tax = await new_seller(owner.actor)
    invoice = await new_issued(owner.actor, tax, currency="EUR", locale="en")
    path = await opened(owner.actor, invoice)
    assert f"{path}/pay" not in (await http.get(path)).text
    for key, secret in (("pk_test_12345678", SECRET), (KEY, "secret"), (KEY + "é", SECRET)):
        with pytest.raises(InvalidStripeKey):
            await save_stripe_keys(owner.actor, key, secret)
    await save_stripe_keys(owner.actor, "sk_live_another12345", SECRET)
    assert f"{path}/pay" in (await http.get(path)).text
    refused = await http.post(f"{path}/pay")
    assert (refused.status_code, "Please pay by transfer." in refused.text) == (422, True)
    (stored,) = await read.fetch("SELECT secret_key FROM stripe_account")
    assert "sk_live" not in stored[0]
    await remove_stripe_keys(owner.actor)
    assert await stripe_keys(owner.account_id) is None
    with pytest.raises(NotFound):
        await checkout.take_event(owner.account_id, b"{}", "")


def test_amounts_are_as_stripe_counts_them():
    assert to_stripe(1_050, "EUR") == 1_050
    assert to_stripe(500, "JPY") == 500
    assert (to_stripe(500, "ISK"), from_stripe(50_000, "ISK")) == (50_000, 500)
    assert (to_stripe(1_230, "KWD"), to_stripe(1_234, "KWD")) == (1_230, None)
