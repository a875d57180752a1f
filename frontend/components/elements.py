"""What components are made of: the types of children and handlers, and joining class names and
attributes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from inspect import Parameter, signature
from typing import Any, TypeAlias

from reactpy.types import Component, VdomDict

from frontend.fragments import Fragment, Target

Child: TypeAlias = "VdomDict | Component | Fragment | str | None"
Handler: TypeAlias = "Target | Callable[..., Any]"
"""An event handler: a function of the event (or of nothing), or a fixed target."""
Attributes: TypeAlias = Mapping[str, Any]


def classes(*names: str | bool | None) -> str:
    """Join class names, leaving out what is empty: `classes("chip", small and "chip-small")`."""
    return " ".join(name for name in names if isinstance(name, str) and name)


def merged(attributes: Attributes | None, **more: Any) -> dict[str, Any]:
    """Return attributes with more of them, leaving out those that are None; given ones win, class
    names are joined.
    """
    result = {name: value for name, value in more.items() if value is not None}
    result |= attributes or {}
    if names := classes(more.get("className"), (attributes or {}).get("className")):
        result["className"] = names
    return result


def listener(handler: Handler | None) -> Any:
    """Let a handler that takes no argument be used for an event."""
    if handler is None or isinstance(handler, Target):
        return handler
    wanted = handler

    async def call(event: Mapping[str, Any]) -> None:
        outcome = wanted(event) if _takes_argument(wanted) else wanted()
        if outcome is not None and hasattr(outcome, "__await__"):
            await outcome

    return call


def _takes_argument(function: Callable[..., Any]) -> bool:
    kinds = (Parameter.POSITIONAL_ONLY, Parameter.POSITIONAL_OR_KEYWORD, Parameter.VAR_POSITIONAL)
    return any(p.kind in kinds for p in signature(function).parameters.values())
