"""A document is parsed, limited, validated and priced once, then kept by its text for a while."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import lru_cache

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    GraphQLError,
    GraphQLSchema,
    OperationDefinitionNode,
    OperationType,
    parse,
    specified_rules,
    validate,
)
from strawberry.schema.validation_rules.maybe_null import MaybeNullValidationRule
from strawberry.schema.validation_rules.one_of import OneOfInputValidationRule

from backend.api import errors
from backend.api.cost import CostPlan
from backend.api.errors import RequestRefused, coded
from backend.api.kept_documents import Keeper, KeptDocuments
from backend.api.limits import (
    MAX_ROOT_FIELDS,
    MAX_TOKENS,
    LimitExceeded,
    check_counts,
    check_operations,
)
from backend.api.plans.planner import EventPlan, Plan, plan_events, plan_query
from backend.api.plans.variants import KeptPlans, Variants
from backend.api.shapes import Shape, shape_of
from backend.api.texts import check_literals, has_odd_literals

# One tuple for the life of the process: rules made per request would defeat the cache.
RULES = (*specified_rules, MaybeNullValidationRule, OneOfInputValidationRule)
MAX_ERRORS = 10
MAX_DOCUMENT_LENGTH = 100_000
KEPT_BYTES = 32 * 1024 * 1024
"""How much memory kept documents take with their plans, as estimated; the interface's own without
plans take two megabytes."""
_LARGEST_KEPT_BYTES = KEPT_BYTES // 16
_PART_BYTES = 700
"""Measured: what a token takes in the tree, and a field in the shape and the price."""
_PLANNED_BYTES = 1_400
"""Measured: what a field takes in a plan."""


@dataclass(frozen=True, slots=True)
class Operation:
    """One operation of a valid document."""

    document: DocumentNode
    node: OperationDefinitionNode
    shape: dict[str, Shape]
    cost: CostPlan
    plans: Variants[Plan] | None = None
    """Of a query whose document is kept: what is made for one execution does not pay."""
    event_plans: Variants[EventPlan] | None = None
    """The same of a subscription."""

    @property
    def name(self) -> str:
        """Empty without one."""
        return self.node.name.value if self.node.name else ""

    @property
    def kind(self) -> OperationType:
        """Query, mutation or subscription."""
        return self.node.operation

    @property
    def root_field(self) -> FieldNode:
        """The first root field; a subscription has only this one."""
        return next(iter(self.shape.values())).occurrences[0][0]


@dataclass(slots=True)
class _Prepared:
    """The operations of a valid document, and the memory they take without plans."""

    size_bytes: int
    operations: dict[str, Operation] = field(default_factory=dict)


class Documents:
    """Valid documents of one schema, the most recent ones kept."""

    def __init__(self, schema: GraphQLSchema) -> None:
        self._schema = schema
        self._kept = KeptDocuments(KEPT_BYTES)

    @property
    def kept_bytes(self) -> int:
        """How much memory is taken, as estimated."""
        return self._kept.size_bytes

    def operation(self, text: str, name: str | None, keeper: Keeper = None) -> Operation:
        """Return the named operation of a document, or its only one.

        What somebody unknown asks is not kept for later, so that it cannot push aside what others
        ask. Documents of one ``keeper`` push aside their own first.

        Raises:
            RequestRefused: the document is malformed, too large or invalid, or there is no such
                operation in it.
        """
        prepared: _Prepared | None = self._kept.get(text)
        if prepared is not None:
            return _choose(prepared.operations, name)
        prepared = self._prepare(text)
        if keeper != () and prepared.size_bytes <= _LARGEST_KEPT_BYTES:
            self._kept.put(text, prepared, prepared.size_bytes, keeper)
            return _choose(prepared.operations, name)
        return replace(_choose(prepared.operations, name), plans=None, event_plans=None)

    def _prepare(self, text: str) -> _Prepared:
        if len(text) > MAX_DOCUMENT_LENGTH:
            raise _too_large("characters", MAX_DOCUMENT_LENGTH)
        try:
            check_counts(text)
            document = parse(text, max_tokens=MAX_TOKENS)
            check_operations(document)
            if has_odd_literals(text):
                check_literals(document)
            shapes = _shapes(document)
        except GraphQLError as error:
            raise RequestRefused(_with_code(error, errors.PARSE_FAILED)) from None
        except LimitExceeded as error:
            raise _too_large(error.limit, error.maximum) from None
        found = validate(self._schema, document, RULES, max_errors=MAX_ERRORS)
        if found:
            raise RequestRefused(*(_with_code(error, errors.VALIDATION_FAILED) for error in found))
        fields = {id(node): _fields(shape.values()) for node, shape in shapes}
        parts = _tokens(document) + sum(fields.values())
        # Twice the text: the tokens of comments and strings hold theirs once more.
        prepared = _Prepared(2 * sys.getsizeof(text) + parts * _PART_BYTES)
        for node, shape in shapes:
            name = node.name.value if node.name else ""
            keeping = KeptPlans(self._kept, text, name, fields[id(node)] * _PLANNED_BYTES)
            prepared.operations[name] = self._operation(document, node, shape, keeping)
        return prepared

    def _operation(
        self,
        document: DocumentNode,
        node: OperationDefinitionNode,
        shape: dict[str, Shape],
        keeping: KeptPlans,
    ) -> Operation:
        found = Operation(document, node, shape, CostPlan(self._schema, node, shape))
        given = self._schema, document, node
        if node.operation is OperationType.QUERY:
            return replace(found, plans=Variants(*given, plan_query, keeping))
        if node.operation is OperationType.SUBSCRIPTION:
            return replace(found, event_plans=Variants(*given, plan_events, keeping))
        return found


@lru_cache(maxsize=4)
def documents_of(schema: GraphQLSchema) -> Documents:
    """Return the documents of a schema, which all who answer by it share."""
    return Documents(schema)


def _shapes(document: DocumentNode) -> list[tuple[OperationDefinitionNode, dict[str, Shape]]]:
    fragments = {
        definition.name.value: definition
        for definition in document.definitions
        if isinstance(definition, FragmentDefinitionNode)
    }
    shapes = []
    for definition in document.definitions:
        if isinstance(definition, OperationDefinitionNode):
            shape = shape_of(definition, fragments)
            if len(shape) > MAX_ROOT_FIELDS:
                raise LimitExceeded("root fields", MAX_ROOT_FIELDS)
            shapes.append((definition, shape))
    return shapes


def _tokens(document: DocumentNode) -> int:
    count, token = 0, document.loc and document.loc.start_token
    while token:
        count, token = count + 1, token.next
    return count


def _fields(shapes: Iterable[Shape]) -> int:
    return sum(len(shape.occurrences) + _fields(shape.children.values()) for shape in shapes)


def _choose(operations: dict[str, Operation], name: str | None) -> Operation:
    if name:
        if name not in operations:
            raise RequestRefused(
                coded("The document has no operation of this name.", errors.OPERATION_NOT_FOUND)
            )
        return operations[name]
    if len(operations) != 1:
        raise RequestRefused(
            coded(
                "Say with operationName which operation of the document is meant.",
                errors.OPERATION_NOT_FOUND,
            )
        )
    return next(iter(operations.values()))


def _too_large(limit: str, maximum: int) -> RequestRefused:
    return RequestRefused(
        coded(
            f"This document has more than {maximum} {limit}.",
            errors.LIMIT_EXCEEDED,
            limit=limit,
            maximum=maximum,
        )
    )


def _with_code(error: GraphQLError, code: str) -> GraphQLError:
    error.extensions = {**(error.extensions or {}), "code": code}
    return error
