"""Signing in at Google: the authorization code flow with PKCE, refreshing and revoking.

Source: RFC 6749, 7636 and 7009; https://developers.google.com/identity/protocols/oauth2/web-server
"""

from __future__ import annotations

import json
from base64 import urlsafe_b64decode
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import httpx2
from authlib.common.security import generate_token
from authlib.integrations.base_client import OAuthError
from authlib.integrations.httpx_client import AsyncOAuth2Client

from backend.core.clock import now
from backend.core.settings import settings
from backend.google.client.answers import Busy, count, inner, wait_seconds, words
from backend.google.client.transport import HEADERS, BoundedTransport, timeouts, within_bounds
from backend.google.errors import (
    GoogleBusy,
    GoogleClientWrong,
    GoogleContactsNotAllowed,
    GoogleNotConfigured,
    GoogleRefused,
    GoogleRevoked,
    GoogleUnreachable,
    GoogleUnreadable,
)
from backend.google.limits import EMAIL_LENGTH, MAX_TOKEN_BYTES, SUBJECT_LENGTH

CALLBACK = "/google/callback"
CONTACTS = "https://www.googleapis.com/auth/contacts.readonly"
SCOPE = f"openid email {CONTACTS}"
VERIFIER_LENGTH = 64
"""Characters, of 43 to 128."""
_ISSUERS = frozenset({"https://accounts.google.com", "accounts.google.com"})
_TOKEN_LENGTH = 8_192
_SHORTEST_LIFE, _LONGEST_LIFE = 60, 24 * 3600
"""Seconds that an access token is believed to last, whatever is said."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """What opens a Google account. ``refresh`` is None where Google gave no new one."""

    access: str
    refresh: str | None
    until: datetime


@dataclass(frozen=True, slots=True)
class SignedIn:
    """Who signed in: ``subject`` is what Google calls the account for ever."""

    tokens: Tokens
    subject: str
    email: str


def is_configured() -> bool:
    """Whether this server has a client at Google."""
    return bool(settings().google_client_id)


def redirect_uri() -> str:
    """Return where Google sends people back to; it must be named in Google's console."""
    return f"{settings().public_url}{CALLBACK}"


def new_verifier() -> str:
    """Return the secret of one sign-in, of which Google first sees the hash only."""
    return str(generate_token(VERIFIER_LENGTH))


def authorization_url(state: str, verifier: str, nonce: str, *, email: str | None = None) -> str:
    """Return where somebody signs in and agrees; with ``email`` that account is proposed.

    Raises:
        GoogleNotConfigured
    """
    client = _client()
    url, _ = client.create_authorization_url(
        f"{settings().google_accounts_url}/o/oauth2/v2/auth",
        state=state,
        code_verifier=verifier,
        nonce=nonce,
        access_type="offline",
        prompt="consent" if email else "consent select_account",
        **({"login_hint": email} if email else {}),
    )
    return str(url)


async def exchange(code: str, verifier: str, nonce: str) -> SignedIn:
    """Return what a code is worth.

    Raises:
        GoogleRevoked: the code is none, was used before, or is another client's.
        GoogleContactsNotAllowed: they agreed to something less.
        GoogleUnreadable, GoogleUnreachable, GoogleBusy, GoogleClientWrong, GoogleRefused
    """
    try:
        async with _asking() as client:
            told = await client.fetch_token(
                _token_url(),
                code=code,
                code_verifier=verifier,
                redirect_uri=redirect_uri(),
                grant_type="authorization_code",
            )
    except Busy as busy:
        raise busy.refusal from busy
    tokens = _tokens(told)
    if CONTACTS not in words(told.get("scope"), _TOKEN_LENGTH).split():
        # Not revoked: that would end what the same person agreed to before, for other accounts.
        raise GoogleContactsNotAllowed
    subject, email = _claims(told.get("id_token"), nonce)
    return SignedIn(tokens, subject, email)


