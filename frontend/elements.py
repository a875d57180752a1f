"""Elements as `reactpy.html` makes them, in a third of the time.

A page has a few hundred, and ReactPy asks of every attribute and every child what few of them are.
What is plain is taken as it is; the rest goes ReactPy's own way.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from inspect import CO_COROUTINE
from types import FunctionType, MethodType
from typing import Any

from reactpy import html
from reactpy.core.events import EventHandler
from reactpy.core.vdom import Vdom
from reactpy.types import Component, EventHandlerFunc, VdomDict

from frontend.fragments import Fragment, FragmentListElement, Target
from frontend.leaves import Leaf

_PLAIN = frozenset({str, int, float, bool, type(None), dict})
"""Types of attributes that no event is told to."""
_SINGLE = frozenset(
    {str, int, VdomDict, Component, Fragment, FragmentListElement, Leaf, type(None)}
)
"""Types of children that stand for themselves."""
_FUNCTIONS = frozenset({FunctionType, MethodType})
_SAID_IN_CODE = frozenset({"preventDefault", "stopPropagation", "debounce"})
"""What ReactPy looks for in the code of a handler."""
_COMMON = ("a", "button", "div", "form", "h2", "input", "label", "li", "p", "section", "span", "ul")
_slow: Callable[..., VdomDict] = Vdom.__call__


def make_fast() -> None:
    """Have every element be made the short way; what is made stays the same."""
    Vdom.__call__ = _call  # type: ignore[method-assign]
    for tag in _COMMON:
        setattr(html, tag, getattr(html, tag))  # found at once, without being asked for


def _call(self: Any, *given: Any) -> VdomDict:
    has_attributes = bool(given) and type(given[0]) is dict
    children = given[1:] if has_attributes else given
    parted = _parted(given[0]) if has_attributes else ({}, {})
    if parted is None or not _is_short(self, children):
        return _slow(self, *given)
    made = VdomDict.__new__(VdomDict)
    for name, part in (("children", list(children)), ("attributes", parted[0])):
        if part:
            dict.__setitem__(made, name, part)
    if parted[1]:
        dict.__setitem__(made, "eventHandlers", parted[1])
    dict.__setitem__(made, "tagName", self.__name__)
    return made


def _is_short(kind: Any, children: Sequence[Any]) -> bool:
    """Whether an element of this kind is made of its parts as they are."""
    if kind.custom_constructor or kind.import_source or (children and not kind.allow_children):
        return False
    return _SINGLE.issuperset(map(type, children))


def _parted(attributes: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any]] | None:
    """Return the attributes and the handlers, None where ReactPy must look at one of them."""
    plain: dict[str, Any] = {}
    handlers: dict[str, Any] = {}
    for name, value in attributes.items():
        kind = type(value)
        if kind is Target:
            handlers[name] = value
        elif kind in _FUNCTIONS and _is_simple(value):
            handlers[name] = _handler(value)
        elif kind in _PLAIN and (name[:2] != "on" or value is None):
            plain[name] = value
        else:
            return None
    return plain, handlers


def _is_simple(function: Any) -> bool:
    """Whether a handler says in its code nothing of what the browser is to do."""
    return _SAID_IN_CODE.isdisjoint(function.__code__.co_names) and not hasattr(
        function, "__wrapped__"
    )


def _handler(function: Any) -> EventHandler:
    """Return what `EventHandler` makes of a simple handler."""
    made = EventHandler.__new__(EventHandler)
    made.function = _answer(function)
    made.prevent_default = made.stop_propagation = False
    made.debounce = made.throttle = made.target = None
    return made


def _answer(function: Any) -> EventHandlerFunc:
    if function.__code__.co_flags & CO_COROUTINE:

        async def answer(data: Sequence[Any]) -> None:
            await function(*data)

    else:

        async def answer(data: Sequence[Any]) -> None:
            function(*data)

    return answer
