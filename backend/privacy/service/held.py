"""What requests themselves hold about a person, gathered and erased."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from functools import partial
from typing import Any

from backend.core.clock import now_micros
from backend.core.data_dir import COPIES
from backend.core.permissions import Actor, Permission
from backend.core.registry import Held
from backend.core.settings import settings
from backend.core.unit_of_work import UnitOfWork
from backend.privacy.queries import find_request, requests_of_contact
from backend.privacy.rows import RequestRow
from backend.privacy.rules import OPEN, RequestKind, RequestState
from backend.privacy.service.changing import change_request

FORGET = "forget_privacy_copy"


async def gather_requests(actor: Actor, contact_id: int) -> AsyncIterator[Held]:
    """Yield what a person asked about their data before."""
    for request_id in await requests_of_contact(actor.account_id, contact_id):
        found = await find_request(actor.account_id, request_id)
        if found is None:
            continue
        details = found.details
        yield Held(
            "privacy_requests",
            {
                "kind": found.kind_name,
                "state": found.state_name,
                "name": details and details.name,
                "email": details and details.email,
                "phone": details and details.phone,
                "created_at": found.created_at.isoformat(),
                "created_by": found.created_by,
                "finished_at": found.finished_at and found.finished_at.isoformat(),
            },
        )


async def erase_requests(unit: UnitOfWork, contact_id: int) -> None:
    """Forget who the requests of a contact were of, and the archives of their copies; a copy that
    is not ready is called off.

    Raises:
        Forbidden
    """
    unit.actor.require(Permission.WRITE_CONTACTS)
    await forget_requests(unit, (contact_id,))


async def forget_requests(unit: UnitOfWork, contact_ids: Sequence[int]) -> None:
    """Forget who the requests of contacts that are about to go were of, as above."""
    account_id = unit.actor.account_id
    for contact_id in contact_ids:
        for request_id in await requests_of_contact(account_id, contact_id):
            found = await find_request(account_id, request_id)
            if found is not None:
                await _forget(unit, found)
        await unit.execute(
            "DELETE FROM privacy_request_person WHERE account_id = ? AND contact_id = ?",
            (account_id, contact_id),
        )


def forget_archive(unit: UnitOfWork, request: RequestRow) -> None:
    """Delete what lies in the storage of a copy, and what a try that was killed left half written,
    once the unit commits.
    """
    if request.file_key:
        unit.enqueue(FORGET, {"key": request.file_key})
    if request.kind is RequestKind.COPY:
        unit.after_commit(partial(asyncio.to_thread, _forget_halves, request.pk))


def _forget_halves(request_id: int) -> None:
    for path in (settings().data_dir / COPIES).glob(f"{request_id}-*.zip"):
        path.unlink(missing_ok=True)


async def _forget(unit: UnitOfWork, found: RequestRow) -> None:
    values: dict[str, Any] = {
        "details": None,
        "match_key": None,
        "file_key": None,
        "file_bytes": None,
    }
    forget_archive(unit, found)
    is_copy, state = found.kind is RequestKind.COPY, None
    if is_copy and found.state in OPEN:
        state = RequestState.CANCELLED
        values |= {"task": found.task + 1, "finished_at": now_micros()}
    elif is_copy and found.state is RequestState.READY:
        state = RequestState.DONE
    await change_request(unit, found, values, state)
