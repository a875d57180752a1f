"""How often something may be tried, counted in the database.

Every process of one installation counts together and a restart forgets nothing: see the decision
record on rate limits. What is counted (addresses, e-mails) is kept only as a keyed hash.
"""

from __future__ import annotations

import hmac
import math
from dataclasses import dataclass

from limits import RateLimitItem, RateLimitItemPerHour, RateLimitItemPerMinute
from limits.aio.storage import Storage
from limits.aio.strategies import FixedWindowRateLimiter

from backend.core.clock import now_micros
from backend.core.database import read
from backend.core.errors import RateLimited
from backend.core.permissions import Actor
from backend.core.secrets import derived_key
from backend.core.unit_of_work import unit_of_work

_MICROS = 1_000_000
_SERVER = Actor.system(0)


class DatabaseStorage(Storage):
    """Counters of ``limits`` in the ``attempt`` table; each increment commits by itself."""

    STORAGE_SCHEME = None
    base_exceptions = ()

    async def incr(self, key: str, expiry: int, amount: int = 1) -> int:
        """Add to a counter and return it; a window that is over starts again."""
        now = now_micros()
        async with unit_of_work(_SERVER) as unit:
            rows = await unit.fetch(
                "INSERT INTO attempt (key, count, expires_at) VALUES (?, ?, ?) "
                "ON CONFLICT (key) DO UPDATE SET "
                "count = CASE WHEN attempt.expires_at <= ? THEN excluded.count "
                "ELSE attempt.count + excluded.count END, "
                "expires_at = CASE WHEN attempt.expires_at <= ? THEN excluded.expires_at "
                "ELSE attempt.expires_at END RETURNING count",
                (key, amount, now + expiry * _MICROS, now, now),
            )
        return int(rows[0][0])

    async def get(self, key: str) -> int:
        """Return a counter, 0 when its window is over."""
        value = await read.fetch_value(
            "SELECT count FROM attempt WHERE key = ? AND expires_at > ?", (key, now_micros())
        )
        return int(value or 0)

    async def get_expiry(self, key: str) -> float:
        """Return when a counter's window is over, in seconds since 1970."""
        value = await read.fetch_value("SELECT expires_at FROM attempt WHERE key = ?", (key,))
        return float(value if value is not None else now_micros()) / _MICROS

    async def check(self) -> bool:
        """Whether the table answers."""
        await self.get("")
        return True

    async def reset(self) -> int | None:
        """Forget every counter."""
        async with unit_of_work(_SERVER) as unit:
            return await unit.execute("DELETE FROM attempt")

    async def clear(self, key: str) -> None:
        """Forget one counter."""
        async with unit_of_work(_SERVER) as unit:
            await unit.execute("DELETE FROM attempt WHERE key = ?", (key,))


_limiter = FixedWindowRateLimiter(DatabaseStorage())


@dataclass(frozen=True, slots=True)
class Limit:
    """A number of tries in a window, for each of what it is about (an address, a person)."""

    name: str
    item: RateLimitItem

    def key(self, subject: str) -> str:
        """Return what the counter is kept under."""
        mark = hmac.digest(derived_key("rate limits"), subject.encode(errors="replace"), "sha256")
        return mark.hex()


SIGN_IN_BY_ADDRESS = Limit("sign-in-address", RateLimitItemPerMinute(100, 15))
SIGN_IN_BY_EMAIL_AND_ADDRESS = Limit("sign-in-pair", RateLimitItemPerMinute(10, 15))
SIGN_IN_BY_EMAIL = Limit("sign-in-email", RateLimitItemPerHour(50))
CODE_BY_USER = Limit("code-user", RateLimitItemPerHour(10))
PASSWORD_BY_USER = Limit("password-user", RateLimitItemPerMinute(10, 15))
SIGN_UP_BY_ADDRESS = Limit("sign-up-address", RateLimitItemPerHour(20))
RESET_BY_ADDRESS = Limit("reset-address", RateLimitItemPerHour(20))
RESET_BY_EMAIL = Limit("reset-email", RateLimitItemPerHour(5))
EMAIL_CHANGE_BY_USER = Limit("email-change-user", RateLimitItemPerHour(5))
INVITATIONS_BY_ACCOUNT = Limit("invitations-account", RateLimitItemPerHour(60))


async def count_try(*tries: tuple[Limit, str | int]) -> None:
    """Count one try against each limit.

    Counted before the work, so that many at once cannot all pass.

    Raises:
        RateLimited: one of them is used up; the others are not charged after it.
    """
    for limit, subject in tries:
        key = limit.key(str(subject))
        if await _limiter.test(limit.item, limit.name, key) and await _limiter.hit(
            limit.item, limit.name, key
        ):
            continue
        over = await _limiter.storage.get_expiry(limit.item.key_for(limit.name, key))
        seconds = math.ceil(over - now_micros() / _MICROS)
        raise RateLimited(retry_after_seconds=max(1, seconds))


async def forget_tries(*tries: tuple[Limit, str | int]) -> None:
    """Start again from nothing, after a success."""
    for limit, subject in tries:
        await _limiter.clear(limit.item, limit.name, limit.key(str(subject)))
