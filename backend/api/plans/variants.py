"""The plans of one operation: one for each combination of its conditions."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Mapping
from functools import cached_property
from typing import Any, Generic, TypeVar

import structlog
from graphql import DocumentNode, GraphQLSchema, OperationDefinitionNode, print_ast
from graphql.execution.values import VariableValues

from backend.api.plans.selected import Selected, Unplanned, fragments_of
from backend.api.plans.variables import Variables, conditions_of

log = structlog.get_logger(__name__)
MAX_VARIANTS = 64
"""Plans kept for one operation: the combinations met most recently."""
T = TypeVar("T")


class Variants(Generic[T]):
    """What ``make`` makes of an operation, made when a combination is first met and kept.

    ``afford`` is asked before each whether there is memory for one more. Without, or beyond
    ``MAX_VARIANTS``, the one that was used longest ago makes room: their functions are mostly the
    same and compiled already, so that making it again costs less than graphql-core would.
    """

    def __init__(
        self,
        schema: GraphQLSchema,
        document: DocumentNode,
        operation: OperationDefinitionNode,
        make: Callable[[Selected], T],
        afford: Callable[[], bool],
    ) -> None:
        self._schema = schema
        self._document = document
        self._operation = operation
        self._make = make
        self._afford = afford
        self._known: OrderedDict[tuple[Any, ...], T | Unplanned] = OrderedDict()

    def coerce(self, given: Mapping[str, Any]) -> VariableValues:
        """Return the values of the operation's variables.

        Raises:
            RequestRefused: a variable is missing or not of its type.
        """
        return self._variables.coerce(given)

    def of(self, variables: VariableValues) -> T:
        """Return the plan for the conditions that these variables decide.

        Raises:
            Unplanned: there is none, and why.
        """
        values = tuple(variables.coerced.get(name) for name in self.conditions)
        found = self._known.get(values)
        if found is None:
            if len(self._known) >= MAX_VARIANTS or not self._afford():
                if not self._known:
                    raise Unplanned("no memory for a plan")
                self._known.popitem(last=False)
            found = self._known[values] = self._made(values)
        elif self.conditions:
            self._known.move_to_end(values)
        if isinstance(found, Unplanned):
            raise found
        return found

    def _made(self, values: tuple[Any, ...]) -> T | Unplanned:
        conditions = dict(zip(self.conditions, values, strict=True))
        try:
            return self._make(Selected(self._schema, self._operation, self._fragments, conditions))
        except Unplanned as reason:
            # Raised again and again: without the frames of where it was found.
            return reason.with_traceback(None)
        except Exception:
            # A defect of ours must not take away what graphql-core can answer.
            log.exception("planning_failed", operation=print_ast(self._operation)[:2000])
            return Unplanned("planning failed")

    @cached_property
    def _variables(self) -> Variables:
        return Variables(self._schema, self._operation)

    @cached_property
    def _fragments(self) -> Any:
        return fragments_of(self._document)

    @cached_property
    def conditions(self) -> tuple[str, ...]:
        """The variables by which parts of the operation are included or skipped."""
        return conditions_of(self._operation.selection_set, self._fragments)
