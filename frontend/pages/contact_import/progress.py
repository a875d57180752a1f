"""How far the server is with an import: a bar, rows, how fast, how long still."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field
from time import monotonic
from typing import Any, Literal

from reactpy import component, html, use_ref
from reactpy.types import VdomDict

from frontend.hooks import use_store
from frontend.locale import format_number, format_percent, format_wait, t, tn
from frontend.pages.contact_import.one_import import OneImport

LOOK_BACK_SECONDS = 10.0
LEAST_SECONDS = 1.5
"""Before that nothing is said of the pace."""


@dataclass
class Pace:
    """How fast something goes on, by its last seconds."""

    seen: deque[tuple[float, int, int]] = field(default_factory=deque)

    def take(self, at: float, rows: int, done: int) -> None:
        """Note how far it is at a moment, in seconds."""
        if self.seen and done < self.seen[-1][2]:
            self.seen.clear()  # another run began
        if not self.seen or done > self.seen[-1][2]:
            self.seen.append((at, rows, done))
        while len(self.seen) > 2 and at - self.seen[0][0] > LOOK_BACK_SECONDS:
            self.seen.popleft()

    def rows_per_second(self) -> float | None:
        """Return how many rows a second, None while that cannot be said."""
        return self._rate(1)

    def seconds_left(self, total: int) -> float | None:
        """Return how long it still takes, None while that cannot be said."""
        rate = self._rate(2)
        return None if not rate else (total - self.seen[-1][2]) / rate

    def _rate(self, what: int) -> float | None:
        if len(self.seen) < 2:
            return None
        first, last = self.seen[0], self.seen[-1]
        seconds = last[0] - first[0]
        return None if seconds < LEAST_SECONDS else (last[what] - first[what]) / seconds


Counted = Literal["rows", "contacts"]
"""What an import goes through, and what its undo does."""


@component
def ProgressBar(one: OneImport, label: str, counted: Counted = "rows") -> VdomDict:
    """The bar of what the server does with the import now."""
    pace: Pace = use_ref(Pace()).current
    progress: Mapping[str, Any] | None = use_store(
        one.shown, lambda found: found["progress"] if found else None
    )
    done, total = (progress["done"], progress["total"]) if progress else (0, 0)
    count = done if counted == "contacts" or progress is None else progress["rows"]
    part = min(done / total, 1.0) if total else 0.0
    pace.take(monotonic(), count, done)
    return html.div(
        {"className": "import-progress"},
        html.div(
            {
                "className": "import-bar",
                "role": "progressbar",
                "aria-label": label,
                "aria-valuemin": 0,
                "aria-valuemax": 100,
                "aria-valuenow": int(part * 100),
                "aria-valuetext": format_percent(part),
                "style": {"--arrived": f"{part:.4f}"},
            }
        ),
        html.p(
            {"className": "import-amounts"},
            " · ".join(_words(part, count_words(counted, count, total), total, pace)),
        ),
    )


def count_words(counted: Counted, count: int, total: int) -> list[str]:
    """Return how many it has gone through, nothing before the first.

    How many rows a file has is known at its end; how many contacts an undo goes through, before.
    """
    if not count:
        return []
    if counted == "contacts":
        done = format_number(count)
        return [tn("{done} of {count} contact", "{done} of {count} contacts", total, done=done)]
    return [tn("{count} row", "{count} rows", count)]


def _words(part: float, counted: list[str], total: int, pace: Pace) -> list[str]:
    if not total:
        return [t("Waiting for its turn…")]
    words = [format_percent(part), *counted]
    if counted and (rate := pace.rows_per_second()):
        words.append(t("{count} a second", count=format_number(round(rate))))
    left = pace.seconds_left(total)
    if left is not None and part < 1:
        words.append(t("{time} left", time=format_wait(max(1, round(left)))))
    return words
