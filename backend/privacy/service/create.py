"""Writing a person's request down."""

from __future__ import annotations

from collections.abc import Sequence

from backend.contacts.service.finding import account_country
from backend.core.clock import now_micros
from backend.core.idempotency import earlier_result, fingerprint, remember_result
from backend.core.ids import encode_id
from backend.core.permissions import Actor, Permission
from backend.core.unit_of_work import UnitOfWork, unit_of_work
from backend.privacy.details import Details, check_details, match_key, seal_details
from backend.privacy.errors import RequestIsOpen
from backend.privacy.events import PrivacyRequestCreated
from backend.privacy.queries import open_request_like
from backend.privacy.rules import DEADLINE, RequestKind, RequestState
from backend.privacy.service.changing import RequestWritten, locked_request
from backend.privacy.service.confirm import settle_people
from backend.privacy.service.matching import existing_people

_CREATE = "create_privacy_request"


async def create_request(
    actor: Actor,
    kind: RequestKind,
    given: Details,
    contact_ids: Sequence[int] = (),
    *,
    idempotency_key: str | None = None,
) -> RequestWritten:
    """Write a request down; with ``contact_ids``, those are confirmed as the person at once.

    Raises:
        RequestIsOpen: the same was asked for with the same details or for the same person, and is
            not done yet.
        NotFound, TooMany: of the contacts.
        Refusals: details that are none.
        Forbidden
    """
    actor.require(Permission.MANAGE_PRIVACY)
    country = await account_country(actor.account_id)
    details = check_details(given, country)
    # The key's record outlives an erasure: it keeps no hash that a name could be tried against.
    mark = match_key(kind, details, country)
    mark = fingerprint(_CREATE, {"key": mark, "ids": sorted(contact_ids)})
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        if earlier := await earlier_result(unit, idempotency_key, _CREATE, mark):
            return RequestWritten(earlier, "")
        people = await existing_people(actor, contact_ids)
        key = match_key(kind, details, country)
        if (found := await open_request_like(actor.account_id, key)) is not None:
            raise RequestIsOpen(("details",), request_id=encode_id("PrivacyRequest", found))
        request_id = await _insert(unit, kind, details, key)
        if people:
            await settle_people(unit, await locked_request(unit, request_id), people)
        await remember_result(unit, idempotency_key, _CREATE, mark, request_id)
    return RequestWritten(request_id, unit.cursor)


async def _insert(unit: UnitOfWork, kind: RequestKind, details: Details, key: str) -> int:
    created = now_micros()
    values = {
        "account_id": unit.actor.account_id,
        "kind": kind.value,
        "state": RequestState.NEW.value,
        "version": 1,
        "task": 0,
        "failures": 0,
        "details": seal_details(details),
        "match_key": key,
        "people": 0,
        "user_id": unit.actor.user_id,
        "created_by": unit.actor.name,
        "created_at": created,
        "due_at": created + int(DEADLINE.total_seconds()) * 1_000_000,
        "told": 0,
    }
    marks = ", ".join("?" * len(values))
    rows = await unit.fetch(
        f"INSERT INTO privacy_request ({', '.join(values)}) VALUES ({marks}) RETURNING id",  # noqa: S608
        tuple(values.values()),
    )
    unit.record(PrivacyRequestCreated(int(rows[0][0]), kind.value))
    return int(rows[0][0])
