"""Settings: nonsense refuses to start, and says which variable."""

from __future__ import annotations

import os
import stat

import pytest

from backend.core.settings import SettingsError, load_settings


@pytest.fixture(autouse=True)
def clean_environment(monkeypatch, tmp_path):
    for name in [name for name in os.environ if name.startswith("CARNET_")]:
        monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("CARNET_PORT", "eighty"),
        ("CARNET_PORT", "70000"),
        ("CARNET_WORKERS", "0"),
        ("CARNET_DATABASE_URL", "mysql://localhost/carnet"),
        ("CARNET_BASE_URL", "carnet.example.org"),
        ("CARNET_SECRET_KEY", "short"),
        ("CARNET_SMTP_URL", "https://mail.example.org"),
        ("CARNET_LOG_LEVEL", "loud"),
        ("CARNET_SIGN_UP", "maybe"),
        ("CARNET_PROT", "8000"),
    ],
)
def test_nonsense_is_refused_by_name(monkeypatch, name, value):
    monkeypatch.setenv(name, value)
    with pytest.raises(SettingsError, match=name):
        load_settings()


def test_several_workers_need_postgresql(monkeypatch):
    monkeypatch.setenv("CARNET_WORKERS", "2")
    with pytest.raises(SettingsError, match=r"CARNET_WORKERS.*PostgreSQL"):
        load_settings()


def test_a_secret_key_is_made_once_and_only_its_owner_reads_it(monkeypatch, tmp_path):
    monkeypatch.setenv("CARNET_DATA_DIR", str(tmp_path / "data"))
    first = load_settings().effective_secret_key()
    assert len(first) >= 32
    assert load_settings().effective_secret_key() == first
    mode = stat.S_IMODE((tmp_path / "data" / "secret.key").stat().st_mode)
    assert mode == 0o600


def test_secrets_do_not_show_in_the_settings_text(monkeypatch):
    monkeypatch.setenv("CARNET_SECRET_KEY", "k" * 40)
    assert "k" * 40 not in repr(load_settings())
