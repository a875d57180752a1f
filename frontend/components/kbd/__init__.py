"""Keys of the keyboard, as they are written on it."""

from __future__ import annotations

from functools import cache

from reactpy import html

from frontend.fragments import Fragment, constant

_NAMES = {"Mod": "Ctrl", "ArrowUp": "↑", "ArrowDown": "↓", "Enter": "↵", "Escape": "Esc"}


@cache
def Kbd(*keys: str) -> Fragment:
    """Draw the keys of a shortcut: `Kbd("Mod+K")` (pressed together), `Kbd("g", "c")` (one after
    the other).

    `Mod` is Ctrl, or ⌘ where the browser says it runs on a Mac.
    """
    return constant(
        html.span(
            {"className": "kbd-group", "aria-hidden": "true"},
            *(
                html.kbd(
                    {"className": "kbd", "data-mod": "" if part == "Mod" else None}, _written(part)
                )
                for key in keys
                for part in key.split("+")
            ),
        )
    )


def _written(key: str) -> str:
    return _NAMES.get(key, key.upper() if len(key) == 1 else key)
