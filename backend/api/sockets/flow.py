"""How fast a client may send over one socket."""

from __future__ import annotations

import time
from collections.abc import Callable

from backend.api.sockets.messages import Close, Cut

BURST = 300
PER_SECOND = 50


class MessageRate:
    """300 messages at once, then 50 a second: a flooding socket is cut off."""

    def __init__(self, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._left = float(BURST)
        self._at = clock()

    def count(self) -> None:
        """Count one message.

        Raises:
            Cut: there were too many.
        """
        now = self._clock()
        self._left = min(BURST, self._left + (now - self._at) * PER_SECOND)
        self._at = now
        if self._left < 1:
            raise Cut(Close.POLICY_VIOLATION, "Too many messages.")
        self._left -= 1
