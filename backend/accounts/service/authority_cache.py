"""What cookies and tokens stood for a moment ago, so that every request need not ask the database.

Whatever takes authority away writes a fact in the account's log, and the bus wakes this cache with
every fact of the account, in every process: what was cached of that account is forgotten.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from time import monotonic
from typing import Generic, TypeVar

from backend.core.bus import Bus, bus

T = TypeVar("T")
TTL_SECONDS = 5.0
"""How long another process's change could go unseen if its wake-up were lost."""
MAX_ENTRIES = 10_000


class AuthorityCache(Generic[T]):
    """A few seconds of answers, by account, of the database that is open now."""

    def __init__(self) -> None:
        self._entries: OrderedDict[str, tuple[float, int, T]] = OrderedDict()
        self._by_account: dict[int, set[str]] = {}
        self._generation = 0
        self._bus: Bus | None = None
        self._stop: Callable[[], None] | None = None

    def get(self, key: str) -> T | None:
        """Return a fresh answer, or None."""
        self._follow_bus()
        entry = self._entries.get(key)
        if entry is None:
            return None
        deadline, _, value = entry
        if deadline <= monotonic():
            self._drop(key)
            return None
        return value

    def generation(self) -> int:
        """Return the mark to take before asking the database; see :meth:`put`."""
        self._follow_bus()
        return self._generation

    def put(self, key: str, account_id: int, value: T, generation: int) -> None:
        """Keep an answer, unless something changed since ``generation`` was taken.

        What was read before a revocation must not be kept after it.
        """
        if generation != self._generation:
            return
        self._drop(key)
        self._entries[key] = (monotonic() + TTL_SECONDS, account_id, value)
        self._by_account.setdefault(account_id, set()).add(key)
        if len(self._entries) > MAX_ENTRIES:
            self._drop(next(iter(self._entries)))

    def forget(self, key: str) -> None:
        """Ask the database again next time."""
        self._drop(key)

    def _follow_bus(self) -> None:
        current = bus()
        if self._bus is current:
            return
        if self._stop is not None:
            self._stop()
        self._bus, self._stop = current, current.listen(self._forget)
        self._forget(None)

    def _forget(self, account_id: int | None) -> None:
        self._generation += 1
        if account_id is None:
            self._entries.clear()
            self._by_account.clear()
            return
        for key in self._by_account.pop(account_id, ()):
            self._entries.pop(key, None)

    def _drop(self, key: str) -> None:
        entry = self._entries.pop(key, None)
        if entry is None:
            return
        keys = self._by_account.get(entry[1])
        if keys is not None:
            keys.discard(key)
            if not keys:
                del self._by_account[entry[1]]
