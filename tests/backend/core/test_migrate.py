"""Migrations: a backup first, no child row lost to a table rebuild, a failure that says so."""

from __future__ import annotations

import asyncio
import sqlite3
import sys
import textwrap
from contextlib import closing

import asyncpg
import pytest
from tortoise.migrations.executor import MigrationExecutor

from backend.core.database.connect import postgres_url, sqlite_path
from backend.core.database.migrate import DatabaseTooNew, MigrationFailed, migrate
from backend.domains import DOMAINS

PARENT = """
from tortoise import fields, migrations
from tortoise.migrations import operations as ops
"""
FIRST = PARENT + textwrap.dedent("""
    class Migration(migrations.Migration):
        initial = True
        operations = [
            ops.CreateModel(
                name="Parent",
                fields=[
                    ("id", fields.BigIntField(generated=True, primary_key=True)),
                    ("name", fields.CharField(max_length=10)),
                ],
                options={"table": "parent", "app": "shelf", "pk_attr": "id"},
                bases=["Model"],
            ),
            ops.CreateModel(
                name="Child",
                fields=[
                    ("id", fields.BigIntField(generated=True, primary_key=True)),
                    ("parent", fields.ForeignKeyField(
                        "shelf.Parent", source_field="parent_id", db_constraint=True,
                        to_field="id", on_delete=fields.OnDelete.CASCADE)),
                ],
                options={"table": "child", "app": "shelf", "pk_attr": "id"},
                bases=["Model"],
            ),
        ]
""")
WIDER = PARENT + textwrap.dedent("""
    class Migration(migrations.Migration):
        dependencies = [("shelf", "0001_initial")]
        operations = [
            ops.AlterField(
                model_name="Parent", name="name", field=fields.CharField(max_length=200, null=True)
            ),
        ]
""")
ORPHANS = PARENT + textwrap.dedent("""
    class Migration(migrations.Migration):
        dependencies = [("shelf", "0002_wider")]
        operations = [ops.RunSQL("DELETE FROM parent")]
""")
MODELS = textwrap.dedent("""
    from tortoise import fields
    from tortoise.models import Model

    class Parent(Model):
        id = fields.BigIntField(primary_key=True)
        name = fields.CharField(200, null=True)
        class Meta:
            table = "parent"

    class Child(Model):
        id = fields.BigIntField(primary_key=True)
        parent = fields.ForeignKeyField("shelf.Parent")
        class Meta:
            table = "child"
""")


@pytest.fixture
def shelf(tmp_path, monkeypatch):
    """A domain ``backend.shelf`` of two tables, whose migrations the test writes."""
    import backend

    folder = tmp_path / "shelf"
    (folder / "migrations").mkdir(parents=True)
    (folder / "__init__.py").touch()
    (folder / "models.py").write_text(MODELS)
    (folder / "migrations" / "__init__.py").touch()
    (folder / "migrations" / "0001_initial.py").write_text(FIRST)
    monkeypatch.setattr(backend, "__path__", [*backend.__path__, str(tmp_path)])
    yield folder / "migrations"
    for name in [name for name in sys.modules if name.startswith("backend.shelf")]:
        del sys.modules[name]


def forget_modules() -> None:
    for name in [name for name in sys.modules if name.startswith("backend.shelf.migrations")]:
        del sys.modules[name]


async def filled(file) -> str:
    url = f"sqlite://{file}"
    await migrate(url, ("shelf",))
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("INSERT INTO parent (id, name) VALUES (1, 'a')")
        connection.executemany("INSERT INTO child (parent_id) VALUES (?)", [(1,)] * 3)
        connection.commit()
    return url


def count(file, table: str) -> int:
    with closing(sqlite3.connect(file)) as connection:
        rows: int = connection.execute(f"SELECT COUNT(*) FROM {table}").fetchone()[0]
        return rows


async def test_altering_a_column_keeps_the_child_rows_and_a_backup(tmp_path, shelf):
    file = tmp_path / "db.sqlite3"
    url = await filled(file)
    (shelf / "0002_wider.py").write_text(WIDER)
    forget_modules()
    done = await migrate(url, ("shelf",))
    assert done.applied == ("shelf.0002_wider",)
    assert count(file, "child") == 3
    assert done.backup is not None
    assert count(done.backup, "child") == 3


async def test_models_made_when_asked_for_give_the_tables_that_tortoise_gives(
    tmp_path, shelf, monkeypatch
):
    def tables(file) -> list[tuple[str, ...]]:
        with closing(sqlite3.connect(file)) as connection:
            return sorted(connection.execute("SELECT name, sql FROM sqlite_master"))

    domains = ["shelf", *DOMAINS[:2]]
    (shelf / "0002_wider.py").write_text(WIDER)
    await migrate(f"sqlite://{tmp_path / 'ours'}", domains)
    monkeypatch.setattr("backend.core.database.migrate.Executor", MigrationExecutor)
    await migrate(f"sqlite://{tmp_path / 'theirs'}", domains)
    assert tables(tmp_path / "ours") == tables(tmp_path / "theirs")


async def test_a_second_run_does_nothing(tmp_path, shelf):
    url = await filled(tmp_path / "db.sqlite3")
    forget_modules()
    done = await migrate(url, ("shelf",))
    assert (done.applied, done.backup) == ((), None)


async def test_rows_that_point_nowhere_are_refused_with_the_backup_named(tmp_path, shelf):
    url = await filled(tmp_path / "db.sqlite3")
    (shelf / "0002_wider.py").write_text(WIDER)
    (shelf / "0003_orphans.py").write_text(ORPHANS)
    forget_modules()
    with pytest.raises(MigrationFailed, match=r"child.*before-migration"):
        await migrate(url, ("shelf",))


async def test_a_database_of_a_newer_version_is_refused_and_left_alone(dialect, database_url):
    await run_on(
        database_url,
        "INSERT INTO tortoise_migrations (app, name, applied_at) "
        "VALUES ('contacts', '0099_future', '2031-01-01'), ('theirs', '0001_x', '2031-01-01')",
    )
    try:
        with pytest.raises(DatabaseTooNew, match=r"know contacts\.0099_future\. Update Carnet"):
            await migrate(database_url, DOMAINS)
    finally:
        await run_on(
            database_url, "DELETE FROM tortoise_migrations WHERE applied_at > '2030-01-01'"
        )
    assert (await migrate(database_url, DOMAINS)).applied == ()


async def run_on(url: str, statement: str) -> None:
    if url.startswith("sqlite"):
        with closing(sqlite3.connect(sqlite_path(url))) as connection:
            connection.execute(statement)
            connection.commit()
        return
    connection = await asyncpg.connect(postgres_url(url))
    try:
        await connection.execute(statement)
    finally:
        await connection.close()


MIGRATE = """
import asyncio, sys
from backend.core.database.migrate import migrate
from backend.domains import DOMAINS

asyncio.run(migrate(sys.argv[1], DOMAINS))
"""


async def test_two_that_migrate_at_once_take_turns(tmp_path):
    url = f"sqlite://{tmp_path / 'db.sqlite3'}"
    both = [
        await asyncio.create_subprocess_exec(sys.executable, "-c", MIGRATE, url) for _ in range(2)
    ]
    assert [await each.wait() for each in both] == [0, 0]
    assert (await migrate(url, DOMAINS)).applied == ()
