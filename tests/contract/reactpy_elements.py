"""A mypy plugin: an element of ReactPy is called in one way, not in two that say the same.

ReactPy declares `html.div` with two overloads, the second of which takes anything. mypy tries each
with every argument, and the elements inside an element again for each: three quarters of the time
that the pages took, for verdicts that no argument could change.
"""

from __future__ import annotations

from collections.abc import Callable

from mypy.nodes import ARG_STAR
from mypy.plugin import AttributeContext, Plugin
from mypy.types import AnyType, CallableType, Instance, Overloaded, Type, TypeOfAny, get_proper_type

CONSTRUCTORS = ("reactpy._html.HtmlConstructor.", "reactpy._html.SvgConstructor.")
MAKER = "reactpy.types.VdomConstructor"


class Elements(Plugin):
    """Whatever makes an element takes any attributes and children."""

    def get_attribute_hook(self, fullname: str) -> Callable[[AttributeContext], Type] | None:
        return _called_one_way if fullname.startswith(CONSTRUCTORS) else None


def _called_one_way(context: AttributeContext) -> Type:
    maker = get_proper_type(context.default_attr_type)
    if not isinstance(maker, Instance) or maker.type.fullname != MAKER:
        return maker
    call = maker.type.get("__call__")
    ways = get_proper_type(call.type) if call else None
    if not isinstance(ways, Overloaded):
        return maker
    anything = AnyType(TypeOfAny.explicit)
    function = context.api.named_generic_type("builtins.function", [])
    return CallableType([anything], [ARG_STAR], [None], ways.items[0].ret_type, function)


def plugin(version: str) -> type[Plugin]:
    """Return what mypy asks of the file."""
    return Elements
