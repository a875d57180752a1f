"""Documents that outlived somebody who was erased: purged when the law wants them no longer."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import structlog

from backend.billing.service.keeping import documents_to_purge, purge_document
from backend.core.clock import now
from backend.core.permissions import Actor
from backend.core.unit_of_work import UnitOfWork, unit_of_work
from backend.privacy.erasures import Certificate
from backend.privacy.queries import find_request
from backend.privacy.rules import RequestState
from backend.privacy.service.changing import change_request, locked_request
from backend.privacy.service.overwrite import ask_to_overwrite

log = structlog.get_logger(__name__)
EVERY = timedelta(hours=6)
_AT_ONCE = 200
_AHEAD = timedelta(days=1)
"""How far the calendar of a seller is ahead of UTC, at most."""


async def purge_kept_documents() -> int:
    """Purge, in every account, the documents whose time is over; return how many.

    Each has a transaction of its own, with what its certificate says: it goes on where it was
    killed.
    """
    count = after = 0
    before = (now() + _AHEAD).date()
    while found := await documents_to_purge(before, after, _AT_ONCE):
        for document_id, account_id, request_id in found:
            try:
                count += await _purge(account_id, document_id, request_id)
            except Exception:  # one that cannot be read holds up no other
                log.exception("document_not_purged", account_id=account_id, document=document_id)
        after = found[-1][0]
    return count


async def _purge(account_id: int, document_id: int, request_id: int) -> bool:
    async with unit_of_work(Actor.system(account_id)) as unit:
        await unit.take_turn()
        if await purge_document(unit, document_id) is None:
            return False
        await _write_down(unit, request_id)
        await ask_to_overwrite(unit)
    return True


async def _write_down(unit: UnitOfWork, request_id: int) -> None:
    if await find_request(unit.actor.account_id, request_id) is None:
        return
    request = await locked_request(unit, request_id)
    if request.state is not RequestState.DONE or request.certificate_text is None:
        return
    known = Certificate.restore(request.certificate_text)
    purged = replace(known, purged_count=known.purged_count + 1, purged_at=now(), purge_waits=True)
    await change_request(unit, request, {"certificate": purged.stored()})
