"""Characters and numbers that no database column can hold are refused at the door."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from graphql import DocumentNode, GraphQLError, IntValueNode, StringValueNode, Visitor, visit

from backend.api import errors
from backend.api.errors import RequestRefused, coded, refused
from backend.core.errors import InvalidCharacters

MAX_NESTING = 50
MAX_VALUES = 25_000
"""In all variables: more than twice the longest list that any operation takes."""
MAX_DIGITS = 400
"""More than any number that can be stored has; Python refuses to read thousands."""
_ODD = re.compile(rf"\\u|\x00|[\ud800-\udfff]|[0-9]{{{MAX_DIGITS}}}")


def check_variables(variables: Mapping[str, Any]) -> None:
    """Refuse NUL and lone surrogates. Other control characters are the domains' matter, who name
    the field in the payload.

    Raises:
        RequestRefused: there is one, or the variables are nested deeper than 50 levels, or hold
            more values than a server can look at while others wait.
    """
    if not variables:
        return
    count = 0
    pending: list[tuple[Any, tuple[str, ...]]] = [(variables, ())]
    while pending:
        value, path = pending.pop()
        if isinstance(value, str):
            if not is_storable(value):
                raise RequestRefused(refused([InvalidCharacters(path)]))
            continue
        if value is None or not isinstance(value, (dict, list, Mapping)):
            continue
        if len(path) > MAX_NESTING:
            raise _too_much(
                f"The variables are nested deeper than {MAX_NESTING} levels.",
                "nesting of variables",
                MAX_NESTING,
            )
        count += len(value)
        if count > MAX_VALUES:
            raise _too_much(
                f"The variables have more than {MAX_VALUES} values.",
                "values of variables",
                MAX_VALUES,
            )
        if isinstance(value, list):
            pending.extend((item, (*path, str(place))) for place, item in enumerate(value))
        else:
            pending.extend((item, (*path, str(name))) for name, item in value.items())
            pending.extend((name, path) for name in value)


def _too_much(message: str, limit: str, maximum: int) -> RequestRefused:
    return RequestRefused(
        coded(message, errors.LIMIT_EXCEEDED, limit=limit, maximum=maximum),
    )


def has_odd_literals(text: str) -> bool:
    """Whether a document may hold what :func:`check_literals` refuses; most do not."""
    return _ODD.search(text) is not None


def check_literals(document: DocumentNode) -> None:
    """Refuse the same characters in a document's own texts, and numbers too long to be read.

    Raises:
        GraphQLError: there is one.
    """
    visit(document, _Literals())


def is_storable(text: str) -> bool:
    """Whether a text can be kept and sent as UTF-8 by every part."""
    if "\x00" in text:
        return False
    if text.isascii():
        return True
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


class _Literals(Visitor):
    def enter_int_value(self, node: IntValueNode, *_: object) -> None:
        if len(node.value) > MAX_DIGITS:
            raise GraphQLError(f"A number has more than {MAX_DIGITS} digits.", node)

    def enter_string_value(self, node: StringValueNode, *_: object) -> None:
        if not is_storable(node.value):
            raise GraphQLError("A text holds a character that cannot be kept.", node)
