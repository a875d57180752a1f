"""The plan of one operation: its root fields and what completes them."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from backend.api.plans.compiling import Compiler
from backend.api.plans.selected import Selected, Unplanned
from backend.api.plans.sites import Complete, Execution, Site


@dataclass(frozen=True, slots=True)
class Root:
    """A root field."""

    answered: str
    site: Site
    complete: Complete
    _sources: list[str]

    @property
    def source(self) -> str:
        """The Python that ``complete`` is made of, to be read."""
        return "\n".join(self._sources)


class Plan:
    """What answers an operation whose conditions are decided.

    Everything was checked before: the document, its cost, and who asks. Root fields check their
    permission themselves, as they do for graphql-core.
    """

    def __init__(self, roots: list[Root], constants: Mapping[str, Any], order: list[str]) -> None:
        self.roots = roots
        self._constants = constants
        self._order = order

    async def resolve(self, execution: Execution) -> dict[str, Any]:
        """Return what the resolvers of the root fields answered, or raised, by response name.

        Raises:
            GraphQLError: an argument is not what it must be; nothing ran. Not if every root's site
                was asked for its caller before.
        """
        callers = [execution.at(root.site) for root in self.roots]
        if len(callers) < 2:
            found = [await _caught(caller(None)) for caller in callers]
        else:
            found = await asyncio.gather(*(_caught(caller(None)) for caller in callers))
        return {root.answered: value for root, value in zip(self.roots, found, strict=True)}

    async def complete(self, resolved: Mapping[str, Any], execution: Execution) -> dict[str, Any]:
        """Return the answer's data.

        Raises:
            Exception: something in it is unusual; graphql-core must complete it.
        """
        found = dict(self._constants)
        try:
            for root in self.roots:
                found[root.answered] = root.complete(resolved[root.answered], execution)
            await execution.finish()
        finally:
            execution.close()
        return found if not self._constants else {name: found[name] for name in self._order}

    def refused(self, resolved: Mapping[str, Any]) -> str:
        """Return which root field raised what, or nothing."""
        for root in self.roots:
            value = resolved[root.answered]
            if isinstance(value, Exception):
                return f"{root.site.name} raised {type(value).__name__}"
        return ""


async def _caught(call: Any) -> Any:
    try:
        return await call
    except Exception as error:
        return error


@dataclass(frozen=True, slots=True)
class EventPlan:
    """What completes the events of a subscription."""

    answered: str
    name: str
    _complete: Complete
    _sources: list[str]

    async def complete(self, event: Any, execution: Execution) -> dict[str, Any]:
        """Return the data of one event's answer.

        Raises:
            Exception: something in it is unusual; graphql-core must complete it.
        """
        try:
            answer = {self.answered: self._complete(event, execution)}
            await execution.finish()
        finally:
            execution.close()
        return answer


def plan_events(selected: Selected) -> EventPlan:
    """Return the plan of a subscription.

    Raises:
        Unplanned
    """
    root = selected.schema.subscription_type
    assert root is not None  # noqa: S101 - the operation is valid
    [(answered, details), *others] = selected.roots(root).items()
    name = details[0].node.name.value
    if others or name.startswith("__"):
        raise Unplanned("introspection")
    complete, sources = Compiler(selected).complete(root.fields[name].type, details)
    return EventPlan(answered, f"{root.name}.{name}", complete, sources)


def plan_query(selected: Selected) -> Plan:
    """Return the plan of a query.

    Raises:
        Unplanned
    """
    root = selected.schema.query_type
    assert root is not None  # noqa: S101 - the operation is valid
    roots: list[Root] = []
    constants: dict[str, Any] = {}
    fields = selected.roots(root)
    for answered, details in fields.items():
        name = details[0].node.name.value
        if name == "__typename":
            constants[answered] = root.name
            continue
        if name.startswith("__"):
            raise Unplanned("introspection")
        site = Site(selected, root, details)
        if not site.is_awaited:
            raise Unplanned(f"{root.name}.{name} is not awaited")
        complete, sources = Compiler(selected).complete(site.definition.type, details)
        roots.append(Root(answered, site, complete, sources))
    return Plan(roots, constants, list(fields))
