"""A strip that tells how far a long piece of work has come; it holds nobody up.

Any page may draw one inside of `ProgressStrips`, the corner of the window where they are piled.
"""

from __future__ import annotations

from reactpy import html
from reactpy.types import VdomDict

from frontend.components.button import Button, IconButton
from frontend.components.elements import Child, Handler
from frontend.components.icon import Icon
from frontend.locale import format_number, t

_ICONS = {"running": "loader-circle", "done": "circle-check", "failed": "circle-alert"}


def ProgressStrips(*strips: Child) -> VdomDict:
    """Draw the corner where strips are piled, the newest nearest to the edge."""
    return html.div(
        {"className": "progress-strips", "role": "region", "aria-label": t("Work in progress")},
        *strips,
    )


def ProgressStrip(
    words: str,
    *,
    done: int = 0,
    total: int | None = None,
    state: str = "running",
    key: str,
    on_cancel: Handler | None = None,
    on_undo: Handler | None = None,
    on_close: Handler | None = None,
    more: Child = None,
    busy: bool = False,
) -> VdomDict:
    """Draw one strip.

    Args:
        words: what is being done, or what has come of it.
        done: how much of `total` is behind; without a total nobody knows yet.
        state: `running`, `done` or `failed`.
        on_cancel: stops it; on_undo takes it back; on_close puts the strip away.
        more: a link or a line under the words.
        busy: while its own button is being answered.
    """
    running = state == "running"
    return html.div(
        {"className": f"progress-strip progress-strip-{state}", "key": key},
        html.div(
            {"className": "progress-strip-line"},
            Icon(_ICONS[state]),
            html.p({"className": "progress-strip-words", "role": "status"}, words),
            Button(t("Stop"), small=True, on_click=on_cancel, busy=busy) if on_cancel else None,
            Button(t("Undo"), small=True, on_click=on_undo, busy=busy) if on_undo else None,
            IconButton("x", t("Close"), small=True, on_click=on_close) if on_close else None,
        ),
        _bar(words, done, total) if running else None,
        html.div({"className": "progress-strip-more"}, more) if more else None,
    )


def _bar(words: str, done: int, total: int | None) -> VdomDict:
    if not total:
        return html.progress({"className": "progress-strip-bar", "aria-label": words})
    counted = t("{done} of {total}", done=format_number(done), total=format_number(total))
    return html.div(
        {"className": "progress-strip-measure"},
        html.progress(
            {
                "className": "progress-strip-bar",
                "max": total,
                "value": min(done, total),
                "aria-label": words,
            }
        ),
        html.span({"className": "progress-strip-count"}, counted),
    )
