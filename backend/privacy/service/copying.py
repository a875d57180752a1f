"""The job of a copy: everything about the person, gathered into one zip in the storage.

It may be killed anywhere and begin again, and two may be at it at once: each try has a file and a
key of its own, which the request knows before anything lies under it. The last one that took it
says that the copy is ready; what the others kept is deleted.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import structlog

from backend.accounts.service.people import account_of
from backend.contacts.rows import ContactRow
from backend.contacts.service.finding import contacts_by_id
from backend.core.clock import now, now_micros, to_micros
from backend.core.data_dir import COPIES
from backend.core.errors import NotFound
from backend.core.locale import known_locale
from backend.core.permissions import Actor
from backend.core.private_files import make_private_folder
from backend.core.registry import personal_data
from backend.core.secrets import new_token
from backend.core.settings import settings
from backend.core.storage import delete_file, put_path
from backend.core.unit_of_work import UnitOfWork, unit_of_work
from backend.privacy.copies.archive import Archive
from backend.privacy.copies.index_page import Cover
from backend.privacy.copies.sections import Sections
from backend.privacy.copies.values import Reader
from backend.privacy.errors import CopyFailed, PersonGone
from backend.privacy.queries import find_request
from backend.privacy.rows import RequestRow
from backend.privacy.rules import KEPT, RequestKind, RequestState
from backend.privacy.service.changing import change_request, locked_request
from backend.privacy.service.held import FORGET
from backend.privacy.service.telling import tell_failed, tell_ready

log = structlog.get_logger(__name__)
MAKE = "make_privacy_copy"
MOST_FAILURES = 5
HALF_WRITTEN = timedelta(hours=2)
"""After which what lies half written is of a process that was killed."""
_MOST_TRIES = 3
"""When the person was merged while it was gathered, it is gathered anew."""


async def begin_copy(unit: UnitOfWork, request: RequestRow, values: Mapping[str, Any]) -> None:
    """Let a copy begin, or begin anew; ``values`` are columns written with that."""
    task = request.task + 1
    columns = {**values, "task": task, "failures": 0, "started_at": now_micros(), "problem": None}
    await change_request(unit, request, columns, RequestState.RUNNING)
    payload = {"account_id": unit.actor.account_id, "request_id": request.pk, "task": task}
    unit.enqueue(MAKE, payload, unique_key=f"{MAKE}:{request.pk}:{task}")


async def make_copy(payload: Mapping[str, Any]) -> None:
    """Make the copy that a job is for, unless it was made or called off.

    Raises:
        Exception: something that may be mended by trying again.
    """
    found = await _wanted(payload)
    if found is None:
        return
    try:
        await _make(found)
    except (PersonGone, NotFound):
        await _give_up(found, PersonGone.code)
    except Exception as error:
        if await _count_failure(found) < MOST_FAILURES:
            raise
        log.warning("privacy_copy_failed", request_id=found.pk, error=repr(error))
        await _give_up(found, CopyFailed.code)


async def _wanted(payload: Mapping[str, Any]) -> RequestRow | None:
    found = await find_request(payload["account_id"], payload["request_id"])
    if found is None or found.kind is not RequestKind.COPY:
        return None
    return found if _is_wanted(found, payload["task"]) else None


async def _make(request: RequestRow) -> None:
    folder, mark = settings().data_dir / COPIES, new_token(12)
    make_private_folder(folder)
    path = folder / f"{request.pk}-{mark}.zip"
    key = f"privacy/{request.account_id}/{request.pk}-{mark}.zip"
    try:
        people = await _people(request)
        for _ in range(_MOST_TRIES):
            await _write(request, people, path)
            seen, people = people, await _people(request)
            if [each.pk for each in people] == [each.pk for each in seen]:
                break
        if not await _take_key(request, key):
            return
        await put_path(key, path)
        size = path.stat().st_size
    finally:
        path.unlink(missing_ok=True)
    if not await _finish(request, key, size):
        await delete_file(key)


async def _take_key(request: RequestRow, key: str) -> bool:
    """Say where the archive will lie, and forget what another try kept; return whether the copy is
    still wanted.
    """
    async with unit_of_work(Actor.system(request.account_id)) as unit:
        current = await locked_request(unit, request.pk)
        if not _is_wanted(current, request.task):
            return False
        if current.file_key:
            unit.enqueue(FORGET, {"key": current.file_key})
        await unit.execute(
            "UPDATE privacy_request SET file_key = ? WHERE id = ?", (key, request.pk)
        )
    return True


def _is_wanted(current: RequestRow, task: int) -> bool:
    return current.task == task and current.state is RequestState.RUNNING


async def _people(request: RequestRow) -> list[ContactRow]:
    """Return the contacts of the person as they are now.

    Raises:
        PersonGone
    """
    current = await find_request(request.account_id, request.pk)
    keys = current.contact_keys if current else ()
    found = await contacts_by_id(Actor.system(request.account_id), keys)
    if not found:
        raise PersonGone
    return [found[key] for key in keys if key in found]


async def _write(request: RequestRow, people: Sequence[ContactRow], path: Path) -> None:
    actor = Actor.system(request.account_id)
    account, at = await account_of(actor), now()
    reader = Reader(known_locale(account.locale), ZoneInfo(account.time_zone))
    with (
        Sections(path.parent) as sections,
        closing(Archive(path, sections, at)) as archive,
    ):
        for person in people:
            name = person.display_name if len(people) > 1 else None
            for each in personal_data.entries.values():
                try:
                    async for held in each.gather(actor, person.pk):
                        await archive.add(held, name)
                except NotFound:  # erased in the middle; whether anybody is left is seen after
                    break
        names = ", ".join(dict.fromkeys(each.display_name for each in people))
        cover = Cover(names, account.name, at, archive.file_count, archive.missing)
        await archive.finish(reader, cover)


async def _finish(request: RequestRow, key: str, size: int) -> bool:
    """Say that a copy is ready; return whether it was still wanted, and this one."""
    async with unit_of_work(Actor.system(request.account_id)) as unit:
        current = await locked_request(unit, request.pk)
        if not _is_wanted(current, request.task) or current.file_key != key:
            return False
        values = {
            "file_bytes": size,
            "finished_at": now_micros(),
            "expires_at": to_micros(now() + KEPT),
        }
        await change_request(unit, current, values, RequestState.READY)
        await tell_ready(unit, current)
    return True


async def _count_failure(request: RequestRow) -> int:
    async with unit_of_work(Actor.system(request.account_id)) as unit:
        rows = await unit.fetch(
            "UPDATE privacy_request SET failures = failures + 1 WHERE id = ? AND task = ? "
            "RETURNING failures",
            (request.pk, request.task),
        )
    return int(rows[0][0]) if rows else MOST_FAILURES


async def _give_up(request: RequestRow, problem: str) -> None:
    async with unit_of_work(Actor.system(request.account_id)) as unit:
        current = await locked_request(unit, request.pk)
        if not _is_wanted(current, request.task):
            return
        await change_request(unit, current, {"problem": problem}, RequestState.FAILED)
        await tell_failed(unit, current)


def forget_half_written(before: float) -> int:
    """Delete what a process that was killed left half written, before a time of the epoch."""
    count = 0
    for path in (settings().data_dir / COPIES).glob("*.zip"):
        if path.stat().st_mtime < before:
            path.unlink(missing_ok=True)
            count += 1
    return count
