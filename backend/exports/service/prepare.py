"""Asking for contacts as a file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from backend.contacts.selections import SelectedIds
from backend.contacts.service.finding import count_contacts, resolve_list
from backend.contacts.service.selecting import selected_ids
from backend.core.clock import now, to_micros
from backend.core.idempotency import earlier_result, fingerprint, remember_result
from backend.core.permissions import Actor, Permission
from backend.core.unit_of_work import UnitOfWork, unit_of_work
from backend.exports.events import ContactsExported
from backend.exports.links import LINK_SECONDS, export_url
from backend.exports.queries import ExportRow, find_export
from backend.exports.requests import ExportRequest, dump_request


@dataclass(frozen=True, slots=True)
class PreparedExport:
    """Where the file can be had, until when, and how many contacts it would have now."""

    url: str
    filename: str
    contact_count: int
    expires_at: datetime
    cursor: str


async def prepare_export(
    actor: Actor, request: ExportRequest, *, idempotency_key: str | None = None
) -> PreparedExport:
    """Give a person leave to download contacts as a file, for ten minutes.

    Nothing is written yet: the file is made of the contacts as they are when it is downloaded.

    Raises:
        Refusals: ids that are no contact of the account.
        TooMany: over ten thousand ids; a filter has no limit.
        FilterTooComplex, TooLong, IdempotencyKeyReused, Forbidden
    """
    actor.require(Permission.EXPORT_CONTACTS)
    if actor.user_id is None:
        raise ValueError("a link is for a person: the server itself writes its files")
    text = dump_request(request)
    mark = fingerprint("export_contacts", {"request": text})
    await resolve_list(actor, request.filter, request.sort)
    count = await count_contacts(actor, request.filter)
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        key = await earlier_result(unit, idempotency_key, "export_contacts", mark)
        found = None if key is None else await find_export(actor.account_id, key)
        if found is None:
            if isinstance(request.selection, SelectedIds):
                await selected_ids(unit, request.selection)
            found = await _insert(unit, actor.user_id, request, text, count)
            if key is None:
                await remember_result(unit, idempotency_key, "export_contacts", mark, found.id)
    return PreparedExport(
        export_url(actor.account_id, found.id, found.expires_at),
        found.filename,
        found.contact_count,
        found.expires_at,
        unit.cursor,
    )


async def _insert(
    unit: UnitOfWork, user_id: int, request: ExportRequest, text: str, count: int
) -> ExportRow:
    account_id, created = unit.actor.account_id, now()
    expires = created + timedelta(seconds=LINK_SECONDS)
    filename = request.options.filename(created.date())
    rows = await unit.fetch(
        "INSERT INTO contact_export (account_id, user_id, request, filename, contact_count, "
        "created_at, expires_at) VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING id",
        (account_id, user_id, text, filename, count, to_micros(created), to_micros(expires)),
    )
    unit.record(
        ContactsExported(account_id, format=request.options.format.value, contact_count=count)
    )
    return ExportRow(int(rows[0][0]), account_id, user_id, request, filename, count, expires)
