"""Arguments of fields below the roots: what is read ahead is found again by them."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from enum import Enum
from typing import Any

from graphql.execution.values import VariableValues, get_argument_values

from backend.core.graphql import Info


def frozen(value: Any) -> Hashable:
    """Return arguments, as the executor coerced them, as what a dictionary can have as its key."""
    if isinstance(value, Mapping):
        return tuple(sorted((name, frozen(each)) for name, each in value.items()))
    if isinstance(value, list):
        return tuple(map(frozen, value))
    found: Hashable = value.value if isinstance(value, Enum) else value
    return found


def asked_with(info: Info) -> Hashable:
    """Return the arguments of the field being resolved, as :func:`frozen` has them."""
    raw: Any = info._raw_info
    node, memo = raw.field_nodes[0], info.context.memo
    key = asked_with, raw.parent_type.name, id(node)
    if key not in memo:
        field = raw.parent_type.fields[raw.field_name]
        variables = VariableValues({}, raw.variable_values)
        memo[key] = frozen(get_argument_values(field, node, variables))
    found: Hashable = memo[key]
    return found
