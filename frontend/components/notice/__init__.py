"""A notice inside a page: something to know, something done, something wrong."""

from __future__ import annotations

from typing import Literal

from reactpy import html
from reactpy.types import VdomDict

from frontend.components.elements import Child
from frontend.components.icon import Icon

_ICONS = {
    "info": "info",
    "success": "circle-check",
    "warning": "triangle-alert",
    "error": "circle-alert",
}


def Notice(
    *children: Child,
    kind: Literal["info", "success", "warning", "error"] = "info",
    action: Child = None,
) -> VdomDict:
    """Draw a notice; errors and warnings are read out when they appear."""
    return html.div(
        {
            "className": f"notice notice-{kind}",
            "role": "alert" if kind in ("error", "warning") else "status",
        },
        Icon(_ICONS[kind]),
        html.div({"className": "notice-words"}, *children),
        action,
    )
