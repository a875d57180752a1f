"""The account that is looked after."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from copy import deepcopy
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest

from backend.accounts.service import authenticate
from backend.api import execution, limits
from backend.api.app import Api
from backend.core.settings import settings
from tests.backend.api.access.world import World, new_world
from tests.fixtures.databases import TestDatabase, sqlite_file


@pytest.fixture(autouse=True)
def asked_without_end(own_settings: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the same few people ask everything there is, at once and within a minute."""
    monkeypatch.setattr(execution, "MAX_COST", 1_000_000)
    monkeypatch.setattr(limits, "MAX_ALIASES", 1_000)
    monkeypatch.setenv("CARNET_API_POINTS_PER_MINUTE", "0")
    for name in ("CLIENT_ID", "CLIENT_SECRET"):
        monkeypatch.setenv(f"CARNET_GOOGLE_{name}", "carnet")
    for name in ("ACCOUNTS", "OAUTH", "PEOPLE"):  # nobody answers there
        monkeypatch.setenv(f"CARNET_GOOGLE_{name}_URL", "http://127.0.0.1:9")
    # The world is made once and asked for minutes: being seen again is no change that counts.
    monkeypatch.setattr(authenticate, "SEEN_EVERY", timedelta(days=1))
    settings.cache_clear()


@dataclass
class Kept:
    """A world as it was made, to be put into the empty database of another test."""

    folder: Path
    world: World | None = None

    def keep(self, world: World, file: Path) -> None:
        """Copy the database and what lies beside it."""
        copy_database(file, self.folder / "carnet.sqlite3")
        shutil.copytree(settings().data_dir, self.folder / "data")
        self.world = deepcopy(world)

    def put(self, file: Path) -> World:
        """Fill a database, and what lies beside it."""
        copy_database(self.folder / "carnet.sqlite3", file)
        shutil.copytree(self.folder / "data", settings().data_dir, dirs_exist_ok=True)
        return deepcopy(self.world) if self.world else pytest.fail("nothing was kept")


def copy_database(source: Path, target: Path) -> None:
    """Copy a SQLite database into another, which may be open."""
    with closing(sqlite3.connect(source)) as read, closing(sqlite3.connect(target)) as written:
        read.backup(written)


@pytest.fixture(scope="session")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Kept:
    """The world that the first test made: the same statements for each would take half a second."""
    return Kept(tmp_path_factory.mktemp("world"))


@pytest.fixture
async def world(api: Api, database: TestDatabase, kept: Kept) -> World:
    """A new one for each test."""
    if database.dialect != "sqlite":
        return await new_world(api)
    file = sqlite_file(database)
    if kept.world:
        return kept.put(file)
    world = await new_world(api)
    kept.keep(world, file)
    return world
