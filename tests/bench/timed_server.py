"""The server with a clock on its rendering: `python -m tests.bench.timed_server FILE serve …`.

On SIGUSR1 it writes into FILE the processor seconds that layouts have taken so far to turn
components into what is sent; reading data, sockets and compression are not in them.
"""

from __future__ import annotations

import signal
import sys
import time
from pathlib import Path
from typing import Any

import orjson

from backend.cli.main import main
from frontend.layout import FragmentLayout

_spent = 0.0


def keep_time() -> None:
    """Add up what every round of rendering takes."""
    render = FragmentLayout._render_due

    def timed(layout: FragmentLayout) -> list[Any]:
        global _spent
        started = time.thread_time()
        try:
            return render(layout)
        finally:
            _spent += time.thread_time() - started

    FragmentLayout._render_due = timed  # type: ignore[method-assign,assignment]


if __name__ == "__main__":
    told = Path(sys.argv.pop(1))
    keep_time()
    signal.signal(signal.SIGUSR1, lambda *_: told.write_bytes(orjson.dumps(_spent)) and None)
    main()
