"""API tokens: keys for client apps, within their maker's role."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime

from backend.accounts.errors import ExpiryInPast
from backend.accounts.events import TokenCreated, TokenRevoked
from backend.accounts.models import ApiToken
from backend.accounts.queries.access import TokenRow, tokens_of
from backend.accounts.rules.codes import new_api_token
from backend.accounts.rules.text import clean_name
from backend.accounts.service.own_password import person_id
from backend.core.clock import now
from backend.core.errors import NotFound, Required, TooMany
from backend.core.permissions import Actor, Permission, Scope
from backend.core.secrets import token_hash
from backend.core.unit_of_work import UnitOfWork, unit_of_work

MAX_TOKENS = 50


@dataclass(frozen=True, slots=True)
class CreatedToken:
    """A token as its maker sees it, and its secret, shown this once."""

    row: TokenRow
    secret: str


async def create_token(
    actor: Actor, name: str, scopes: Collection[Scope], expires_at: datetime | None = None
) -> CreatedToken:
    """Make a token for the actor's account; WRITE includes READ. An aware ``expires_at``, or never.

    Raises:
        Required, TooLong, InvalidCharacters: of the name; Required also without scopes.
        ExpiryInPast, TooMany
        Forbidden: the role does not allow it, or the actor is a token itself.
    """
    actor.require(Permission.MANAGE_TOKENS)
    user_id = person_id(actor)
    cleaned = clean_name(name, ("name",))
    if not scopes:
        raise Required(("scopes",))
    chosen = {*scopes, Scope.READ} if Scope.WRITE in scopes else set(scopes)
    kept = [scope for scope in Scope if scope in chosen]
    if expires_at is not None and expires_at.tzinfo is None:
        expires_at = expires_at.replace(tzinfo=UTC)
    if expires_at is not None and expires_at <= now():
        raise ExpiryInPast(("expiresAt",))
    parts = new_api_token()
    async with unit_of_work(actor) as unit:
        if len(await tokens_of(actor.account_id, user_id)) >= MAX_TOKENS:
            raise TooMany(maximum=MAX_TOKENS)
        made = await ApiToken.create(
            account_id=actor.account_id,
            user_id=user_id,
            name=cleaned,
            prefix=parts.prefix,
            token_hash=token_hash(parts.token),
            scopes=",".join(kept),
            created_at=now(),
            expires_at=expires_at,
        )
        unit.record(TokenCreated(made.id, user_id=user_id, scopes=[*kept]))
    row = TokenRow(made.id, cleaned, parts.prefix, tuple(kept), made.created_at, expires_at, None)
    return CreatedToken(row, parts.token)


async def revoke_token(actor: Actor, token_id: int) -> None:
    """End one of the person's own tokens in this account, at once.

    Raises:
        NotFound: not theirs, of another account, or ended already.
        Forbidden
    """
    actor.require(Permission.MANAGE_OWN_USER)
    async with unit_of_work(actor) as unit:
        rows = await unit.fetch(
            "DELETE FROM api_token WHERE id = ? AND account_id = ? AND user_id = ? RETURNING id",
            (token_id, actor.account_id, actor.user_id),
        )
        if not rows:
            raise NotFound(("id",))
        unit.record(TokenRevoked(token_id, user_id=person_id(actor)))


async def revoke_tokens_of(unit: UnitOfWork, account_id: int, user_id: int) -> None:
    """End every token that a person made in an account, inside the open unit of work."""
    rows = await unit.fetch(
        "DELETE FROM api_token WHERE account_id = ? AND user_id = ? RETURNING id",
        (account_id, user_id),
    )
    for (token_id,) in rows:
        unit.record(TokenRevoked(token_id, user_id=user_id), account_id=account_id)
