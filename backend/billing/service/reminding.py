"""Reminding clients of invoices before and after they are due."""

from __future__ import annotations

from collections.abc import Sequence
from zoneinfo import ZoneInfo

import orjson
import structlog

from backend.accounts.service.people import account_of
from backend.billing.events import BillingSettingsUpdated
from backend.billing.queries.documents import party_of_contact, today_of
from backend.billing.queries.reminders import (
    OpenInvoice,
    RemindersRow,
    accounts_that_remind,
    open_invoices,
    payment_reminders,
    reminds_contact,
)
from backend.billing.rules.kinds import Stage
from backend.billing.rules.reminding import FROM_HOUR, check_reminders, letter_of, reminder_on
from backend.billing.service.sending import SendDraft, send_document
from backend.billing.service.standing import own_document
from backend.billing.service.trying_later import try_later
from backend.contacts.redirects import redirects
from backend.core.clock import now, now_micros
from backend.core.errors import NotFound, Refusal, Refusals, StaleVersion
from backend.core.permissions import Actor, Permission
from backend.core.storage import StorageUnavailable
from backend.core.unit_of_work import unit_of_work

log = structlog.get_logger(__name__)
SEND = "send_payment_reminder"


async def update_reminders(actor: Actor, version: int, days: Sequence[int]) -> RemindersRow:
    """Say on which days after the due date (below zero: before it) clients are reminded.

    From today on: nobody is reminded for a day that has passed.

    Raises:
        StaleVersion: somebody changed them meanwhile.
        As ``rules.reminding.check_reminders``; Forbidden
    """
    actor.require(Permission.MANAGE_BILLING)
    wanted = check_reminders(days)
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        before = await payment_reminders(actor)
        if before.version != version:
            raise StaleVersion(("version",), current_version=before.version)
        if wanted != before.days:
            today = await today_of(actor)
            since = min(before.since, today) if before.days else today
            await unit.execute(
                "INSERT INTO reminder_settings (account_id, days, since, version) "
                "VALUES (?, ?, ?, ?) ON CONFLICT (account_id) DO UPDATE SET "
                "days = excluded.days, since = excluded.since, version = excluded.version",
                (
                    actor.account_id,
                    orjson.dumps(wanted).decode(),
                    since.isoformat(),
                    version + 1,
                ),
            )
            unit.record(BillingSettingsUpdated(actor.account_id, version + 1, ["reminders"]))
        return await payment_reminders(actor)


async def remind_contact(actor: Actor, contact_id: int, *, reminds: bool) -> str:
    """Say whether a contact is reminded of invoices, whatever the settings are; return the
    account's place in its history.

    Raises:
        NotFound, Forbidden
    """
    actor.require(Permission.WRITE_BILLING)
    present = (await redirects(actor, (contact_id,))).get(contact_id, contact_id)
    if await party_of_contact(actor, present) is None:
        raise NotFound(("contactId",))
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        if reminds:
            await unit.execute(
                "DELETE FROM reminder_exception WHERE account_id = ? AND contact_id = ?",
                (actor.account_id, present),
            )
        elif await reminds_contact(actor, present):
            await unit.execute(
                "INSERT INTO reminder_exception (account_id, contact_id, created_at, created_by) "
                "VALUES (?, ?, ?, ?)",
                (actor.account_id, present, now_micros(), actor.name),
            )
    return unit.cursor


async def remind_everywhere() -> int:
    """Queue the reminders whose day it is, in every account; return how many."""
    count = 0
    for account_id in await accounts_that_remind():
        try:
            count += await remind_clients_of(account_id)
        except Exception:
            log.exception("payment_reminders_failed", account_id=account_id)
    return count


async def remind_clients_of(account_id: int) -> int:
    """Queue an account's reminders whose day it is, each once; return how many.

    Not before the seller's morning, and after downtime the last one of an invoice only.
    """
    actor = Actor.system(account_id)
    zone = ZoneInfo((await account_of(actor)).time_zone)
    settings = await payment_reminders(actor)
    if not settings.days or now().astimezone(zone).hour < FROM_HOUR:
        return 0
    count, after, today = 0, 0, await today_of(actor)
    while found := await open_invoices(actor, settings.days, today, after):
        after = found[-1].pk
        for invoice in found:
            days = reminder_on(invoice.due, settings.days, today, settings.since, invoice.last)
            count += days is not None and await _queue(actor, invoice, days)
    return count


async def _queue(actor: Actor, invoice: OpenInvoice, days: int) -> bool:
    """Queue a reminder unless somebody else did; return whether it was queued."""
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        count = await unit.execute(
            "INSERT INTO payment_reminder (account_id, document_id, days, at) VALUES (?, ?, ?, ?) "
            "ON CONFLICT (document_id, days) DO NOTHING",
            (actor.account_id, invoice.pk, days, now_micros()),
        )
        if count:
            payload = {"account_id": actor.account_id, "document_id": invoice.pk, "days": days}
            unit.enqueue(SEND, payload)
    return bool(count)


async def send_reminder(account_id: int, document_id: int, days: int, tries: int = 0) -> None:
    """Send a reminder, once, however often it is asked; none for what was settled meanwhile.

    A storage that does not answer is asked again later. What cannot be sent (nobody's address) is
    kept with the code of the reason.
    """
    actor = Actor.system(account_id)
    document = await own_document(actor, document_id)
    if document.kept_for is not None or document.stage is not Stage.ISSUED:
        return
    if document.balance_minor <= 0:
        return
    if document.contact_key is not None and not await reminds_contact(actor, document.contact_key):
        return
    try:
        await send_document(
            actor,
            document_id,
            SendDraft(kind=letter_of(days)),
            idempotency_key=f"{SEND}:{document_id}:{days}",
        )
    except (Refusal, Refusals) as refused:
        payload = {
            "account_id": account_id,
            "document_id": document_id,
            "days": days,
            "tries": tries,
        }
        if isinstance(refused, StorageUnavailable) and await try_later(actor, SEND, payload):
            return
        first = refused.refusals[0] if isinstance(refused, Refusals) else refused
        async with unit_of_work(actor) as unit:
            await unit.execute(
                "UPDATE payment_reminder SET problem = ? WHERE account_id = ? AND document_id = ? "
                "AND days = ?",
                (first.code, account_id, document_id, days),
            )
