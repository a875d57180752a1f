"""Calling a request off."""

from __future__ import annotations

from backend.core.clock import now_micros
from backend.core.permissions import Actor, Permission
from backend.core.unit_of_work import unit_of_work
from backend.privacy.errors import WrongRequestState
from backend.privacy.rules import RequestState, is_cancellable
from backend.privacy.service.changing import RequestWritten, change_request, locked_request
from backend.privacy.service.held import forget_archive


async def cancel_request(actor: Actor, request_id: int) -> RequestWritten:
    """Call a request off: nothing more is done of it. Asking again changes nothing.

    Raises:
        WrongRequestState: it is done, or an erasure at work.
        NotFound, Forbidden
    """
    actor.require(Permission.MANAGE_PRIVACY)
    async with unit_of_work(actor) as unit:
        request = await locked_request(unit, request_id)
        if request.state is RequestState.CANCELLED:
            return RequestWritten(request_id, "")
        if not is_cancellable(request.kind, request.state):
            raise WrongRequestState(("id",), state=request.state.name)
        forget_archive(unit, request)
        values = {"finished_at": now_micros(), "task": request.task + 1, "erase_after": None}
        values |= {"file_key": None, "file_bytes": None}
        await change_request(unit, request, values, RequestState.CANCELLED)
    return RequestWritten(request_id, unit.cursor)
