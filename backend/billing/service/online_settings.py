"""The keys of whoever is paid online: kept sealed, shown to nobody."""

from __future__ import annotations

import hmac
from base64 import urlsafe_b64encode

from backend.billing.events import BillingSettingsUpdated
from backend.billing.queries.deliveries import delivery_settings
from backend.billing.rules.online import clean_key, clean_signing_secret
from backend.core.clock import now_micros
from backend.core.ids import MAX_KEY
from backend.core.permissions import Actor, Permission
from backend.core.secrets import derived_key, seal
from backend.core.settings import settings
from backend.core.unit_of_work import unit_of_work

_PURPOSE = "stripe-webhook"
_MARK_BYTES = 15


async def save_stripe_keys(actor: Actor, secret_key: str, webhook_secret: str) -> str:
    """Let clients pay online; return the account's place in its history.

    Raises:
        InvalidStripeKey, Forbidden
    """
    actor.require(Permission.MANAGE_BILLING)
    values = (clean_key(secret_key), clean_signing_secret(webhook_secret))
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        await unit.execute(
            "INSERT INTO stripe_account (account_id, secret_key, webhook_secret, updated_at, "
            "updated_by) VALUES (?, ?, ?, ?, ?) ON CONFLICT (account_id) DO UPDATE SET "
            "secret_key = excluded.secret_key, webhook_secret = excluded.webhook_secret, "
            "updated_at = excluded.updated_at, updated_by = excluded.updated_by",
            (
                actor.account_id,
                *(seal(each.encode()) for each in values),
                now_micros(),
                actor.name,
            ),
        )
        unit.record(await _changed(actor))
    return unit.cursor


async def remove_stripe_keys(actor: Actor) -> str:
    """Let clients pay online no longer; return the account's place in its history.

    Raises:
        Forbidden
    """
    actor.require(Permission.MANAGE_BILLING)
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        if await unit.execute(
            "DELETE FROM stripe_account WHERE account_id = ?", (actor.account_id,)
        ):
            unit.record(await _changed(actor))
    return unit.cursor


async def _changed(actor: Actor) -> BillingSettingsUpdated:
    version = (await delivery_settings(actor)).version
    return BillingSettingsUpdated(actor.account_id, version, ["onlinePayment"])


def webhook_url(account_id: int) -> str:
    """Return where Stripe tells an account's payments."""
    return f"{settings().public_url}/webhooks/stripe/{webhook_token(account_id)}"


def webhook_token(account_id: int) -> str:
    """Return the last part of that address; sessions carry it too, to be known again."""
    return f"{account_id}-{_mark(account_id)}"


def account_of_webhook(token: str) -> int | None:
    """Return the account that the last part of that address names; None when none."""
    number, _, mark = token.partition("-")
    if not (number.isascii() and number.isdigit()) or len(number) > len(str(MAX_KEY)):
        return None
    key = int(number)
    if str(key) != number or not hmac.compare_digest(_mark(key).encode(), mark.encode()):
        return None
    return key


def _mark(account_id: int) -> str:
    digest = hmac.digest(derived_key(_PURPOSE), str(account_id).encode(), "sha256")
    return urlsafe_b64encode(digest[:_MARK_BYTES]).decode().rstrip("=")
