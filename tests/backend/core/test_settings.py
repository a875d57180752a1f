"""Settings: nonsense refuses to start, and says which variable."""

from __future__ import annotations

import errno
import os
import stat
from concurrent.futures import ThreadPoolExecutor

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
        ("CARNET_GOOGLE_CLIENT_ID", "alone"),
        ("CARNET_GOOGLE_PEOPLE_URL", "people.example.org"),
        ("CARNET_RUN_JOBS", "maybe"),
        ("CARNET_PROT", "8000"),
        ("CARNET_BASE_URL", "http://["),
        ("CARNET_BASE_URL", "https://:443"),
        ("CARNET_BASE_URL", "https://carnet.example.org:notaport"),
        ("CARNET_BASE_URL", "https://carnet.example.org?x=1"),
        ("CARNET_DATABASE_URL", "sqlite://"),
        ("CARNET_DATABASE_URL", "postgres://localhost:99999/carnet"),
        ("CARNET_DATABASE_URL", "postgres://localhost:0/carnet"),
        ("CARNET_SMTP_URL", "smtp://host:notaport"),
        ("CARNET_SMTP_URL", "smtp://:587"),
        ("CARNET_SMTP_URL", "smtp://mail example.org"),
        ("CARNET_STORAGE_URL", "ftp://x"),
        ("CARNET_STORAGE_URL", "s3:///prefix"),
        ("CARNET_ALLOWED_ORIGINS", "foo bar,http://["),
        ("CARNET_ALLOWED_ORIGINS", "https://app.example.org,*"),
        ("CARNET_ALLOWED_ORIGINS", "https://app.example.org/path"),
        ("CARNET_ALLOWED_ORIGINS", "app.example.org"),
        ("CARNET_TRUSTED_PROXIES", "not an ip, ???"),
        ("CARNET_TRUSTED_PROXIES", "10.0.0.1/8"),
        ("CARNET_MAIL_FROM", "x y z <<"),
        ("CARNET_MAIL_FROM", ""),
        ("CARNET_MAIL_FROM", "Carnet"),
        ("CARNET_MAIL_FROM", "a@example.org, b@example.org"),
        ("CARNET_MAIL_FROM", "a@"),
        ("CARNET_MAIL_FROM", "a@example.org\nBcc: b@example.org"),
    ],
)
def test_nonsense_is_refused_by_name(monkeypatch, name, value):
    monkeypatch.setenv(name, value)
    with pytest.raises(SettingsError, match=rf"^{name}") as refused:
        load_settings()
    assert "Value error" not in str(refused.value)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("CARNET_BASE_URL", "https://carnet.example.org:8443/"),
        ("CARNET_DATABASE_URL", "postgres://ada:p%40ss@[::1]:5432/carnet?ssl=require"),
        ("CARNET_DATABASE_URL", "postgresql:///carnet?host=/run/postgresql"),
        ("CARNET_DATABASE_URL", "sqlite:///var/lib/carnet data/carnet.sqlite3"),
        ("CARNET_SMTP_URL", "smtps://ada%40example.org:secret@mail.example.org"),
        ("CARNET_STORAGE_URL", "s3://bucket/prefix"),
        ("CARNET_ALLOWED_ORIGINS", "https://app.example.org/, http://127.0.0.1:3000,"),
        ("CARNET_TRUSTED_PROXIES", "127.0.0.1, 10.0.0.0/8, ::1, fd00::/8"),
        ("CARNET_TRUSTED_PROXIES", "*"),
        ("CARNET_TRUSTED_PROXIES", ""),
        ("CARNET_MAIL_FROM", '"Carnet, Inc" <carnet@example.org>'),
        ("CARNET_MAIL_FROM", "Café <carnet@localhost>"),
    ],
)
def test_what_makes_sense_is_taken(monkeypatch, name, value):
    monkeypatch.setenv(name, value)
    load_settings()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("CARNET_SMTP_URL", "smtp://ada:hush@host:notaport"),
        ("CARNET_DATABASE_URL", "postgres://ada:hush@host:99999/carnet"),
    ],
)
def test_a_refusal_does_not_tell_the_password(monkeypatch, name, value):
    monkeypatch.setenv(name, value)
    with pytest.raises(SettingsError) as refused:
        load_settings()
    assert "hush" not in str(refused.value)


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


@pytest.mark.parametrize("content", [b"", b"\n", b"k" * 31, b"\0" * 64, b"\xff" * 64])
def test_a_kept_key_that_is_empty_or_short_is_refused(monkeypatch, tmp_path, content):
    monkeypatch.setenv("CARNET_DATA_DIR", str(tmp_path))
    (tmp_path / "secret.key").write_bytes(content)
    with pytest.raises(SettingsError, match=r"CARNET_SECRET_KEY: .*secret\.key.*backup"):
        load_settings().effective_secret_key()
    assert (tmp_path / "secret.key").read_bytes() == content


def test_a_full_disk_leaves_no_half_written_key(monkeypatch, tmp_path):
    monkeypatch.setenv("CARNET_DATA_DIR", str(tmp_path))

    def full(descriptor):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as while_full:
        while_full.setattr(os, "fsync", full)
        with pytest.raises(SettingsError, match=r"CARNET_DATA_DIR: .*No space left"):
            load_settings().effective_secret_key()
    assert list(tmp_path.iterdir()) == []
    assert len(load_settings().effective_secret_key()) >= 32


def test_a_file_system_without_hard_links_keeps_a_key_too(monkeypatch, tmp_path):
    monkeypatch.setenv("CARNET_DATA_DIR", str(tmp_path))

    def unsupported(*_args, **_options):
        raise OSError(errno.EPERM, os.strerror(errno.EPERM))

    monkeypatch.setattr(os, "link", unsupported)
    key = load_settings().effective_secret_key()
    assert load_settings().effective_secret_key() == key
    assert [file.name for file in tmp_path.iterdir()] == ["secret.key"]


def test_processes_that_start_at_once_share_one_whole_key(monkeypatch, tmp_path):
    monkeypatch.setenv("CARNET_DATA_DIR", str(tmp_path))
    chosen = load_settings()
    with ThreadPoolExecutor(8) as threads:
        for number in range(30):
            chosen.data_dir = tmp_path / str(number)
            keys = {
                found.result()
                for found in [threads.submit(chosen.effective_secret_key) for _ in range(8)]
            }
            assert len(keys) == 1


def test_secrets_do_not_show_in_the_settings_text(monkeypatch):
    monkeypatch.setenv("CARNET_SECRET_KEY", "k" * 40)
    assert "k" * 40 not in repr(load_settings())
