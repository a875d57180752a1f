"""What the values of settings must look like; each rule raises ValueError with what to write."""

from __future__ import annotations

from collections.abc import Sequence
from email.message import EmailMessage
from ipaddress import ip_network
from urllib.parse import SplitResult, urlsplit

DATABASE_SCHEMES = ("sqlite", "postgres", "postgresql", "asyncpg")
DATABASE_HINT = "write postgres://user:password@host:5432/name, or sqlite:///path/carnet.sqlite3"
BASE_URL_HINT = "write an http or https address, such as https://carnet.example.org"
SMTP_HINT = "write smtp://user:password@host:587 or smtps://user:password@host:465"
STORAGE_HINT = "write s3://bucket/prefix"
ORIGINS_HINT = "write origins such as https://app.example.org, separated by commas"
PROXIES_HINT = (
    "write IP addresses or networks such as 10.0.0.0/8, separated by commas, or * for all"
)
MAIL_FROM_HINT = "write one address, such as Carnet <carnet@example.org>"


def check_base_url(value: str) -> None:
    """Check the address where people reach the server."""
    parts = _parts(value, BASE_URL_HINT)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.query or parts.fragment:
        raise ValueError(BASE_URL_HINT)


def check_database_url(value: str) -> None:
    """Check the database's address."""
    scheme, _, rest = value.partition("://")
    if scheme not in DATABASE_SCHEMES or not rest:
        raise ValueError(DATABASE_HINT)
    if scheme != "sqlite":
        _parts(value, DATABASE_HINT)


def check_smtp_url(value: str) -> None:
    """Check the mail server's address."""
    parts = _parts(value, SMTP_HINT)
    if parts.scheme not in ("smtp", "smtps") or not parts.hostname:
        raise ValueError(SMTP_HINT)


def check_storage_url(value: str) -> None:
    """Check the address where files are kept."""
    parts = _parts(value, STORAGE_HINT)
    if parts.scheme != "s3" or not parts.netloc:
        raise ValueError(STORAGE_HINT)


def check_origins(values: Sequence[str]) -> None:
    """Check the origins of other pages: a scheme, a host, perhaps a port, and nothing else."""
    for value in values:
        hint = f"{value!r} is no origin; {ORIGINS_HINT}"
        parts = _parts(value, hint)
        is_origin = value == f"{parts.scheme}://{parts.netloc}" and "@" not in parts.netloc
        if parts.scheme not in ("http", "https") or not parts.hostname or not is_origin:
            raise ValueError(hint)


def check_proxies(value: str) -> None:
    """Check the addresses of trusted proxies, as uvicorn reads them."""
    for part in filter(None, (part.strip() for part in value.split(","))):
        try:
            if part != "*":
                ip_network(part)
        except ValueError as error:
            raise ValueError(f"{error}; {PROXIES_HINT}") from None


def check_mail_from(value: str) -> None:
    """Check the sender of letters, as letters are written."""
    message = EmailMessage()
    try:
        message["From"] = value
        sender = message["From"]
        is_one = len(sender.addresses) == 1 and bool(sender.addresses[0].domain)
    except (ValueError, IndexError):
        raise ValueError(MAIL_FROM_HINT) from None
    if not is_one or sender.defects:
        raise ValueError(MAIL_FROM_HINT)


def _parts(value: str, hint: str) -> SplitResult:
    if not value.isprintable() or " " in value:
        raise ValueError(hint)
    try:
        parts = urlsplit(value)
        port = parts.port  # read here: it is only checked when it is asked for
    except ValueError:
        raise ValueError(hint) from None
    if port == 0:
        raise ValueError(hint)
    return parts
