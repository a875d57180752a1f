"""Commands that run for long: how far they are, and no search for garbage meanwhile."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

_YOUNG_OBJECTS = 100_000


@contextmanager
def long_run() -> Iterator[None]:
    """Collect cyclic garbage seldom, and never in what was there before.

    Rows and drafts hold no cycles: they go as soon as nobody needs them. Looking through the
    product's own modules for garbage again and again took a quarter of the time of an import.
    """
    before = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(_YOUNG_OBJECTS, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()


def progress_bar(console: Console) -> Progress:
    """Return a bar that shows how far a command is, and how long it will still take."""
    return Progress(
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        TaskProgressColumn(),
        TimeRemainingColumn(),
        console=console,
    )
