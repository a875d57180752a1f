"""The data directory: what is in it belongs to nobody but the server's user."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from backend.core.data_dir import prepare_data_dir
from backend.core.private_files import close_to_others
from backend.core.settings import Settings, SettingsError


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def settings_of(folder: Path, **options: str) -> Settings:
    return Settings(data_dir=folder, secret_key="", **options)  # type: ignore[arg-type]


def test_a_new_one_is_private_and_has_a_key(tmp_path):
    folder = tmp_path / "new" / "data"
    prepare_data_dir(settings_of(folder))
    assert mode(folder) == 0o700
    assert mode(folder / "secret.key") == 0o600


def test_what_was_open_is_closed(tmp_path):
    folder = tmp_path / "data"
    kept = {
        folder / "secret.key": 0o600,
        folder / "carnet.sqlite3": 0o600,
        folder / "carnet.sqlite3-wal": 0o600,
        folder / "outbox" / "letter.eml": 0o600,
        folder / "backups" / "before-migration-1.sqlite3": 0o600,
        folder / "outbox": 0o700,
        folder / "backups": 0o700,
        folder / "files": 0o700,
        folder: 0o700,
    }
    (folder / "files").mkdir(parents=True)
    for path in kept:
        if path.suffix or "wal" in path.name:
            path.parent.mkdir(exist_ok=True)
            path.write_text("k" * 40)
            path.chmod(0o644)
        else:
            path.chmod(0o755)
    strange = folder / "notes-of-the-owner.txt"
    strange.touch()
    strange.chmod(0o644)
    prepare_data_dir(settings_of(folder))
    assert {path: mode(path) for path in kept} == kept
    assert mode(strange) == 0o644


def test_a_database_elsewhere_is_closed_and_its_folder_left(tmp_path):
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir(mode=0o755)
    file = elsewhere / "book.sqlite3"
    file.touch(mode=0o644)
    prepare_data_dir(settings_of(tmp_path / "data", database_url=f"sqlite://{file}"))
    assert (mode(file), mode(elsewhere)) == (0o600, 0o755)


def test_a_folder_that_all_share_stays_as_it_is(tmp_path):
    tmp_path.chmod(0o1777)
    close_to_others([tmp_path, tmp_path / "nothing"])
    assert mode(tmp_path) == 0o1777


def test_a_file_system_without_rights_does_not_stop_the_start(tmp_path, monkeypatch):
    def refused(*_args, **_options):
        raise PermissionError

    folder = tmp_path / "data"
    folder.mkdir(mode=0o755)
    monkeypatch.setattr(Path, "chmod", refused)
    prepare_data_dir(settings_of(folder))
    assert (folder / "secret.key").exists()


def test_a_file_in_its_place_is_refused_by_name(tmp_path):
    (tmp_path / "data").touch()
    for folder in (tmp_path / "data", tmp_path / "data" / "below"):
        with pytest.raises(SettingsError, match=r"^CARNET_DATA_DIR: .*data.*user may write"):
            prepare_data_dir(settings_of(folder))
