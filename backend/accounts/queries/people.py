"""People and their secrets. For the services; what the API shows is in ``PersonRow`` only."""

from __future__ import annotations

from dataclasses import dataclass

from backend.core.clock import now_micros
from backend.core.database import read

_COLUMNS = (
    "id, name, email, locale, theme, time_zone, email_key, password_hash, totp_secret, "
    "totp_pending_secret, totp_last_step"
)


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A person. The secrets are sealed or hashed."""

    id: int
    name: str
    email: str
    locale: str
    theme: str
    time_zone: str
    email_key: str
    password_hash: str
    totp_secret: str | None
    totp_pending_secret: str | None
    totp_last_step: int

    @property
    def has_totp(self) -> bool:
        """Whether signing in takes a second factor."""
        return self.totp_secret is not None


async def find_person(email_key: str) -> PersonRow | None:
    """Return who signs in with an address, or None."""
    row = await read.fetch_one(
        f"SELECT {_COLUMNS} FROM user_account WHERE email_key = ?", (email_key,)
    )
    return PersonRow(*row) if row else None


async def get_person(user_id: int) -> PersonRow | None:
    """Return a person by primary key, or None."""
    row = await read.fetch_one(f"SELECT {_COLUMNS} FROM user_account WHERE id = ?", (user_id,))
    return PersonRow(*row) if row else None


async def person_of_reset_link(token_hash: str) -> PersonRow | None:
    """Return who may choose a new password by a letter's link, or None when it opens nothing."""
    user_id = await read.fetch_value(
        "SELECT user_id FROM password_reset WHERE token_hash = ? AND expires_at > ?",
        (token_hash, now_micros()),
    )
    return await get_person(user_id) if user_id is not None else None


async def anybody_exists() -> bool:
    """Whether anybody ever signed up on this server."""
    return await read.fetch_value("SELECT 1 FROM user_account LIMIT 1") is not None


async def count_recovery_codes(user_id: int) -> int:
    """Return how many recovery codes a person has left."""
    sql = "SELECT COUNT(*) FROM recovery_code WHERE user_id = ?"
    return int(await read.fetch_value(sql, (user_id,)))
