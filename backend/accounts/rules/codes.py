"""Authenticator codes, recovery codes and API tokens: how they are made and read.

Source: RFC 6238 (TOTP), SHA-1, six digits, steps of thirty seconds: what every authenticator
application supports.
"""

from __future__ import annotations

import hmac
import secrets
from dataclasses import dataclass

from pyotp import TOTP

STEP_SECONDS = 30
TOLERATED_STEPS = 1
RECOVERY_CODES = 10
_ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"
"""No letter or digit that is mistaken for another."""
_RECOVERY_LENGTH = 12

TOKEN_BRAND = "carnet_"  # noqa: S105 - what every token starts with, so that scanners know it
_PREFIX_LENGTH = 8
_SECRET_BYTES = 32
MAX_TOKEN = 100


def matching_step(secret: str, code: str, at_seconds: float, *, after_step: int) -> int | None:
    """Return the step whose code this is, or None; steps up to ``after_step`` no longer count.

    One step before and after the present one is tolerated for clocks that differ.
    """
    digits = "".join(code.split())
    if len(digits) != 6 or not digits.isascii() or not digits.isdigit():
        return None
    present = int(at_seconds) // STEP_SECONDS
    totp = TOTP(secret)
    found = None
    for step in range(present - TOLERATED_STEPS, present + TOLERATED_STEPS + 1):
        matches = hmac.compare_digest(totp.generate_otp(step), digits)
        if matches and step > after_step:
            found = step
    return found


def looks_like_totp(code: str) -> bool:
    """Whether a typed code is from an authenticator rather than a recovery code."""
    digits = "".join(code.split())
    return len(digits) == 6 and digits.isascii() and digits.isdigit()


def new_recovery_codes() -> list[str]:
    """Return ten codes of about 59 bits each, in three groups of four."""
    return ["-".join(_random_text(4) for _ in range(3)) for _ in range(RECOVERY_CODES)]


def recovery_code_hash(key: bytes, user_id: int, code: str) -> str | None:
    """Return what is kept of a recovery code, or None when it cannot be one.

    Keyed: a code is short enough to be guessed from a bare hash.
    """
    typed = "".join(character for character in code.lower()[:64] if character.isalnum())
    if len(typed) != _RECOVERY_LENGTH or not typed.isascii():
        return None
    return hmac.new(key, f"{user_id}:{typed}".encode(), "sha256").hexdigest()


@dataclass(frozen=True, slots=True)
class TokenParts:
    """An API token: what is shown in lists, and the whole."""

    prefix: str
    token: str


def new_api_token() -> TokenParts:
    """Return a new token: brand, an eight-character prefix, a secret of 256 bits."""
    prefix = TOKEN_BRAND + _random_text(_PREFIX_LENGTH)
    return TokenParts(prefix, f"{prefix}_{secrets.token_urlsafe(_SECRET_BYTES)}")


def token_prefix(token: str) -> str | None:
    """Return the prefix of what looks like one of our tokens, or None."""
    length = len(TOKEN_BRAND) + _PREFIX_LENGTH
    if len(token) > MAX_TOKEN or not token.isascii() or not token.startswith(TOKEN_BRAND):
        return None
    return token[:length] if token[length : length + 1] == "_" else None


def _random_text(length: int) -> str:
    return "".join(secrets.choice(_ALPHABET) for _ in range(length))
