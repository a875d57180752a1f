"""Disconnecting: Carnet forgets the tokens at once, and Google is told to take them back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from backend.accounts.events import MemberRemoved
from backend.core.errors import NotFound
from backend.core.permissions import Actor, Permission
from backend.core.secrets import unseal
from backend.core.unit_of_work import UnitOfWork, unit_of_work
from backend.google.client import oauth
from backend.google.errors import GoogleDisconnected, GoogleNotConfigured
from backend.google.events import GoogleAccountDisconnected
from backend.google.queries import (
    accounts_of_user,
    is_connected_elsewhere,
    own_accounts_by_id,
    unread_imports,
)
from backend.google.rows import GoogleAccountRow
from backend.imports.service.fetched import fetching_import, stop_fetch

REVOKE = "revoke_google_token"


async def disconnect_account(actor: Actor, key: int) -> str:
    """Forget a Google account of the actor's; return the account's place in its history.

    What was imported stays. A fetch that is under way stops.

    Raises:
        NotFound, Forbidden
    """
    actor.require(Permission.WRITE_CONTACTS)
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        found = (await own_accounts_by_id(actor, (key,))).get(key)
        if found is None:
            raise NotFound(("id",))
        await _disconnect(unit, found)
    return unit.cursor


async def disconnect_who_left(unit: UnitOfWork, account_id: int, fact: MemberRemoved) -> None:
    """Forget what somebody connected who belongs to the account no more."""
    for found in await accounts_of_user(account_id, fact.user_id):
        await _forget(unit, found)


async def revoke_token(payload: Mapping[str, Any]) -> None:
    """Tell Google that a token is to open nothing any more.

    Raises:
        Busy: to be tried again.
    """
    try:
        await oauth.revoke(unseal(payload["sealed"]).decode())
    except (ValueError, GoogleNotConfigured):
        return  # sealed under another key, or of a client that is no more


async def _disconnect(unit: UnitOfWork, found: GoogleAccountRow) -> None:
    await _forget(unit, found)
    unit.record(GoogleAccountDisconnected(found.pk, user_id=found.user_id))


async def _forget(unit: UnitOfWork, found: GoogleAccountRow) -> None:
    for import_id in await unread_imports(found.account_id, found.pk):
        if await fetching_import(unit, import_id) is not None:
            await stop_fetch(unit, import_id, GoogleDisconnected())
    rows = await unit.fetch(
        "DELETE FROM google_account WHERE id = ? AND account_id = ? "
        "RETURNING sealed_refresh, sealed_access",
        (found.pk, found.account_id),
    )
    for refresh, access in rows:
        # Google takes back all that a person agreed to, whichever of our accounts it was for.
        if (token := refresh or access) and not await is_connected_elsewhere(found):
            unit.enqueue(REVOKE, {"sealed": token})
