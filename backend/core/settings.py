"""The CARNET_* environment, read once and checked before anything starts."""

from __future__ import annotations

import os
import secrets
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import Field, ValidationError, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

PREFIX = "CARNET_"
DATABASE_SCHEMES = ("sqlite", "postgres", "postgresql", "asyncpg")


class SettingsError(Exception):
    """A setting makes no sense; the message names the variable and what it accepts."""


class Settings(BaseSettings):
    """Every setting, each read from ``CARNET_<NAME>``. Durations are in the unit of their name."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, env_file=".env", extra="ignore")

    data_dir: Path = Path("data")
    host: str = "127.0.0.1"
    port: int = Field(8000, ge=1, le=65535)
    workers: int = Field(1, ge=1, le=64)
    database_url: str = ""
    read_connections: int = Field(4, ge=1, le=64)
    secret_key: str = Field("", repr=False)
    base_url: str = ""
    allowed_origins: Annotated[tuple[str, ...], NoDecode] = ()
    trusted_proxies: str = "127.0.0.1"
    smtp_url: str = Field("", repr=False)
    mail_from: str = "Carnet <carnet@localhost>"
    storage_url: str = ""
    sign_up: Literal["open", "closed"] = "open"
    api_points_per_minute: int = Field(600_000, ge=0)
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

    @field_validator("base_url")
    @classmethod
    def _check_base_url(cls, value: str) -> str:
        parts = urlsplit(value)
        if value and (parts.scheme not in ("http", "https") or not parts.netloc):
            raise ValueError("must be an http or https address, such as https://carnet.example.org")
        return value.rstrip("/")

    @field_validator("database_url")
    @classmethod
    def _check_database_url(cls, value: str) -> str:
        if value and urlsplit(value).scheme not in DATABASE_SCHEMES:
            raise ValueError("must start with sqlite:// or postgres://")
        return value

    @field_validator("smtp_url")
    @classmethod
    def _check_smtp_url(cls, value: str) -> str:
        if value and urlsplit(value).scheme not in ("smtp", "smtps"):
            raise ValueError("must start with smtp:// or smtps://")
        return value

    @field_validator("secret_key")
    @classmethod
    def _check_secret_key(cls, value: str) -> str:
        if value and len(value) < 32:
            raise ValueError("must have at least 32 characters")
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
        """Return the secret key, made once in the data directory when none is set."""
        if self.secret_key:
            return self.secret_key
        path = self.data_dir / "secret.key"
        self.data_dir.mkdir(parents=True, exist_ok=True)
        try:
            descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:
            return path.read_text().strip()
        with os.fdopen(descriptor, "w") as file:
            file.write(secrets.token_urlsafe(48))
        return path.read_text().strip()


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
            f"{PREFIX}{'_'.join(str(part) for part in item['loc']).upper()}: {item['msg']}"
            for item in error.errors()
        ]
        raise SettingsError("\n".join(lines)) from None
    if loaded.is_sqlite and loaded.workers > 1:
        raise SettingsError(
            "CARNET_WORKERS: several workers need PostgreSQL (set CARNET_DATABASE_URL)"
        )
    return loaded


@lru_cache(maxsize=1)
def settings() -> Settings:
    """The settings of this process; tests call ``settings.cache_clear()`` after a change."""
    return load_settings()
