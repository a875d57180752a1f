"""How much a caller may ask per minute, in the points that operations cost."""

from __future__ import annotations

import math
import time
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass

from backend.api.errors import RequestRefused, refused
from backend.core.errors import RateLimited

KEPT_CALLERS = 50_000


@dataclass(slots=True)
class _Bucket:
    points: float
    at: float


class RateLimits:
    """A bucket of points per caller that fills up again evenly.

    In memory: with several processes each counts by itself. ``per_minute`` 0 means no limit.
    """

    def __init__(self, per_minute: int, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._capacity = per_minute
        self._per_second = per_minute / 60
        self._clock = clock
        self._buckets: OrderedDict[Hashable, _Bucket] = OrderedDict()

    def spend(self, caller: Hashable, points: int) -> int | None:
        """Take points from a caller and return what is left, None without a limit.

        Raises:
            RequestRefused: there are not enough; it says when there will be.
        """
        if not self._capacity:
            return None
        bucket = self._refilled(caller)
        if bucket.points < points:
            wait = math.ceil((min(points, self._capacity) - bucket.points) / self._per_second)
            raise RequestRefused(
                refused([RateLimited(retry_after_seconds=wait)]),
                status=429,
                headers={"retry-after": str(wait)},
            )
        bucket.points -= points
        return int(bucket.points)

    def _refilled(self, caller: Hashable) -> _Bucket:
        now = self._clock()
        bucket = self._buckets.get(caller)
        if bucket is None:
            bucket = self._buckets[caller] = _Bucket(self._capacity, now)
            if len(self._buckets) > KEPT_CALLERS:
                self._buckets.popitem(last=False)
        else:
            self._buckets.move_to_end(caller)
            gained = (now - bucket.at) * self._per_second
            bucket.points = min(self._capacity, bucket.points + gained)
            bucket.at = now
        return bucket
