"""Signing, sealing and hashing with keys derived from CARNET_SECRET_KEY."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from base64 import urlsafe_b64decode, urlsafe_b64encode
from functools import lru_cache

import orjson
from cryptography.fernet import Fernet, InvalidToken

from backend.core.clock import now
from backend.core.settings import settings


@lru_cache(maxsize=16)
def _key(secret: str, purpose: str) -> bytes:
    return hmac.digest(secret.encode(), f"carnet:{purpose}".encode(), "sha256")


def derived_key(purpose: str) -> bytes:
    """Return 32 bytes for one purpose; another purpose gets other bytes."""
    return _key(settings().effective_secret_key(), purpose)


@lru_cache(maxsize=4)
def _fernet(secret: str) -> Fernet:
    return Fernet(urlsafe_b64encode(_key(secret, "seal")))


def seal(value: bytes) -> str:
    """Encrypt and authenticate what must not lie in the database in clear."""
    return _fernet(settings().effective_secret_key()).encrypt(value).decode()


def unseal(sealed: str) -> bytes:
    """Return what was sealed.

    Raises:
        ValueError: it was sealed under another key, or changed.
    """
    try:
        return _fernet(settings().effective_secret_key()).decrypt(sealed.encode())
    except InvalidToken:
        raise ValueError("sealed under another key") from None


def new_token(length_bytes: int = 32) -> str:
    """Return an unguessable URL-safe token."""
    return secrets.token_urlsafe(length_bytes)


def token_hash(token: str) -> str:
    """Return what the database keeps of a token: SHA-256, in hexadecimal."""
    return hashlib.sha256(token.encode()).hexdigest()


def sign(purpose: str, value: dict[str, object], *, ttl_seconds: int) -> str:
    """Return ``value`` signed for one purpose, valid for a while. It can be read by anyone."""
    body = orjson.dumps({"v": value, "e": int(now().timestamp()) + ttl_seconds})
    mark = hmac.digest(derived_key(purpose), body, "sha256")
    return f"{_encode(body)}.{_encode(mark)}"


def verify(purpose: str, signed: str) -> dict[str, object] | None:
    """Return the signed value, or None when it is not ours, for another purpose, or too old."""
    body_text, _, mark_text = signed.partition(".")
    try:
        body, mark = _decode(body_text), _decode(mark_text)
    except ValueError:
        return None
    if not hmac.compare_digest(hmac.digest(derived_key(purpose), body, "sha256"), mark):
        return None
    content = orjson.loads(body)
    if content["e"] < now().timestamp():
        return None
    value: dict[str, object] = content["v"]
    return value


def _encode(value: bytes) -> str:
    return urlsafe_b64encode(value).decode().rstrip("=")


def _decode(text: str) -> bytes:
    return urlsafe_b64decode(text.encode("ascii") + b"=" * (-len(text) % 4))