async def refresh(refresh_token: str) -> Tokens:
    """Return new tokens.

    Raises:
        GoogleRevoked: Google no longer lets Carnet in.
        Busy, GoogleUnreadable, GoogleClientWrong, GoogleRefused
    """
    async with _asking() as client:
        client.token = {"refresh_token": refresh_token}
        client.scope = None  # as it was
        return _tokens(await client.refresh_token(_token_url(), refresh_token=refresh_token))


async def revoke(token: str) -> None:
    """Have a token open nothing any more, nor any other of the same person and client.

    Raises:
        Busy
    """
    url = f"{settings().google_oauth_url}/revoke"
    async with _asking() as client:
        answer = await client.request("POST", url, data={"token": token}, withhold_token=True)
        if answer.status_code == 429 or answer.status_code >= 500:
            raise Busy(GoogleBusy(), wait_seconds(answer.headers))


def _client() -> Any:
    chosen = settings()
    if not is_configured():
        raise GoogleNotConfigured
    return AsyncOAuth2Client(
        chosen.google_client_id,
        chosen.google_client_secret,
        token_endpoint_auth_method="client_secret_post",  # noqa: S106
        scope=SCOPE,
        redirect_uri=redirect_uri(),
        code_challenge_method="S256",
        transport=BoundedTransport(MAX_TOKEN_BYTES),
        timeout=timeouts(),
        headers=HEADERS,
        follow_redirects=False,
        trust_env=False,
    )


def _token_url() -> str:
    return f"{settings().google_oauth_url}/token"


@asynccontextmanager
async def _asking() -> AsyncIterator[Any]:
    """Open a client for one question, and turn what goes wrong with it into refusals."""
    try:
        async with within_bounds(), _client() as client:
            yield client
    except GoogleUnreachable as refusal:
        raise Busy(refusal) from refusal
    except OAuthError as error:
        raise _refusal_of(words(error.error, 100)) from error
    except httpx2.HTTPStatusError as error:
        status = error.response.status_code
        if status == 429 or status >= 500:
            raise Busy(GoogleBusy(), wait_seconds(error.response.headers)) from error
        raise GoogleRefused(status=status) from error
    except (ValueError, RecursionError) as error:
        raise GoogleUnreadable from error


def _refusal_of(code: str) -> Exception:
    if code == "invalid_grant":
        return GoogleRevoked()
    if code in ("invalid_client", "unauthorized_client", "redirect_uri_mismatch"):
        return GoogleClientWrong()
    if code in ("temporarily_unavailable", "server_error", "slow_down"):
        return Busy(GoogleBusy())
    return GoogleRefused(status=400)


def _tokens(told: Any) -> Tokens:
    access = words(told.get("access_token"), _TOKEN_LENGTH)
    if not access:
        raise GoogleUnreadable
    life = count(told.get("expires_in")) or 0
    life = min(max(life, _SHORTEST_LIFE), _LONGEST_LIFE)
    given = words(told.get("refresh_token"), _TOKEN_LENGTH)
    return Tokens(access, given or None, now() + timedelta(seconds=life))


def _claims(id_token: object, nonce: str) -> tuple[str, str]:
    """Return the account and the e-mail that an ID token is about.

    Its signature need not be checked: it came over TLS from Google itself.
    Source: OpenID Connect Core 1.0, section 3.1.3.7, point 6.
    """
    parts = words(id_token, _TOKEN_LENGTH).split(".")
    if len(parts) != 3:
        raise GoogleUnreadable
    try:
        padded = parts[1].encode("ascii") + b"=" * (-len(parts[1]) % 4)
        claims = inner(json.loads(urlsafe_b64decode(padded)))
    except (ValueError, RecursionError):
        raise GoogleUnreadable from None
    subject = words(claims.get("sub"), SUBJECT_LENGTH)
    email = words(claims.get("email"), EMAIL_LENGTH)
    is_ours = (
        claims.get("aud") == settings().google_client_id
        and claims.get("iss") in _ISSUERS
        and claims.get("nonce") == nonce
    )
    if not (is_ours and subject and email):
        raise GoogleUnreadable
    return subject, email
