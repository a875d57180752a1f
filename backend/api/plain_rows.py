"""Rows completed without graphql-core's ceremony, where nothing below them has a resolver.

For each field of each row graphql-core builds a path and an info; on a page of contacts nobody
reads them, and they are most of the page's time. Here a selection becomes, once per operation, one
function from a row to its dict. Whatever is unusual about a value sends the row the long way, and
so do its errors: answers are the same, which a test with random rows holds.
"""

from __future__ import annotations

from collections.abc import Awaitable, Mapping
from typing import Any

from graphql import (
    GraphQLAbstractType,
    GraphQLObjectType,
    GraphQLOutputType,
    get_nullable_type,
    is_list_type,
    is_non_null_type,
    is_object_type,
)
from strawberry.schema.schema import StrawberryGraphQLCoreExecutionContext
from strawberry.types import has_object_definition

from backend.api.plain_leaves import LONG_WAY, Complete, plain_attribute, plain_leaves


class PlainRowsExecutor(StrawberryGraphQLCoreExecutionContext):
    """Executes as its base does, plain rows and plain fields first."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._plans: dict[tuple[str, int], tuple[Any, Complete | None]] = {}

    def complete_object_value(
        self,
        return_type: GraphQLObjectType,
        field_details_list: Any,
        info: Any,
        path: Any,
        result: Any,
        position_context: Any,
    ) -> Any:
        """Answer a plain row at once."""
        plan = self._plan(return_type, field_details_list)
        if plan is not None:
            completed = plan(result)
            if completed is not LONG_WAY:
                return completed
        return super().complete_object_value(
            return_type, field_details_list, info, path, result, position_context
        )

    def complete_abstract_value(
        self,
        return_type: GraphQLAbstractType,
        field_details_list: Any,
        info: Any,
        path: Any,
        result: Any,
        position_context: Any,
    ) -> Any:
        """Answer a plain row of an interface at once, as the type whose row it is.

        Instances of Strawberry's own types go the long way: each of its types takes those of every
        other that shares an interface with it.
        """
        is_row = not has_object_definition(result)
        for named in self.schema.get_possible_types(return_type) if is_row else ():
            if named.is_type_of is not None and named.is_type_of(result, info) is True:
                plan = self._plan(named, field_details_list)
                completed = LONG_WAY if plan is None else plan(result)
                if completed is not LONG_WAY:
                    return completed
                break
        return super().complete_abstract_value(
            return_type, field_details_list, info, path, result, position_context
        )

    def execute_fields(
        self,
        parent_type: GraphQLObjectType,
        source_value: Any,
        path: Any,
        grouped_field_set: Mapping[str, Any],
        position_context: Any,
    ) -> Any:
        """Answer plain leaves at once and hand the rest to the base, keeping the order."""
        plain = plain_leaves(parent_type)
        results: dict[str, Any] = {}
        rest: dict[str, Any] = {}
        for response_name, details in grouped_field_set.items():
            known = plain.get(details[0].node.name.value)
            completed = LONG_WAY if known is None else known(source_value)
            results[response_name] = completed
            if completed is LONG_WAY:
                rest[response_name] = details
        if not rest:
            return results
        found: Any = super().execute_fields(parent_type, source_value, path, rest, position_context)
        return _merge_later(results, found) if self.is_awaitable(found) else _merge(results, found)

    def _plan(self, named: GraphQLObjectType, details: Any) -> Complete | None:
        key = named.name, id(details)
        known = self._plans.get(key)
        if known is None or known[0] is not details:
            # The list is kept with its plan, so that its identity is not given to another.
            known = self._plans[key] = details, self._compile(named, details)
        return known[1]

    def _compile(self, named: GraphQLObjectType, details: Any) -> Complete | None:
        plain = plain_leaves(named)
        entries: list[tuple[str, Complete]] = []
        for response_name, below in self.collect_subfields(named, details)[0].items():
            name = below[0].node.name.value
            complete = plain.get(name) or self._compile_field(named, name, below)
            if complete is None:
                return None
            entries.append((response_name, complete))
        return _row_completer(named, entries)

    def _compile_field(self, named: GraphQLObjectType, name: str, details: Any) -> Complete | None:
        if name == "__typename":
            return lambda _: named.name
        field = named.fields.get(name)
        attribute = plain_attribute(field) if field is not None else None
        if field is None or attribute is None:
            return None
        complete = self._compile_type(field.type, details)
        if complete is None:
            return None

        def read(row: Any) -> Any:
            try:
                return complete(getattr(row, attribute))
            except Exception:
                return LONG_WAY

        return read

    def _compile_type(self, kind: GraphQLOutputType, details: Any) -> Complete | None:
        inner = get_nullable_type(kind)
        nothing = LONG_WAY if is_non_null_type(kind) else None
        complete: Complete | None = None
        if is_list_type(inner):
            each = self._compile_type(inner.of_type, details)
            complete = None if each is None else _list_completer(each)
        elif is_object_type(inner):
            complete = self._plan(inner, details)
        if complete is None:
            return None
        return lambda value: nothing if value is None else complete(value)


def _row_completer(named: GraphQLObjectType, entries: list[tuple[str, Complete]]) -> Complete:
    is_type_of: Any = named.is_type_of

    def complete(row: Any) -> Any:
        if isinstance(row, Exception) or (is_type_of is not None and not is_type_of(row, None)):
            return LONG_WAY
        completed = {name: field(row) for name, field in entries}
        return LONG_WAY if LONG_WAY in completed.values() else completed

    return complete


def _list_completer(each: Complete) -> Complete:
    def complete(values: Any) -> Any:
        if type(values) is not list and type(values) is not tuple:
            return LONG_WAY
        completed = [each(value) for value in values]
        return LONG_WAY if any(item is LONG_WAY for item in completed) else completed

    return complete


def _merge(results: dict[str, Any], found: Mapping[str, Any]) -> dict[str, Any]:
    results.update(found)
    return {name: value for name, value in results.items() if value is not LONG_WAY}


async def _merge_later(
    results: dict[str, Any], found: Awaitable[Mapping[str, Any]]
) -> dict[str, Any]:
    return _merge(results, await found)
