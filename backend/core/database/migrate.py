"""Migrations with a net: a backup before, foreign keys off while tables are rebuilt, a check after.

On SQLite altering a column rebuilds its table; with foreign keys on, dropping the old table
deletes the child rows by cascade.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from tortoise import Tortoise
from tortoise.connection import get_connection
from tortoise.migrations.executor import MigrationExecutor, MigrationTarget

from backend.core.clock import now
from backend.core.database.connect import CONNECTION, sqlite_path, tortoise_config

KEPT_BACKUPS = 5


class MigrationFailed(Exception):
    """The database was left as it was before (see the message for the backup)."""


@dataclass(frozen=True, slots=True)
class Migrated:
    """What a run did. ``applied`` lists ``app.name``; ``backup`` is None when nothing was due."""

    applied: tuple[str, ...]
    backup: Path | None


async def migrate(url: str, domains: Sequence[str]) -> Migrated:
    """Bring the database to the newest schema.

    Raises:
        MigrationFailed: a migration failed, or left rows that point nowhere.
    """
    # Foreign keys must be off before the connection opens: inside a transaction the pragma is
    # ignored.
    config = tortoise_config(url, domains, foreign_keys=False)
    await Tortoise.init(config=config, _enable_global_fallback=True)
    backup: Path | None = None
    is_sqlite = url.startswith("sqlite")
    try:
        client = get_connection(CONNECTION)
        await client.create_connection(with_db=True)
        executor = MigrationExecutor(client, config["apps"])
        targets = [MigrationTarget(app_label=domain, name="__latest__") for domain in domains]
        await executor.loader.build_graph()
        await executor.recorder.ensure_schema(executor._schema_editor(atomic=False))
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
        raise MigrationFailed(f"{error!r}; the database before is kept as {backup}") from error
    finally:
        await Tortoise.close_connections()
    return Migrated(applied, backup)


def _back_up(file: Path) -> Path | None:
    with closing(sqlite3.connect(file)) as source:
        tables = source.execute("SELECT COUNT(*) FROM sqlite_master WHERE type = 'table'")
        if tables.fetchone()[0] <= 2:  # only the migration recorder's own: nothing to lose yet
            return None
        folder = file.parent / "backups"
        folder.mkdir(exist_ok=True)
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
