"""The erasure itself, as a job: one transaction, so that a person is whole or gone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import structlog

from backend.accounts.service.kept import forget_drafts_about
from backend.accounts.service.people import members
from backend.billing.service.keeping import claim_documents, documents_at_end, keep_documents
from backend.contacts.service.mentions import find_mentions, own_pseudonyms, put_out
from backend.core.clock import now, now_micros
from backend.core.erasing import erase_person
from backend.core.ids import encode_id
from backend.core.permissions import Actor
from backend.core.unit_of_work import UnitOfWork, unit_of_work
from backend.duplicates.service.twins import taken_in_by
from backend.imports.service.erased import remember_erased
from backend.inbox.service.own_addresses import own_addresses
from backend.privacy.erasures import Certificate
from backend.privacy.queries import find_request
from backend.privacy.rows import RequestRow
from backend.privacy.rules import RequestState
from backend.privacy.service.changing import change_request, locked_request
from backend.privacy.service.overwrite import ask_to_overwrite
from backend.privacy.service.preview import count_held
from backend.privacy.service.telling import tell_erased, tell_failed

log = structlog.get_logger(__name__)
MOST_FAILURES = 5
FAILED = "ERASURE_FAILED"


async def erase_request(payload: Mapping[str, Any]) -> None:
    """Erase the person of a request whose time has come, unless it was called off or done.

    However often a process dies: what was not committed is done again, what was is not.

    Raises:
        Exception: something that may be mended by trying again.
    """
    actor = Actor.system(payload["account_id"])
    found = await _begin(actor, payload)
    if found is None:
        return
    try:
        await _erase(actor, found)
    except Exception as error:
        log.warning("erasure_failed", request=found.pk, error=type(error).__name__)
        if await _count_failure(actor, found) < MOST_FAILURES:
            raise


async def _begin(actor: Actor, payload: Mapping[str, Any]) -> RequestRow | None:
    """Say that it is being done; from here on it cannot be called off."""
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        if await find_request(actor.account_id, payload["request_id"]) is None:
            return None
        request = await locked_request(unit, payload["request_id"])
        if request.task != payload["task"] or request.state not in (
            RequestState.WAITING,
            RequestState.RUNNING,
        ):
            return None
        if request.state is RequestState.WAITING:
            if request.erase_after is not None and request.erase_after > now():
                return None
            values = {"started_at": now_micros()}
            await change_request(unit, request, values, RequestState.RUNNING)
        return request


async def _erase(actor: Actor, found: RequestRow) -> None:
    counted = await count_held(actor, found.contact_keys)
    people, ours = await _people(actor, found), await _ours(actor.account_id)
    sought = await own_pseudonyms(actor.account_id, people, ours)
    mentioned = await find_mentions(actor.account_id, sought)
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        request = await locked_request(unit, found.pk)
        if request.state is not RequestState.RUNNING or request.task != found.task:
            return
        keys = list(request.contact_keys)
        people = await _people(actor, request)
        await claim_documents(unit, people)
        kept = (await documents_at_end(actor, keys)).kept
        await remember_erased(unit, people)
        await keep_documents(unit, people, request.pk)
        for key in people:
            await forget_drafts_about(unit, encode_id("Contact", key))
            await erase_person(unit, key)
        rewritten = await put_out(unit, mentioned, sought)
        begun = Certificate.restore(request.certificate_text or "{}")
        certificate = replace(
            begun,
            erased_at=now(),
            contact_count=len(keys),
            erased=counted,
            kept=kept,
            rewritten_count=rewritten,
        )
        await _finish(unit, request, certificate)


async def _people(actor: Actor, request: RequestRow) -> list[int]:
    """Return the contacts of a person, those first that others of them took in."""
    keys = request.contact_keys
    return [*await taken_in_by(actor, keys), *keys]


async def _ours(account_id: int) -> list[str]:
    """Return what the account itself is called by: somebody may have written themselves down."""
    team = await members(account_id)
    called = [each for member in team for each in (member.name, member.email)]
    return [*called, *await own_addresses(account_id)]


async def _finish(unit: UnitOfWork, request: RequestRow, certificate: Certificate) -> None:
    values = {
        "certificate": certificate.stored(),
        "details": None,
        "match_key": None,
        "erase_after": None,
        "problem": None,
        "finished_at": now_micros(),
    }
    await unit.execute(
        "DELETE FROM privacy_request_person WHERE account_id = ? AND request_id = ?",
        (unit.actor.account_id, request.pk),
    )
    await change_request(unit, request, values, RequestState.DONE)
    request.contact_keys = ()
    await tell_erased(unit, request)
    await ask_to_overwrite(unit)


async def _count_failure(actor: Actor, found: RequestRow) -> int:
    async with unit_of_work(actor) as unit:
        request = await locked_request(unit, found.pk)
        failures = request.failures + 1
        if failures < MOST_FAILURES:
            await change_request(unit, request, {"failures": failures})
        else:
            values = {"failures": failures, "problem": FAILED}
            await change_request(unit, request, values, RequestState.FAILED)
            await tell_failed(unit, request)
    return failures
