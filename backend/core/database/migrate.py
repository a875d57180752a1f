"""Migrations with a net: a backup before, foreign keys off while tables are rebuilt, a check after.

On SQLite altering a column rebuilds its table; with foreign keys on, dropping the old table
deletes the child rows by cascade.
"""

from __future__ import annotations

import asyncio
import fcntl
import sqlite3
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import asyncpg
from tortoise import Tortoise
from tortoise.connection import get_connection
from tortoise.migrations.executor import MigrationTarget

from backend.core.clock import now
from backend.core.data_dir import BACKUPS
from backend.core.database.connect import CONNECTION, postgres_url, sqlite_path, tortoise_config
from backend.core.database.migration_state import Executor
from backend.core.private_files import make_private_folder

KEPT_BACKUPS = 5
CONNECT_SECONDS = 15
_LOCK = 0x6361726E6574
"""The advisory lock of migrations on PostgreSQL: the product's name in ASCII."""


class MigrationFailed(Exception):
    """The database was left as it was before (see the message for the backup)."""


class DatabaseUnreachable(MigrationFailed):
    """There is no database to be had where the settings say."""


class DatabaseTooNew(MigrationFailed):
    """A newer version of Carnet has migrated this database already."""


@dataclass(frozen=True, slots=True)
class Migrated:
    """What a run did. ``applied`` lists ``app.name``; ``backup`` is None when nothing was due."""

    applied: tuple[str, ...]
    backup: Path | None


async def migrate(url: str, domains: Sequence[str]) -> Migrated:
    """Bring the database to the newest schema; of two at once, the second waits for the first.

    Raises:
        DatabaseUnreachable: it does not answer, or its file cannot be opened.
        DatabaseTooNew: it has migrations that this version does not know; nothing was changed.
        MigrationFailed: a migration failed, or left rows that point nowhere.
    """
    async with _one_at_a_time(url):
        return await _migrate(url, domains)


@asynccontextmanager
async def _one_at_a_time(url: str) -> AsyncIterator[None]:
    if not url.startswith("sqlite"):
        connection = await _connected(url)
        try:
            await connection.execute("SELECT pg_advisory_lock($1)", _LOCK)
            yield
        finally:
            await connection.close()  # the lock goes with the session
        return
    file = Path(sqlite_path(url)).with_suffix(".migrating")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        lock = file.open("w")
    except OSError as error:
        raise DatabaseUnreachable(
            f"CARNET_DATABASE_URL: {file.parent} cannot hold the database ({error.strerror}). Name "
            "a file in a folder that this user may write in"
        ) from None
    with lock:
        await asyncio.to_thread(fcntl.flock, lock, fcntl.LOCK_EX)
        yield


async def _connected(url: str) -> asyncpg.Connection[asyncpg.Record]:
    try:
        return await asyncpg.connect(postgres_url(url), timeout=CONNECT_SECONDS)
    except (OSError, ValueError, asyncpg.PostgresError, asyncpg.InterfaceError) as error:
        parts = urlsplit(url)
        raise DatabaseUnreachable(
            f"CARNET_DATABASE_URL: PostgreSQL at {parts.hostname or 'this machine'} does not let "
            f"us in to {parts.path.lstrip('/') or 'its database'} "
            f"({str(error) or type(error).__name__}). Start it, or correct the address"
        ) from None


async def _migrate(url: str, domains: Sequence[str]) -> Migrated:
    # Foreign keys must be off before the connection opens: inside a transaction the pragma is
    # ignored.
    config = tortoise_config(url, domains, foreign_keys=False)
    await Tortoise.init(config=config, _enable_global_fallback=True)
    backup: Path | None = None
    is_sqlite = url.startswith("sqlite")
    try:
        client = get_connection(CONNECTION)
        await client.create_connection(with_db=True)
        executor = Executor(client, config["apps"])
        targets = [MigrationTarget(app_label=domain, name="__latest__") for domain in domains]
        await executor.loader.build_graph()
        await executor.recorder.ensure_schema(executor._schema_editor(atomic=False))
        await _refuse_newer(executor, domains)
        plan = await executor.plan(targets)
        applied = tuple(f"{step.migration.app_label}.{step.migration.name}" for step in plan)
        if not plan:
            return Migrated((), None)
        if is_sqlite:
            backup = _back_up(Path(sqlite_path(url)))
        await executor.migrate(targets)
        if is_sqlite:
            await _check_foreign_keys(client, backup)
    except MigrationFailed:
        raise
    except Exception as error:
        kept = f"the database before is kept as {backup}" if backup else "nothing was changed"
        raise MigrationFailed(f"{error!r}; {kept}") from error
    finally:
        await Tortoise.close_connections()
    return Migrated(applied, backup)


async def _refuse_newer(executor: Executor, domains: Sequence[str]) -> None:
    """Raise DatabaseTooNew where a migration was applied that our folders do not have."""
    known = {(key.app_label, key.name) for key in executor.loader.disk_migrations}
    applied = await executor.recorder.applied_migrations()
    newer = sorted(
        f"{key.app_label}.{key.name}"
        for key in applied
        if key.app_label in domains and (key.app_label, key.name) not in known
    )
    if newer:
        raise DatabaseTooNew(
            f"the database is of a newer Carnet: this version does not know {', '.join(newer)}. "
            "Update Carnet, or put back a backup of before the update"
        )


def _back_up(file: Path) -> Path | None:
    with closing(sqlite3.connect(file)) as source:
        tables = source.execute("SELECT COUNT(*) FROM sqlite_master WHERE type = 'table'")
        if tables.fetchone()[0] <= 2:  # only the migration recorder's own: nothing to lose yet
            return None
        folder = file.parent / BACKUPS
        make_private_folder(folder)
        target = folder / f"before-migration-{now():%Y%m%dT%H%M%S%f}.sqlite3"
        with closing(sqlite3.connect(target)) as copy:
            source.backup(copy)
    for old in sorted(folder.glob("before-migration-*.sqlite3"))[:-KEPT_BACKUPS]:
        old.unlink()
    return target


async def _check_foreign_keys(client: object, backup: Path | None) -> None:
    _, rows = await client.execute_query("PRAGMA foreign_key_check")  # type: ignore[attr-defined]
    if rows:
        tables = sorted({str(row[0]) for row in rows})
        raise MigrationFailed(
            f"rows of {', '.join(tables)} point nowhere; the database before is kept as {backup}"
        )
