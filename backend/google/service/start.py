"""Asking for the contacts of a Google account; letting a fetch that stopped go on."""

from __future__ import annotations

from typing import Any

from backend.accounts.service.on_behalf import mandate
from backend.core.clock import now_micros, to_micros
from backend.core.errors import Forbidden, NotFound
from backend.core.idempotency import earlier_result, fingerprint, remember_result
from backend.core.permissions import Actor, Permission
from backend.core.unit_of_work import UnitOfWork, unit_of_work
from backend.google.client.oauth import is_configured
from backend.google.errors import (
    GoogleDisconnected,
    GoogleFetchOver,
    GoogleLabelGone,
    GoogleNoChangesKnown,
    GoogleNotConfigured,
    GoogleRevoked,
)
from backend.google.queries import (
    earlier_fetches,
    fetch_of_import,
    own_accounts,
    own_accounts_by_id,
)
from backend.google.rows import EVERYBODY, GoogleAccountRow, Label
from backend.imports.parts import Fetch
from backend.imports.service.create import ImportWritten
from backend.imports.service.fetched import announce_fetch, fetching_import, stop_fetch
from backend.imports.states import FetchSource

FETCH = "fetch_google_contacts"
_OPERATION = "create_google_import"


async def create_google_import(
    actor: Actor,
    key: int,
    label: str = EVERYBODY,
    *,
    only_changes: bool = False,
    idempotency_key: str | None = None,
) -> ImportWritten:
    """Begin to fetch the contacts of a label, or all, of a Google account of the actor's.

    With ``only_changes``, those who are new or changed since the last whole import of the same.
    The import waits for its mapping once they are here.

    Raises:
        NotFound: no such account of the actor's.
        GoogleRevoked: it must be connected again.
        GoogleLabelGone: no such label, as far as was told last.
        GoogleNoChangesKnown: there was no whole import of it, or it was undone.
        GoogleNotConfigured, ImportQuota, IdempotencyKeyReused, Forbidden
    """
    actor.require(Permission.WRITE_CONTACTS)
    if actor.user_id is None:
        raise Forbidden(permission=Permission.WRITE_CONTACTS.value)
    if not is_configured():
        raise GoogleNotConfigured
    values = {"account": key, "label": label, "only_changes": only_changes}
    mark = fingerprint(_OPERATION, values)
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        found = (await own_accounts_by_id(actor, (key,))).get(key)
        if found is None:
            raise NotFound(("accountId",))
        made = await earlier_result(unit, idempotency_key, _OPERATION, mark)
        if made is None:
            made = await _begin(unit, found, label, only_changes=only_changes)
            await remember_result(unit, idempotency_key, _OPERATION, mark, made)
    return ImportWritten(made, unit.cursor)


async def resume_google_import(actor: Actor, import_id: int) -> ImportWritten:
    """Let a fetch that stopped go on where it was; one that goes on does so.

    Where the Google account was disconnected meanwhile, it goes on if the same was connected again.

    Raises:
        NotFound: no such import, or somebody else's Google account.
        GoogleFetchOver: nothing waits to go on.
        GoogleDisconnected, GoogleRevoked: connect the Google account first.
        Forbidden
    """
    actor.require(Permission.WRITE_CONTACTS)
    async with unit_of_work(actor) as unit:
        found = await fetch_of_import(actor.account_id, import_id)
        if found is None:
            raise NotFound(("id",))
        current = await fetching_import(unit, import_id)
        if current is not None and current.user_id != actor.user_id:
            raise NotFound(("id",))
        if current is None or current.fetch is None:
            raise GoogleFetchOver(("id",))
        if current.problem_text is not None:
            account = await _same_account(actor, found.google_account_id, current.fetch)
            await unit.execute(
                "UPDATE google_fetch SET task = task + 1, failures = 0, google_account_id = ? "
                "WHERE id = ?",
                (account.pk, found.pk),
            )
            await stop_fetch(unit, import_id, None)
            ask_to_fetch(unit, import_id, found.task + 1)
    return ImportWritten(import_id, unit.cursor)


def ask_to_fetch(unit: UnitOfWork, import_id: int, task: int) -> None:
    """Queue the work on a fetch, on behalf of the unit's actor."""
    payload: dict[str, Any] = {**mandate(unit.actor), "import_id": import_id, "task": task}
    unit.enqueue(FETCH, payload, unique_key=fetch_key(import_id, task))


def fetch_key(import_id: int, task: int) -> str:
    """Return the key under which one job waits."""
    return f"{FETCH}:{import_id}:{task}"


async def _begin(
    unit: UnitOfWork, found: GoogleAccountRow, label: str, *, only_changes: bool
) -> int:
    if not found.is_connected:
        raise GoogleRevoked(("accountId",))
    chosen = _label(found, label)
    earlier = (await earlier_fetches(found.account_id, (found.pk,))).get(found.pk, {}).get(label)
    if only_changes and earlier is None:
        raise GoogleNoChangesKnown(("onlyChanges",))
    title = chosen.title if chosen else ""
    fetch = Fetch(
        source=FetchSource.GOOGLE.value,
        account=found.email,
        selection=title,
        only_changes=only_changes,
        expected=None if only_changes else (chosen.count if chosen else found.people),
    )
    made = await announce_fetch(unit, f"Google · {title}" if title else "Google", fetch)
    await unit.execute(
        "INSERT INTO google_fetch (account_id, contact_import_id, google_account_id, label, since, "
        "changed_after, seen, pages, gathered_bytes, restarts, failures, task, began_at) "
        "VALUES (?, ?, ?, ?, ?, ?, '[]', 0, 0, 0, 0, 1, ?)",
        (
            found.account_id,
            made,
            found.pk,
            label,
            earlier.since if earlier and only_changes else None,
            to_micros(earlier.began_at)
            if earlier and only_changes and earlier.since is None
            else None,
            now_micros(),
        ),
    )
    ask_to_fetch(unit, made, 1)
    return made


def _label(found: GoogleAccountRow, name: str) -> Label | None:
    if name == EVERYBODY:
        return None
    chosen = next((each for each in found.labels if each.name == name), None)
    if chosen is None:
        raise GoogleLabelGone(("label",))
    return chosen


async def _same_account(actor: Actor, key: int | None, fetch: Fetch) -> GoogleAccountRow:
    accounts = await own_accounts(actor)
    found = next(
        (each for each in accounts if each.pk == key),
        next((each for each in accounts if key is None and each.email == fetch.account), None),
    )
    if found is None:
        raise GoogleDisconnected(("id",))
    if not found.is_connected:
        raise GoogleRevoked(("id",))
    return found
