"""The plans of one operation: one for each combination of its conditions."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Generic, TypeVar

import structlog
from graphql import DocumentNode, GraphQLSchema, OperationDefinitionNode, print_ast
from graphql.execution.values import VariableValues

from backend.api.kept_documents import Keeper, KeptDocuments
from backend.api.plans.selected import Selected, Unplanned, fragments_of
from backend.api.plans.variables import Variables, conditions_of

log = structlog.get_logger(__name__)
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class KeptPlans:
    """Where the plans of an operation are kept, as parts of its document, and what one takes."""

    _kept: KeptDocuments
    _text: str
    _operation: str
    _size_bytes: int

    def get(self, values: tuple[Any, ...]) -> Any:
        """Return the plan for some values of the conditions, or None."""
        return self._kept.get(self._key(values))

    def put(self, values: tuple[Any, ...], plan: Any, keeper: Keeper) -> None:
        """Keep a plan for who asked for it."""
        self._kept.put(self._key(values), plan, self._size_bytes, keeper, whole=self._text)

    def _key(self, values: tuple[Any, ...]) -> Hashable:
        return self._text, self._operation, values


class Variants(Generic[T]):
    """What ``make`` makes of an operation, made when a combination is first met and kept.

    Plans that were let go are made again: their functions are mostly those of others and compiled
    already, so that it costs less than graphql-core would.
    """

    def __init__(
        self,
        schema: GraphQLSchema,
        document: DocumentNode,
        operation: OperationDefinitionNode,
        make: Callable[[Selected], T],
        keeping: KeptPlans,
    ) -> None:
        self._schema = schema
        self._document = document
        self._operation = operation
        self._make = make
        self._keeping = keeping

    def coerce(self, given: Mapping[str, Any]) -> VariableValues:
        """Return the values of the operation's variables.

        Raises:
            RequestRefused: a variable is missing or not of its type.
        """
        return self._variables.coerce(given)

    def of(self, variables: VariableValues, keeper: Keeper = None) -> T:
        """Return the plan for the conditions that these variables decide.

        Raises:
            Unplanned: there is none, and why.
        """
        values = tuple(variables.coerced.get(name) for name in self.conditions)
        found: T | Unplanned | None = self._keeping.get(values)
        if found is None:
            found = self._made(values)
            self._keeping.put(values, found, keeper)
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
