"""The links by which clients fetch copies: made, shown, revoked. As short-lived as the archive."""

from __future__ import annotations

from backend.core.clock import now_micros
from backend.core.permissions import Actor, Permission
from backend.core.secrets import new_token, seal, token_hash, unseal
from backend.core.settings import settings
from backend.core.unit_of_work import UnitOfWork, unit_of_work
from backend.privacy.copy_queries import links_of
from backend.privacy.copy_rows import LinkRow
from backend.privacy.rows import RequestRow
from backend.privacy.rules import RequestState
from backend.privacy.service.changing import (
    RequestWritten,
    change_request,
    locked_request,
    require_state,
)


def link_url(link: LinkRow) -> str | None:
    """Return the address of a copy's page; None when the server's key is another one now."""
    try:
        token = unseal(link.sealed_token).decode()
    except ValueError:
        return None
    return f"{settings().public_url}/p/{token}"


async def create_link(actor: Actor, request_id: int) -> RequestWritten:
    """Let whoever has a link fetch a copy; a link that works stays.

    Raises:
        WrongRequestState: the copy is not ready.
        NotFound, Forbidden
    """
    actor.require(Permission.MANAGE_PRIVACY)
    async with unit_of_work(actor) as unit:
        request = await locked_request(unit, request_id)
        require_state(request, RequestState.READY)
        if await open_link(unit, request):
            await change_request(unit, request, {})
    return RequestWritten(request_id, unit.cursor)


async def open_link(unit: UnitOfWork, request: RequestRow) -> bool:
    """See that a copy has a link that works; return whether it is new. The request is held."""
    found = (await links_of(unit.actor.account_id, (request.pk,))).get(request.pk)
    if found is not None and link_url(found) is not None:
        return False
    await _revoke(unit, request.pk)
    token = new_token()
    await unit.execute(
        "INSERT INTO privacy_link (account_id, request_id, token_hash, sealed_token, created_at, "
        "created_by) VALUES (?, ?, ?, ?, ?, ?)",
        (
            unit.actor.account_id,
            request.pk,
            token_hash(token),
            seal(token.encode()),
            now_micros(),
            unit.actor.name,
        ),
    )
    return True


async def revoke_link(actor: Actor, request_id: int) -> RequestWritten:
    """Let nobody fetch a copy by the link that was passed on. Asking again changes nothing.

    Raises:
        NotFound, Forbidden
    """
    actor.require(Permission.MANAGE_PRIVACY)
    async with unit_of_work(actor) as unit:
        request = await locked_request(unit, request_id)
        if await _revoke(unit, request.pk):
            await change_request(unit, request, {})
    return RequestWritten(request_id, unit.cursor)


async def _revoke(unit: UnitOfWork, request_id: int) -> int:
    return await unit.execute(
        "UPDATE privacy_link SET revoked_at = ? WHERE account_id = ? AND request_id = ? "
        "AND revoked_at IS NULL",
        (now_micros(), unit.actor.account_id, request_id),
    )
