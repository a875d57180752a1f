"""Paying online: what keys look like, and amounts as Stripe counts them."""

from __future__ import annotations

import re

from backend.billing.errors import InvalidStripeKey
from backend.core.money import currency_digits

_KEY = re.compile(r"(?:sk|rk)_(test|live)_[A-Za-z0-9_]{8,240}")
_SECRET = re.compile(r"whsec_[A-Za-z0-9+/=_-]{8,240}")
_HUNDREDFOLD = frozenset(("ISK", "UGX"))
"""Without minor units, and yet counted in hundredths. Source: Stripe, "Supported currencies"."""
_THREE_DIGITS = 3


def clean_key(key: str) -> str:
    """Return a secret or restricted key.

    Raises:
        InvalidStripeKey
    """
    found = key.strip()
    if _KEY.fullmatch(found) is None:
        raise InvalidStripeKey(("secretKey",))
    return found


def clean_signing_secret(secret: str) -> str:
    """Return the secret that webhooks are signed with.

    Raises:
        InvalidStripeKey
    """
    found = secret.strip()
    if _SECRET.fullmatch(found) is None:
        raise InvalidStripeKey(("webhookSecret",))
    return found


def is_test_key(key: str) -> bool:
    """Whether no real money moves by it."""
    found = _KEY.fullmatch(key)
    return found is not None and found.group(1) == "test"


def to_stripe(minor: int, currency: str) -> int | None:
    """Return minor units as Stripe takes them; None for an amount that it cannot charge."""
    if currency_digits(currency) == _THREE_DIGITS and minor % 10:
        return None
    return minor * 100 if currency in _HUNDREDFOLD else minor


def from_stripe(amount: int, currency: str) -> int:
    """Return what Stripe charged, in minor units."""
    return amount // 100 if currency in _HUNDREDFOLD else amount
