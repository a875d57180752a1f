"""Paying an invoice online, by Stripe Checkout: begun on its page, settled by a signed webhook.

Events come more than once, late, and in any order; a session is settled once, when it says that it
is paid.
"""

from __future__ import annotations

import asyncio
from typing import Any

import stripe
import structlog

from backend.billing.delivery_rows import LinkRow
from backend.billing.document_rows import DocumentRow
from backend.billing.errors import OnlinePaymentFailed, WrongStage
from backend.billing.limits import MAX_TOTAL_MINOR
from backend.billing.queries.documents import today_of
from backend.billing.queries.online import StripeKeys, stripe_keys
from backend.billing.rules.kinds import DocumentKind, PaymentMethod
from backend.billing.rules.online import from_stripe, to_stripe
from backend.billing.service.online_settings import webhook_token
from backend.billing.service.payments import PaymentDraft, insert_payment, settle
from backend.billing.service.standing import own_document
from backend.core.clock import now_micros
from backend.core.errors import NotFound
from backend.core.ids import decode_id
from backend.core.locale import translate
from backend.core.permissions import Actor
from backend.core.settings import settings
from backend.core.unit_of_work import unit_of_work

log = structlog.get_logger(__name__)
API = "https://api.stripe.com"
TIMEOUT_SECONDS = 20
_PAID = frozenset(("checkout.session.completed", "checkout.session.async_payment_succeeded"))
_TITLES = {DocumentKind.INVOICE: "Invoice"}


def is_payable(document: DocumentRow) -> bool:
    """Whether something of an invoice can be paid online."""
    left = document.balance_minor
    return left > 0 and to_stripe(left, document.currency) is not None


async def start_checkout(link: LinkRow, path: str) -> str:
    """Return the address where the client pays what is left of an invoice.

    The same amount is one session, however often somebody clicks.

    Raises:
        WrongStage: nothing is left to pay.
        OnlinePaymentFailed: the account has no keys, or Stripe did not begin it.
        NotFound
    """
    actor = Actor.system(link.account_key)
    document = await own_document(actor, link.document_key)
    if not is_payable(document):
        raise WrongStage(("id",), stage=document.status.value)
    keys = await stripe_keys(link.account_key)
    if keys is None:
        raise OnlinePaymentFailed
    client = stripe.StripeClient(
        keys.secret_key,
        base_addresses={"api": API},
        http_client=stripe.RequestsClient(timeout=TIMEOUT_SECONDS),
        max_network_retries=2,
    )
    # Paid in part meanwhile, it is another amount; credited and paid alike, still another version.
    once = f"carnet-{link.pk}-{document.id}-{document.version}-{document.balance_minor}"
    try:
        session = await asyncio.to_thread(
            client.v1.checkout.sessions.create,
            params=_session(
                document, f"{settings().public_url}{path}", webhook_token(link.account_key)
            ),  # type: ignore[arg-type]
            options={"idempotency_key": once},
        )
    except stripe.StripeError as error:
        log.warning("checkout_refused", document=document.pk, reason=type(error).__name__)
        raise OnlinePaymentFailed from error
    if not session.url:
        raise OnlinePaymentFailed
    return str(session.url)


def _session(document: DocumentRow, page: str, origin: str) -> dict[str, Any]:
    locale = document.content.locale
    title = translate(locale, _TITLES[document.kind])
    params: dict[str, Any] = {
        "mode": "payment",
        "line_items": [
            {
                "quantity": 1,
                "price_data": {
                    "currency": document.currency.lower(),
                    "unit_amount": to_stripe(document.balance_minor, document.currency),
                    "product_data": {"name": f"{title} {document.number}"},
                },
            }
        ],
        "client_reference_id": document.id,
        "metadata": {"carnet": origin, "carnet_document": document.id},
        "payment_intent_data": {"description": f"{title} {document.number}"},
        "locale": locale,
        "success_url": f"{page}?paid",
        "cancel_url": page,
    }
    if document.content.buyer.email:
        params["customer_email"] = document.content.buyer.email
    return params


async def take_event(account_id: int, body: bytes, signature: str) -> None:
    """Take what Stripe tells of an account.

    Raises:
        NotFound: the account takes no payments, or nobody of Stripe signed this for it lately.
    """
    keys = await stripe_keys(account_id)
    if keys is None:
        raise NotFound
    event = _verified(body, signature, keys)
    session = event["data"]["object"]
    if event["type"] in _PAID and session.get("payment_status") == "paid":
        await _settle(Actor.system(account_id), session)


def _verified(body: bytes, signature: str, keys: StripeKeys) -> dict[str, Any]:
    try:
        event = stripe.Webhook.construct_event(body, signature, keys.webhook_secret)
    except (ValueError, stripe.SignatureVerificationError) as error:
        raise NotFound from error
    found: dict[str, Any] = event.to_dict()
    return found


async def _settle(actor: Actor, session: dict[str, Any]) -> None:
    said = session.get("metadata") or {}
    if said.get("carnet") != webhook_token(actor.account_id):
        return  # of another program, or another server, that is paid by the same Stripe account
    key = decode_id(str(said.get("carnet_document")), "BillingDocument")
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        document = await own_document(actor, key)
        currency = str(session["currency"]).upper()
        amount = from_stripe(int(session["amount_total"]), currency)
        if currency != document.currency or not 0 < amount <= MAX_TOTAL_MINOR:
            log.warning("checkout_not_of_the_invoice", document=key, currency=currency)
            return
        rows = await unit.fetch(
            "INSERT INTO online_payment (account_id, document_id, session_id, amount_minor, "
            "settled_at) VALUES (?, ?, ?, ?, ?) ON CONFLICT (account_id, session_id) DO NOTHING "
            "RETURNING id",
            (actor.account_id, key, str(session["id"]), amount, now_micros()),
        )
        if not rows:
            return
        # Money that came is kept, whatever became of the invoice meanwhile.
        draft = PaymentDraft(amount, method=PaymentMethod.CARD)
        paid_by = str(session.get("payment_intent") or session["id"])
        await insert_payment(unit, document, draft, await today_of(actor), paid_by)
        await settle(unit, document, amount)
