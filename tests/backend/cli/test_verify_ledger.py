"""``carnet verify-ledger``, as it is typed."""

from __future__ import annotations

import asyncio
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner, Result

from backend.cli.session import command_session
from backend.cli.verify_ledger import verify
from backend.core.settings import settings
from tests.factories.accounts import new_owner
from tests.factories.billing import new_issued, new_seller

carnet = typer.Typer()
carnet.command(name="verify-ledger")(verify)


def run(*arguments: str) -> Result:
    return CliRunner(env={"COLUMNS": "200"}).invoke(carnet, list(arguments))


@pytest.fixture
def file(sqlite_template: Path) -> Path:
    """A migrated database, where the server looks for it."""
    place = settings().data_dir / "carnet.sqlite3"
    shutil.copyfile(sqlite_template, place)
    return place


async def issue_two() -> None:
    async with command_session():
        owner = await new_owner(account="Studio")
        tax = await new_seller(owner.actor)
        for _ in range(2):
            await new_issued(owner.actor, tax)


def test_tells_whether_all_is_well_and_fails_where_it_is_not(file):
    empty = run()
    assert (empty.exit_code, empty.stdout) == (0, "No document was issued yet.\n")
    asyncio.run(issue_two())
    sound = run()
    assert sound.exit_code == 0
    assert "Studio: 2 links, all is well; the last is " in sound.stdout
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("UPDATE billing_document SET total_minor = 1 WHERE series_number = 2")
    broken = run("--account", "Studio")
    assert broken.exit_code == 1
    assert "Studio: 2 links, 1 problems" in broken.stdout
    assert "was changed after it was issued" in broken.stdout
