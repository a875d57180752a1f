"""Connecting a Google account: somebody is sent to Google, and comes back with a code.

Only the session that began may end it, once, within ten minutes: a link that somebody else made
connects nothing.
"""

from __future__ import annotations

from backend.core.clock import now, now_micros, to_micros
from backend.core.errors import Forbidden, NotFound, TooMany
from backend.core.permissions import Actor, Permission
from backend.core.secrets import new_token, seal, token_hash, unseal
from backend.core.unit_of_work import UnitOfWork, unit_of_work
from backend.google.client import oauth
from backend.google.errors import (
    GoogleDenied,
    GoogleNotConfigured,
    GoogleRefused,
    GoogleRevoked,
    GoogleSignInOver,
)
from backend.google.events import GoogleAccountConnected
from backend.google.limits import MAX_ACCOUNTS, MAX_SIGN_INS, SIGN_IN_TIME
from backend.google.queries import own_accounts, own_accounts_by_id

_CODE_LENGTH = 2_000
_STATE_LENGTH = 200


async def begin_sign_in(actor: Actor, account_id: int | None = None) -> str:
    """Return where the actor signs in at Google; ``account_id`` is one to be connected again.

    Raises:
        GoogleNotConfigured
        TooMany: ten accounts are connected already.
        NotFound: no such account of the actor's.
        Forbidden: the actor is no person in a browser, or may not import.
    """
    _require_person(actor)
    if not oauth.is_configured():
        raise GoogleNotConfigured
    email: str | None = None
    if account_id is not None:
        known = (await own_accounts_by_id(actor, (account_id,))).get(account_id)
        if known is None:
            raise NotFound(("accountId",))
        email = known.email
    elif len(await own_accounts(actor)) >= MAX_ACCOUNTS:
        raise TooMany(maximum=MAX_ACCOUNTS)
    state, nonce, verifier = new_token(), new_token(), oauth.new_verifier()
    async with unit_of_work(actor) as unit:
        await _forget_old(unit)
        await unit.execute(
            "INSERT INTO google_sign_in (account_id, user_id, session_id, state_hash, "
            "sealed_verifier, nonce, expires_at) VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                actor.account_id,
                actor.user_id,
                actor.session_id,
                token_hash(state),
                seal(verifier.encode()),
                nonce,
                to_micros(now() + SIGN_IN_TIME),
            ),
        )
    return oauth.authorization_url(state, verifier, nonce, email=email)


async def end_sign_in(actor: Actor, state: str, *, code: str = "", error: str = "") -> int:
    """Connect the account of a code that Google gave, and return its id.

    Raises:
        GoogleSignInOver: this session began no such sign-in, ended it, or took too long.
        GoogleDenied: they did not agree.
        GoogleContactsNotAllowed: they agreed to something less.
        TooMany, GoogleUnreadable, GoogleUnreachable, GoogleBusy, GoogleClientWrong, GoogleRefused,
        Forbidden
    """
    _require_person(actor)
    verifier, nonce = await _taken(actor, state)
    if error:
        raise GoogleDenied if error == "access_denied" else GoogleRefused(status=400)
    if not code or len(code) > _CODE_LENGTH:
        raise GoogleSignInOver
    try:
        signed_in = await oauth.exchange(code, verifier, nonce)
    except GoogleRevoked as refusal:  # a code that was used, or is none
        raise GoogleSignInOver from refusal
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        return await _connected(unit, actor, signed_in)


def _require_person(actor: Actor) -> None:
    actor.require(Permission.WRITE_CONTACTS)
    if actor.session_id is None or actor.user_id is None:
        raise Forbidden(permission=Permission.MANAGE_OWN_USER.value)


async def _forget_old(unit: UnitOfWork) -> None:
    """Forget sign-ins that are too old, and of the actor's all but the last few."""
    await unit.execute("DELETE FROM google_sign_in WHERE expires_at < ?", (now_micros(),))
    await unit.execute(
        "DELETE FROM google_sign_in WHERE user_id = ? AND id NOT IN (SELECT id FROM "
        "google_sign_in WHERE user_id = ? ORDER BY id DESC LIMIT ?)",
        (unit.actor.user_id, unit.actor.user_id, MAX_SIGN_INS - 1),
    )


async def _taken(actor: Actor, state: str) -> tuple[str, str]:
    """Return the secrets of a sign-in, which is over from now on, whatever comes of it."""
    if not state or len(state) > _STATE_LENGTH:
        raise GoogleSignInOver
    async with unit_of_work(actor) as unit:
        rows = await unit.fetch(
            "DELETE FROM google_sign_in WHERE state_hash = ? AND account_id = ? AND user_id = ? "
            "AND session_id = ? AND expires_at >= ? RETURNING sealed_verifier, nonce",
            (
                token_hash(state),
                actor.account_id,
                actor.user_id,
                actor.session_id,
                now_micros(),
            ),
        )
    if not rows:
        raise GoogleSignInOver
    try:
        return unseal(rows[0][0]).decode(), str(rows[0][1])
    except ValueError:
        raise GoogleSignInOver from None


async def _connected(unit: UnitOfWork, actor: Actor, signed_in: oauth.SignedIn) -> int:
    tokens = signed_in.tokens
    known = {row.subject for row in await own_accounts(actor)}
    if signed_in.subject not in known and len(known) >= MAX_ACCOUNTS:
        raise TooMany(maximum=MAX_ACCOUNTS)
    rows = await unit.fetch(
        "INSERT INTO google_account (account_id, user_id, subject, email, sealed_refresh, "
        "sealed_access, access_until, connected_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?) "
        "ON CONFLICT (account_id, user_id, subject) DO UPDATE SET email = excluded.email, "
        "sealed_refresh = COALESCE(excluded.sealed_refresh, google_account.sealed_refresh), "
        "sealed_access = excluded.sealed_access, access_until = excluded.access_until, "
        "connected_at = excluded.connected_at RETURNING id",
        (
            actor.account_id,
            actor.user_id,
            signed_in.subject,
            signed_in.email,
            seal(tokens.refresh.encode()) if tokens.refresh else None,
            seal(tokens.access.encode()),
            to_micros(tokens.until),
            now_micros(),
        ),
    )
    key = int(rows[0][0])
    unit.record(GoogleAccountConnected(key, user_id=actor.user_id or 0))
    return key
