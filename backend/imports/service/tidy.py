"""Forgetting files whose time is over, and those that belong to no import."""

from __future__ import annotations

import asyncio
import shutil
import time
from functools import partial

from backend.core.clock import now_micros
from backend.core.permissions import Actor
from backend.core.unit_of_work import unit_of_work
from backend.imports import files
from backend.imports.events import ImportDiscarded
from backend.imports.queries import expired_imports, kept_tokens
from backend.imports.rows import ImportRow
from backend.imports.service.changing import locked_import
from backend.imports.states import WORKING

_ORPHAN_SECONDS = 24 * 3600


async def forget_old_imports() -> None:
    """Forget the files of imports whose time is over.

    Those that never began go altogether; of the others stays what the history of imports shows.
    """
    for found in await expired_imports(now_micros()):
        async with unit_of_work(Actor.system(found.account_id)) as unit:
            current = await locked_import(unit, found.pk)
            if current.expires_micros >= now_micros() or current.state in WORKING:
                continue
            if current.has_begun:
                await unit.execute(
                    "UPDATE contact_import SET understood = NULL, trial = NULL, undone = NULL, "
                    "rejects_bytes = 0 WHERE id = ?",
                    (found.pk,),
                )
            else:
                await unit.execute("DELETE FROM contact_import WHERE id = ?", (found.pk,))
                unit.record(ImportDiscarded(found.pk))
            unit.after_commit(partial(_forget, current))
    await _forget_orphans()


async def _forget(found: ImportRow) -> None:
    await asyncio.to_thread(files.forget, found.token)


async def _forget_orphans() -> None:
    """Delete folders of no import: of accounts that are gone, or of a crash."""
    known = {files.folder_name(token) for token in await kept_tokens()}
    await asyncio.to_thread(_delete_unknown, known)


def _delete_unknown(known: set[str]) -> None:
    limit = time.time() - _ORPHAN_SECONDS
    folder = files.imports_folder()
    for path in folder.iterdir() if folder.is_dir() else ():
        if path.is_dir() and path.name not in known and path.stat().st_mtime < limit:
            shutil.rmtree(path, ignore_errors=True)
