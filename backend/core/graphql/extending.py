"""Fields that a domain gives to a type of a domain below it.

``@extend(Contact, description="…")`` above an async function of (reading, arguments) that returns
a mapping from ids to values makes a field of the function's name. It is called once for all rows of
a page: at most a statement or two, whatever their number.
"""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable, Hashable, Mapping
from enum import Enum
from typing import Any, TypeVar, get_args, get_type_hints

import strawberry
from strawberry.annotation import StrawberryAnnotation
from strawberry.types.base import get_object_definition
from strawberry.utils.str_converters import to_camel_case

from backend.core.added_fields import Arguments, AskedField, Read
from backend.core.graphql.fields import without_null_defaults
from backend.core.graphql.selection import Selection

R = TypeVar("R", bound=Read)
_added: dict[type, dict[str, Read]] = {}


def extend(target: type, *, description: str) -> Callable[[R], R]:
    """Add a field to an object type; called while modules load, before the schema is built.

    The function's return annotation is ``Mapping[int, <the field's type>]``; a row that is not in
    what it returns has null. Its arguments may be null, texts, numbers, enums, which come as their
    values, and lists of those, which come as tuples.

    The rows of the type are Extensible.
    """

    def declare(read: R) -> R:
        name: str = read.__name__
        _added.setdefault(target, {})[to_camel_case(name)] = read
        signature = inspect.signature(read)
        parameters = list(signature.parameters.values())[1:]
        value = get_args(get_type_hints(read, include_extras=True)["return"])[1]
        if parameters:
            field = strawberry.field(
                resolver=_resolver(read, parameters, value), description=description
            )
        else:
            field = strawberry.field(description=description)
            field.type_annotation = StrawberryAnnotation(value)
        field.python_name = name
        field.origin = target
        definition = get_object_definition(target, strict=True)
        definition.fields.append(field)
        return read

    return declare


def asked_fields(target: type, selection: Selection) -> frozenset[AskedField]:
    """Return the added fields of a type that a selection on it asks for."""
    return frozenset(
        AskedField(read.__name__, read, _arguments(read, given), inside.paths, inside)
        for field, read in _added.get(target, {}).items()
        for inside in (selection.at(field),)
        for given in selection.arguments(field)
    )


def _arguments(read: Read, given: Mapping[str, Any]) -> Arguments:
    names = list(inspect.signature(read).parameters)[1:]
    return _frozen({name: given.get(to_camel_case(name)) for name in names})


def _resolver(read: Read, parameters: list[inspect.Parameter], value: Any) -> Any:
    name: str = read.__name__

    @functools.wraps(read)
    def resolve(root: Any, **arguments: Any) -> Any:
        return root.added[name, _frozen(arguments)] if _frozen(arguments) else root.added[name]

    row = inspect.Parameter(
        "root", inspect.Parameter.POSITIONAL_OR_KEYWORD, annotation="strawberry.Parent[Any]"
    )
    signature = inspect.Signature([row, *parameters], return_annotation=value)
    resolve.__signature__ = without_null_defaults(signature)  # type: ignore[attr-defined]
    return resolve


def _frozen(arguments: Mapping[str, Any]) -> Arguments:
    return tuple(
        (name, _plain(value))
        for name, value in sorted(arguments.items())
        if value is not None and value is not strawberry.UNSET
    )


def _plain(value: Any) -> Hashable:
    if isinstance(value, list):
        return tuple(map(_plain, value))
    plain: Hashable = value.value if isinstance(value, Enum) else value
    return plain
