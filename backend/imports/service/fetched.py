"""Imports whose file is no upload: domains above write it from what another program answers.

They hold the import while they write, page after page, and hand it to the wizard at the end.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path

from backend.core.clock import now, to_micros
from backend.core.errors import Refusal
from backend.core.permissions import Actor
from backend.core.registry import Registry
from backend.core.unit_of_work import UnitOfWork, unit_of_work
from backend.imports import files
from backend.imports.choices import Choices, Existing
from backend.imports.limits import FILENAME_LENGTH, WAITING_DAYS
from backend.imports.parts import Fetch, dump, problem_of
from backend.imports.queries import find_import
from backend.imports.rows import ImportRow
from backend.imports.service.changing import change_import, locked_import
from backend.imports.service.create import insert_import
from backend.imports.service.understand import finding_columns, understand
from backend.imports.states import ImportState

RowsCame = Callable[[UnitOfWork, ImportRow, Mapping[int, int]], Awaitable[None]]
fetch_followers: Registry[RowsCame] = Registry()
"""By the name of their source, who hears inside of each batch which rows of a fetched file became
which contacts. The first row of contacts is 2, as in a spreadsheet.
"""


async def announce_fetch(unit: UnitOfWork, name: str, fetch: Fetch) -> int:
    """Write an import whose contacts are to be fetched, and return its id; the unit has the turn.

    Who changed since an earlier import is there already: such people are completed by default.

    Raises:
        ImportQuota
    """
    existing = Existing.FILL if fetch.only_changes else Existing.SKIP
    choices = Choices(encoding="utf-8", separator=",", has_header=True, existing=existing)
    shown = " ".join(name.replace("/", "-").replace("\\", "-").split())
    return await insert_import(unit, shown[:FILENAME_LENGTH], choices=choices, fetch=fetch)


async def fetching_import(unit: UnitOfWork, import_id: int) -> ImportRow | None:
    """Return an import whose contacts are being fetched, as it stays until the unit ends.

    None when it is gone, or waits for nothing more.
    """
    touched = await unit.execute(
        "UPDATE contact_import SET version = version WHERE id = ? AND account_id = ? AND state = ?",
        (import_id, unit.actor.account_id, ImportState.FETCHING.value),
    )
    return await find_import(unit.actor.account_id, import_id) if touched else None


async def note_fetch(unit: UnitOfWork, import_id: int, fetch: Fetch) -> None:
    """Keep how far fetching is; whoever follows the import looks at that by itself."""
    await unit.execute(
        'UPDATE contact_import SET "fetch" = ?, expires_at = ? WHERE id = ? AND account_id = ?',
        (dump(fetch), to_micros(now() + WAITING_DAYS), import_id, unit.actor.account_id),
    )


async def stop_fetch(unit: UnitOfWork, import_id: int, refusal: Refusal | None) -> None:
    """Say why fetching does not go on; None: it does again."""
    problem = dump(problem_of(refusal)) if refusal else None
    await change_import(unit, import_id, {"problem": problem}, ImportState.FETCHING)


async def finish_fetch(actor: Actor, import_id: int) -> None:
    """Hand an import to the wizard: :func:`written_to` holds its whole table now."""
    found = await find_import(actor.account_id, import_id)
    if found is None or found.state is not ImportState.FETCHING:
        return
    finding = await understand(actor, found.token, found.chosen)
    size = await asyncio.to_thread(files.length_of, written_to(found))
    async with unit_of_work(actor) as unit:
        current = await locked_import(unit, import_id)
        if current.state is not ImportState.FETCHING:
            return
        values = {**finding_columns(finding), "size_bytes": size, "uploaded_bytes": size}
        await change_import(unit, import_id, values, ImportState.READY)
        unit.after_commit(lambda: gathered_in(found).unlink(missing_ok=True))


def gathered_in(found: ImportRow) -> Path:
    """Return the file in which what is fetched is gathered."""
    return files.fetched_file(found.token)


def written_to(found: ImportRow) -> Path:
    """Return the file that the wizard reads."""
    return files.source_file(found.token)


def add_gathered(found: ImportRow, offset: int, lines: bytes) -> None:
    """Write what was fetched at an offset, and cut off what lies behind it.

    Raises:
        UploadBusy, OSError
    """
    files.write_at(gathered_in(found), offset, lines)


def listed_in(found: ImportRow) -> Path:
    """Return the file in which whoever fetches may keep, beside the table, who its rows are. It
    goes when the table goes.
    """
    return files.listed_file(found.token)


async def rows_came(unit: UnitOfWork, found: ImportRow, contacts: Mapping[int, int]) -> None:
    """Tell whoever fetched an import which of its rows became which contacts."""
    hear = fetch_followers.entries.get(found.fetch.source) if found.fetch else None
    if hear is not None:
        await hear(unit, found, contacts)


async def waiting_import(account_id: int, import_id: int) -> ImportRow | None:
    """Return an import whose contacts are being fetched; None when it is gone or has them."""
    found = await find_import(account_id, import_id)
    return found if found and found.state is ImportState.FETCHING else None
