"""The CARNET_* environment, read once and checked before anything starts."""

from __future__ import annotations

import os
import secrets
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, ValidationError, ValidationInfo, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from backend.core import setting_rules as rules
from backend.core.private_files import write_once

PREFIX = "CARNET_"
KEY_FILE = "secret.key"
SHORTEST_SECRET_KEY = 32
"""In characters."""

_ADDRESS_RULES = {
    "database_url": rules.check_database_url,
    "smtp_url": rules.check_smtp_url,
    "storage_url": rules.check_storage_url,
    "mail_from": rules.check_mail_from,
    "trusted_proxies": rules.check_proxies,
}


class SettingsError(Exception):
    """A setting makes no sense; the message names the variable and what it accepts."""


class Settings(BaseSettings):
    """Every setting, each read from ``CARNET_<NAME>``. Durations are in the unit of their name."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, env_file=".env", extra="ignore")

    data_dir: Path = Path("data")
    host: str = "127.0.0.1"
    port: int = Field(8000, ge=1, le=65535)
    workers: int = Field(1, ge=1, le=64)
    run_jobs: bool = True
    database_url: str = ""
    read_connections: int = Field(4, ge=1, le=64)
    secret_key: str = Field("", repr=False)
    base_url: str = ""
    allowed_origins: Annotated[tuple[str, ...], NoDecode] = ()
    trusted_proxies: str = "127.0.0.1"
    smtp_url: str = Field("", repr=False)
    mail_from: str = "Carnet <carnet@localhost>"
    private_mail_servers: bool = False
    storage_url: str = ""
    max_file_mb: int = Field(100, ge=1, le=5000)
    max_account_files_mb: int = Field(10_000, ge=1, le=100_000_000)
    check_private_sites: bool = False
    google_client_id: str = ""
    google_client_secret: str = Field("", repr=False)
    google_accounts_url: str = "https://accounts.google.com"
    google_oauth_url: str = "https://oauth2.googleapis.com"
    google_people_url: str = "https://people.googleapis.com"
    sign_up: Literal["open", "closed"] = "open"
    api_points_per_minute: int = Field(600_000, ge=0)
    plans: bool = True
    session_days: int = Field(30, ge=1, le=365)
    deleted_contact_days: int = Field(30, ge=1, le=3650)
    log_level: Literal["debug", "info", "warning", "error"] = "info"
    log_format: Literal["console", "json"] = "console"

    @field_validator("allowed_origins", mode="before")
    @classmethod
    def _split_origins(cls, value: object) -> object:
        if not isinstance(value, str):
            return value
        return tuple(part.strip().rstrip("/") for part in value.split(",") if part.strip())

    @field_validator("allowed_origins")
    @classmethod
    def _check_origins(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        rules.check_origins(value)
        return value

    @field_validator("google_client_id", "google_client_secret")
    @classmethod
    def _strip(cls, value: str) -> str:
        return value.strip()

    @field_validator("base_url", "google_accounts_url", "google_oauth_url", "google_people_url")
    @classmethod
    def _check_base_url(cls, value: str) -> str:
        if value:
            rules.check_base_url(value)
        return value.rstrip("/")

    @field_validator("database_url", "smtp_url", "storage_url", "mail_from", "trusted_proxies")
    @classmethod
    def _check_address(cls, value: str, info: ValidationInfo) -> str:
        if value or info.field_name == "mail_from":
            _ADDRESS_RULES[str(info.field_name)](value)
        return value

    @field_validator("secret_key")
    @classmethod
    def _check_secret_key(cls, value: str) -> str:
        if value and len(value) < SHORTEST_SECRET_KEY:
            raise ValueError(f"must have at least {SHORTEST_SECRET_KEY} characters")
        return value

    @property
    def is_sqlite(self) -> bool:
        """Whether the embedded database is used."""
        return self.effective_database_url.startswith("sqlite")

    @property
    def effective_database_url(self) -> str:
        """The database address, the embedded one in the data directory by default."""
        return self.database_url or f"sqlite://{self.data_dir / 'carnet.sqlite3'}"

    @property
    def public_url(self) -> str:
        """Where people reach this server, without a trailing slash; used in letters."""
        return self.base_url or f"http://localhost:{self.port}"

    @property
    def secure_cookies(self) -> bool:
        """Cookies are marked Secure when the public address is https."""
        return self.public_url.startswith("https://")

    def effective_secret_key(self) -> str:
        """Return the secret key, made once in the data directory when none is set.

        Raises:
            SettingsError: the kept key is empty or short, or none can be kept.
        """
        if self.secret_key:
            return self.secret_key
        try:
            return _kept_key(self.data_dir / KEY_FILE)
        except OSError as error:
            raise SettingsError(
                f"CARNET_DATA_DIR: the secret key cannot be kept in {self.data_dir} "
                f"({error.strerror}). Make room there and let this user write, or set "
                "CARNET_SECRET_KEY"
            ) from None


def _kept_key(path: Path) -> str:
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        write_once(path, secrets.token_urlsafe(48).encode())
    key = path.read_bytes().decode(errors="surrogateescape").strip()
    if len(key) < SHORTEST_SECRET_KEY or not key.isprintable():
        raise SettingsError(
            f"CARNET_SECRET_KEY: {path} does not hold {SHORTEST_SECRET_KEY} characters or more. "
            "Put the key back from a backup; if nothing was kept with it yet, delete the file, "
            "and the next start makes a new one"
        )
    return key


def load_settings() -> Settings:
    """Read and check the environment.

    Raises:
        SettingsError: a variable is unknown or has a value that makes no sense.
    """
    known = {f"{PREFIX}{name.upper()}" for name in Settings.model_fields}
    unknown = sorted(
        name
        for name in os.environ
        if name.startswith(PREFIX) and name not in known and not name.startswith("CARNET_TEST_")
    )
    if unknown:
        raise SettingsError(f"{unknown[0]} is not a setting. Known: {', '.join(sorted(known))}")
    try:
        loaded = Settings()
    except ValidationError as error:
        lines = [
            f"{PREFIX}{'_'.join(str(part) for part in item['loc']).upper()}: "
            + item["msg"].removeprefix("Value error, ")
            for item in error.errors()
        ]
        raise SettingsError("\n".join(lines)) from None
    if bool(loaded.google_client_id) is not bool(loaded.google_client_secret):
        raise SettingsError(
            "CARNET_GOOGLE_CLIENT_ID and CARNET_GOOGLE_CLIENT_SECRET go together: set both, or none"
        )
    if loaded.is_sqlite and loaded.workers > 1:
        raise SettingsError(
            "CARNET_WORKERS: several workers need PostgreSQL (set CARNET_DATABASE_URL)"
        )
    return loaded


@lru_cache(maxsize=1)
def settings() -> Settings:
    """The settings of this process; tests call ``settings.cache_clear()`` after a change."""
    return load_settings()
