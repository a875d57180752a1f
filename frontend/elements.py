"""Elements as `reactpy.html` makes them, in a third of the time.

A page has a few hundred, and ReactPy asks of every attribute and every child what few of them are.
What is plain is taken as it is; the rest goes ReactPy's own way.
"""

from __future__ import annotations

from typing import Any

from reactpy import html
from reactpy.core.vdom import Vdom
from reactpy.types import Component, VdomDict

from frontend.fragments import Fragment, FragmentListElement

_PLAIN = frozenset({str, int, float, bool, type(None), dict})
"""Types of attributes that no event is told to."""
_SINGLE = frozenset({str, int, VdomDict, Component, Fragment, FragmentListElement, type(None)})
"""Types of children that stand for themselves."""
_COMMON = ("a", "button", "div", "form", "h2", "input", "label", "li", "p", "section", "span", "ul")
_slow = Vdom.__call__


def make_fast() -> None:
    """Have every element be made the short way; what is made stays the same."""
    Vdom.__call__ = _call  # type: ignore[method-assign]
    for tag in _COMMON:
        setattr(html, tag, getattr(html, tag))  # found at once, without being asked for


def _call(self: Vdom, *given: Any) -> VdomDict:
    attributes: dict[str, Any]
    if given and type(given[0]) is dict:
        attributes, children = given[0], given[1:]
    else:
        attributes, children = {}, given
    if self.custom_constructor or self.import_source or (children and not self.allow_children):
        return _slow(self, *given)
    for child in children:
        if type(child) not in _SINGLE:
            return _slow(self, *given)
    for name, value in attributes.items():
        if type(value) not in _PLAIN or (name[:2] == "on" and value is not None):
            return _slow(self, *given)
    made = VdomDict.__new__(VdomDict)
    if children:
        dict.__setitem__(made, "children", list(children))
    if attributes:
        dict.__setitem__(made, "attributes", attributes.copy())
    dict.__setitem__(made, "tagName", self.__name__)
    return made
