"""A document is parsed, limited, validated and priced once, then kept by its text."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
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
from backend.api.limits import (
    MAX_ROOT_FIELDS,
    MAX_TOKENS,
    LimitExceeded,
    check_counts,
)
from backend.api.shapes import Shape, shape_of
from backend.api.texts import check_literals

# One tuple for the life of the process: rules made per request would defeat the cache.
RULES = (*specified_rules, MaybeNullValidationRule, OneOfInputValidationRule)
MAX_ERRORS = 10
MAX_DOCUMENT_LENGTH = 100_000
KEPT_DOCUMENTS = 1000


@dataclass(frozen=True, slots=True)
class Operation:
    """One operation of a valid document."""

    document: DocumentNode
    node: OperationDefinitionNode
    shape: dict[str, Shape]
    cost: CostPlan

    @property
    def kind(self) -> OperationType:
        """Query, mutation or subscription."""
        return self.node.operation

    @property
    def root_field(self) -> FieldNode:
        """The first root field; a subscription has only this one."""
        return next(iter(self.shape.values())).occurrences[0][0]


class Documents:
    """Valid documents of one schema, the most recent ones kept."""

    def __init__(self, schema: GraphQLSchema) -> None:
        self._schema = schema
        self._kept: OrderedDict[str, dict[str, Operation]] = OrderedDict()

    def operation(self, text: str, name: str | None) -> Operation:
        """Return the named operation of a document, or its only one.

        Raises:
            RequestRefused: the document is malformed, too large or invalid, or there is no such
                operation in it.
        """
        operations = self._kept.get(text)
        if operations is None:
            operations = self._prepare(text)
            self._kept[text] = operations
            if len(self._kept) > KEPT_DOCUMENTS:
                self._kept.popitem(last=False)
        else:
            self._kept.move_to_end(text)
        return _choose(operations, name)

    def _prepare(self, text: str) -> dict[str, Operation]:
        if len(text) > MAX_DOCUMENT_LENGTH:
            raise _too_large("characters", MAX_DOCUMENT_LENGTH)
        try:
            document = parse(text, max_tokens=MAX_TOKENS)
            check_counts(document)
            check_literals(document)
            shapes = _shapes(document)
        except GraphQLError as error:
            raise RequestRefused(_with_code(error, errors.PARSE_FAILED)) from None
        except LimitExceeded as error:
            raise _too_large(error.limit, error.maximum) from None
        found = validate(self._schema, document, RULES, max_errors=MAX_ERRORS)
        if found:
            raise RequestRefused(*(_with_code(error, errors.VALIDATION_FAILED) for error in found))
        return {
            node.name.value if node.name else "": Operation(
                document, node, shape, CostPlan(self._schema, node, shape)
            )
            for node, shape in shapes
        }


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
