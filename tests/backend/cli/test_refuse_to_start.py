"""What keeps the server from starting is said in one line that names the variable."""

from __future__ import annotations

import os
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from backend.cli.main import main
from backend.core.settings import settings
from tests.browser.windows import free_port
from tests.contract.repository import ROOT

Refusal = Callable[..., str]


def carnet(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the command as a person does, with an ordinary umask."""
    return subprocess.run(
        [sys.executable, "-m", "backend.cli.main", *arguments],
        cwd=ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        timeout=60,
        umask=0o022,
        check=False,
    )


@pytest.fixture
def refusal(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Refusal:
    """Run the command in this process, and return the one line that it says when it does not
    start.
    """

    def run(*arguments: str, **environment: str) -> str:
        for name, value in environment.items():
            monkeypatch.setenv(name, value)
        # What an option says, the command leaves in the environment.
        monkeypatch.setattr(os, "environ", os.environ.copy())
        monkeypatch.setattr(sys, "argv", ["carnet", *arguments])
        settings.cache_clear()
        mask = os.umask(0o022)
        try:
            with pytest.raises(SystemExit) as ended:
                main()
        finally:
            os.umask(mask)
        told = capsys.readouterr().err
        assert ended.value.code in (1, 2), told
        lines = told.splitlines()
        assert len(lines) == 1, told
        return lines[0]

    return run


def test_an_empty_secret_key_is_refused(tmp_path):
    (tmp_path / "secret.key").touch()
    done = carnet("serve", CARNET_DATA_DIR=str(tmp_path), CARNET_SECRET_KEY="")
    assert done.returncode == 2, done
    assert done.stdout == ""
    assert done.stderr.startswith("carnet: CARNET_SECRET_KEY: ")
    assert len(done.stderr.splitlines()) == 1
    assert not (tmp_path / "carnet.sqlite3").exists()


def test_a_data_directory_that_is_a_file_is_refused(tmp_path, refusal):
    file = tmp_path / "data"
    file.touch()
    assert refusal("serve", "--data-dir", str(file)).startswith("carnet: CARNET_DATA_DIR: ")


@pytest.mark.parametrize("command", [["serve"], ["user", "create", "--email", "a@example.org"]])
def test_postgresql_that_is_down_is_refused(command, refusal):
    url = f"postgres://ada:hush@127.0.0.1:{free_port()}/book"
    named = ["--name", "Ada"] if command[0] == "user" else []
    told = refusal(*command, *named, CARNET_DATABASE_URL=url)
    assert told.startswith("carnet: CARNET_DATABASE_URL: PostgreSQL at 127.0.0.1 ")
    assert "Start it, or correct the address" in told
    assert "hush" not in told


def test_a_sqlite_file_that_cannot_be_made_is_refused(tmp_path, refusal):
    (tmp_path / "file").touch()
    url = f"sqlite://{tmp_path / 'file' / 'book.sqlite3'}"
    assert "CARNET_DATABASE_URL: " in refusal("migrate", CARNET_DATABASE_URL=url)


def test_a_database_of_a_newer_version_is_refused(tmp_path, sqlite_template, refusal):
    file = tmp_path / "book.sqlite3"
    file.write_bytes(Path(sqlite_template).read_bytes())
    with closing(sqlite3.connect(file)) as connection:
        connection.execute(
            "INSERT INTO tortoise_migrations (app, name, applied_at) "
            "VALUES ('contacts', '0099_future', '2031-01-01')"
        )
        connection.commit()
    told = refusal("serve", CARNET_DATABASE_URL=f"sqlite://{file}")
    assert "contacts.0099_future" in told
    assert "Update Carnet" in told


def test_what_a_command_makes_is_private(tmp_path):
    folder = tmp_path / "data"
    assert carnet("migrate", CARNET_DATA_DIR=str(folder)).returncode == 0
    made = {path.name: stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()}
    assert made["carnet.sqlite3"] == 0o600
    assert set(made.values()) == {0o600}
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
