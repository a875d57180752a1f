"""The end of the archives of copies."""

from __future__ import annotations

from backend.core.clock import now_micros
from backend.core.permissions import Actor, Permission
from backend.core.unit_of_work import UnitOfWork, unit_of_work
from backend.privacy.copy_queries import expired_copies
from backend.privacy.rows import RequestRow
from backend.privacy.rules import RequestKind, RequestState
from backend.privacy.service.changing import (
    RequestWritten,
    change_request,
    locked_request,
    require_state,
)
from backend.privacy.service.held import FORGET


async def forget_expired_copies() -> int:
    """Forget, in every account, the archives whose time is over; return how many."""
    count = 0
    for account_id, request_id in await expired_copies(now_micros()):
        async with unit_of_work(Actor.system(account_id)) as unit:
            request = await locked_request(unit, request_id)
            if request.state is RequestState.READY:
                await _forget(unit, request)
                count += 1
    return count


async def delete_copy(actor: Actor, request_id: int) -> RequestWritten:
    """Delete the archive of a copy before its time: its links lead nowhere then.

    Asking again changes nothing.

    Raises:
        WrongRequestState: no copy, or none that is ready.
        NotFound, Forbidden
    """
    actor.require(Permission.MANAGE_PRIVACY)
    async with unit_of_work(actor) as unit:
        request = await locked_request(unit, request_id)
        if request.kind is RequestKind.COPY and request.state is RequestState.DONE:
            return RequestWritten(request_id, "")
        require_state(request, RequestState.READY)
        await _forget(unit, request)
    return RequestWritten(request_id, unit.cursor)


async def _forget(unit: UnitOfWork, request: RequestRow) -> None:
    if request.file_key:
        unit.enqueue(FORGET, {"key": request.file_key})
    values = {"file_key": None, "file_bytes": None}
    await change_request(unit, request, values, RequestState.DONE)
