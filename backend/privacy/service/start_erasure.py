"""Confirming an erasure: it begins when the time to think again is over."""

from __future__ import annotations

from backend.core.clock import now, to_micros
from backend.core.errors import NotFound
from backend.core.permissions import Actor, Permission
from backend.core.unit_of_work import UnitOfWork, unit_of_work
from backend.privacy.erasures import (
    LEAST_DELAY_HOURS,
    MOST_DELAY_HOURS,
    USUAL_DELAY_HOURS,
    Certificate,
    is_confirmed,
)
from backend.privacy.errors import DelayOutOfRange, NobodyChosen, OtherWordsTyped
from backend.privacy.rows import RequestRow
from backend.privacy.rules import RequestKind, RequestState
from backend.privacy.service.changing import (
    RequestWritten,
    change_request,
    locked_request,
    require_state,
)
from backend.privacy.service.preview import begins_at, names_to_type

ERASE = "erase_person"


async def start_erasure(
    actor: Actor, request_id: int, typed: str, *, delay_hours: int = USUAL_DELAY_HOURS
) -> RequestWritten:
    """Confirm an erasure by typing the person's name; until it begins it can be cancelled.

    It begins after ``delay_hours``, sooner where the deadline asks for it, but not within the hour.
    Confirming one that waits already changes nothing.

    Raises:
        OtherWordsTyped: what was typed is not the name.
        DelayOutOfRange: under an hour, or over 48.
        NobodyChosen: nobody is confirmed, or they are gone already.
        WrongRequestState: it is further on, or over.
        NotFound, Forbidden
    """
    actor.require(Permission.MANAGE_PRIVACY)
    if not LEAST_DELAY_HOURS <= delay_hours <= MOST_DELAY_HOURS:
        raise DelayOutOfRange(("delayHours",), minimum=LEAST_DELAY_HOURS, maximum=MOST_DELAY_HOURS)
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        request = await locked_request(unit, request_id)
        if request.kind is not RequestKind.ERASURE:
            raise NotFound(("id",))
        names = await names_to_type(actor, request.contact_keys)
        if not names:
            raise NobodyChosen(("id",))
        if not is_confirmed(typed, names):
            raise OtherWordsTyped(("typed",))
        if request.state is RequestState.WAITING:
            return RequestWritten(request_id, "")
        require_state(request, RequestState.MATCHED, RequestState.FAILED)
        await _wait(unit, request, delay_hours)
    return RequestWritten(request_id, unit.cursor)


async def _wait(unit: UnitOfWork, request: RequestRow, delay_hours: int) -> None:
    after, task = begins_at(request, delay_hours), request.task + 1
    values = {
        "erase_after": to_micros(after),
        "task": task,
        "failures": 0,
        "problem": None,
        "certificate": Certificate(unit.actor.name, now()).stored(),
    }
    await change_request(unit, request, values, RequestState.WAITING)
    payload = {"account_id": unit.actor.account_id, "request_id": request.pk, "task": task}
    unit.enqueue(ERASE, payload, run_at=after, unique_key=f"{ERASE}:{request.pk}:{task}")
