"""A field whose resolver is called, at one place of an operation, and executions of that."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from inspect import isfunction
from typing import Any

from graphql import GraphQLObjectType, GraphQLResolveInfo
from graphql.execution.values import VariableValues
from strawberry.execution import optimized_is_awaitable
from strawberry.types.field import StrawberryField

from backend.api.plans.arguments import Arguments
from backend.api.plans.selected import Details, Selected, Unplanned
from backend.api.plans.variables import uses_variables
from backend.core.graphql.context import Context
from backend.core.graphql.selection import PlannedInfo, Selection

Complete = Callable[[Any, Any], Any]
"""Completes a value within an execution."""


class Site:
    """All occurrences of a field at one place, and how its resolver is called there."""

    def __init__(self, selected: Selected, parent: GraphQLObjectType, details: Details) -> None:
        self._selected = selected
        self._parent = parent
        self._nodes = [each.node for each in details]
        self.definition = parent.fields[self._nodes[0].name.value]
        self.name = f"{parent.name}.{self._nodes[0].name.value}"
        self._field = _field_of(self.definition, self.name)
        resolver = self._field.base_resolver
        assert resolver is not None  # noqa: S101 - as _field_of said
        plain: Any = resolver.wrapped_func
        self._call: Callable[..., Any] = plain if isfunction(plain) else resolver
        self._takes_self = resolver.self_parameter is not None
        self._sources = [
            parameter.name
            for parameter in (resolver.parent_parameter, resolver.root_parameter)
            if parameter is not None
        ]
        info = resolver.info_parameter
        self._info_name = info.name if info is not None else None
        self._arguments = Arguments(selected.schema, self.definition, self._nodes[0], self._field)
        below = [each.selection_set for each in self._nodes if each.selection_set]
        self._sees_same = not any(uses_variables(each, selected.fragments) for each in below)
        self._selection: Selection | None = None

    @property
    def is_awaited(self) -> bool:
        """Whether the resolver is asynchronous."""
        return self._field.is_async

    def caller(self, execution: Execution) -> Callable[[Any], Any]:
        """Return what calls the resolver on a source within an execution.

        Raises:
            GraphQLError: a variable holds null where an argument must not be.
        """
        call, sources = self._call, self._sources
        given = self._arguments.of(execution.variables)
        if self._info_name is not None:
            given = {**given, self._info_name: self._info(execution)}
        if self._takes_self:
            return lambda source: call(source, **dict.fromkeys(sources, source), **given)
        return lambda source: call(**dict.fromkeys(sources, source), **given)

    def _info(self, execution: Execution) -> PlannedInfo:
        unknown: Any = None  # nobody asks where a field is, nor ends what others wait for
        variables: Any = execution.variables.coerced  # the plain values, as Strawberry has them
        raw: GraphQLResolveInfo[Any] = GraphQLResolveInfo(
            self._nodes[0].name.value,
            self._nodes,
            self.definition.type,
            self._parent,
            unknown,
            self._selected.schema,
            self._selected.fragments,
            None,
            self._selected.operation,
            variables,
            execution.context,
            optimized_is_awaitable,  # type: ignore[arg-type]
            None,
            unknown,
        )
        info = PlannedInfo(_raw_info=raw, _field=self._field)
        if self._sees_same:
            if self._selection is None:
                # Kept without the first caller's context, which nothing in it is read from.
                kept = PlannedInfo(_raw_info=raw._replace(context=None), _field=self._field)
                self._selection = Selection.of(kept)
            info.selection = self._selection
        return info


class Execution:
    """One execution of a planned operation: who asks, with which variables, what is awaited."""

    __slots__ = ("_callers", "_later", "context", "variables")

    def __init__(self, context: Context, variables: VariableValues) -> None:
        self.context = context
        self.variables = variables
        self._callers: dict[Site, Callable[[Any], Any]] = {}
        self._later: list[tuple[dict[str, Any], str, Any, Complete]] = []

    def at(self, site: Site) -> Callable[[Any], Any]:
        """Return what calls the resolver of a site on a source.

        Raises:
            GraphQLError: see :meth:`Site.caller`.
        """
        caller = self._callers.get(site)
        if caller is None:
            caller = self._callers[site] = site.caller(self)
        return caller

    def later(self, answer: dict[str, Any], name: str, call: Any, complete: Complete) -> None:
        """Put what a call answers into its place, once it is awaited."""
        self._later.append((answer, name, call, complete))

    async def finish(self) -> None:
        """Await all calls, those that come of them too.

        Raises:
            Exception: what one of them raised, or what is unusual about its answer.
        """
        while self._later:
            waiting, self._later = self._later, []
            found = await asyncio.gather(
                *(call for _, _, call, _ in waiting), return_exceptions=True
            )
            for (answer, name, _, complete), value in zip(waiting, found, strict=True):
                if isinstance(value, BaseException):
                    raise value
                answer[name] = complete(value, self)

    def close(self) -> None:
        """Forget calls that nobody awaits, when an answer turned out to be unusual."""
        for _, _, call, _ in self._later:
            call.close()


def _field_of(definition: Any, name: str) -> StrawberryField:
    """Return the field as Strawberry declares it, where its resolver is all that there is to it."""
    field = definition.extensions.get("strawberry-definition")
    if (
        not isinstance(field, StrawberryField)
        or field.base_resolver is None
        or field.extensions
        or field.permission_classes
    ):
        raise Unplanned(f"{name} has a resolver of its own")
    return field
