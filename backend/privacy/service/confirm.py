"""Confirming whose data a request is about."""

from __future__ import annotations

from collections.abc import Sequence

from backend.core.ids import encode_id
from backend.core.permissions import Actor, Permission
from backend.core.unit_of_work import UnitOfWork, unit_of_work
from backend.privacy.errors import NobodyChosen, RequestIsOpen
from backend.privacy.queries import open_request_of
from backend.privacy.rows import RequestRow
from backend.privacy.rules import CONFIRMABLE, RequestKind, RequestState
from backend.privacy.service.changing import (
    RequestWritten,
    change_request,
    choose_people,
    locked_request,
    require_state,
)
from backend.privacy.service.copying import begin_copy
from backend.privacy.service.matching import existing_people


async def confirm_request(
    actor: Actor, request_id: int, contact_ids: Sequence[int]
) -> RequestWritten:
    """Say which contacts are the person, all of them; a copy begins then, an erasure does not.

    One that failed begins anew. Asking again for the same people changes nothing.

    Raises:
        NobodyChosen: no contact.
        RequestIsOpen: another open request of this kind is about one of them.
        WrongRequestState: it is further on.
        NotFound, TooMany, Forbidden
    """
    actor.require(Permission.MANAGE_PRIVACY)
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        request = await locked_request(unit, request_id)
        people = await existing_people(actor, contact_ids)
        if not people:
            raise NobodyChosen(("contactIds",))
        is_same = list(request.contact_keys) == people
        if is_same and request.state in (RequestState.RUNNING, RequestState.READY):
            return RequestWritten(request_id, "")
        require_state(request, *CONFIRMABLE)
        await settle_people(unit, request, people)
    return RequestWritten(request_id, unit.cursor)


async def settle_people(unit: UnitOfWork, request: RequestRow, people: Sequence[int]) -> None:
    """Write who the person is, and begin what begins by itself; the unit has the account's turn.

    Raises:
        RequestIsOpen
    """
    account_id, kind = unit.actor.account_id, request.kind
    found = await open_request_of(account_id, kind, people, but=request.pk)
    if found is not None:
        raise RequestIsOpen(("contactIds",), request_id=encode_id("PrivacyRequest", found))
    await choose_people(unit, request.pk, people)
    values = {"people": len(people), "problem": None}
    if kind is RequestKind.ERASURE:
        await change_request(unit, request, values, RequestState.MATCHED)
        return
    await begin_copy(unit, request, values)
