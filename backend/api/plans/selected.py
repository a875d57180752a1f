"""What an operation asks for, with its conditions decided: fragments and directives laid out.

By graphql-core's own rules, so that fields stand in the same order and merge in the same way.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from graphql import (
    DocumentNode,
    FragmentDefinitionNode,
    GraphQLError,
    GraphQLObjectType,
    GraphQLSchema,
    OperationDefinitionNode,
)
from graphql.execution.collect_fields import (
    CollectedFields,
    FieldDetails,
    FragmentDetails,
    collect_fields,
    collect_subfields,
)
from graphql.execution.values import VariableValues

Details = list[FieldDetails]
"""All occurrences of one field at one place."""


class Unplanned(Exception):
    """What no plan answers; the message names the field or the reason, never a value."""


def fragments_of(document: DocumentNode) -> dict[str, FragmentDefinitionNode]:
    """Return the fragments of a document by name."""
    return {
        definition.name.value: definition
        for definition in document.definitions
        if isinstance(definition, FragmentDefinitionNode)
    }


class Selected:
    """The fields of an operation for one set of ``conditions``: the variables of its directives."""

    def __init__(
        self,
        schema: GraphQLSchema,
        operation: OperationDefinitionNode,
        fragments: dict[str, FragmentDefinitionNode],
        conditions: Mapping[str, Any],
    ) -> None:
        self.schema = schema
        self.operation = operation
        self.fragments = fragments
        self._details = {name: FragmentDetails(node) for name, node in fragments.items()}
        self._variables = VariableValues({}, dict(conditions))

    def roots(self, root: GraphQLObjectType) -> dict[str, Details]:
        """Return the root fields by response name.

        Raises:
            Unplanned
        """
        try:
            return _plain(
                collect_fields(self.schema, self._details, self._variables, root, self.operation)
            )
        except GraphQLError:
            raise Unplanned("a condition is null") from None

    def below(self, named: GraphQLObjectType, details: Details) -> dict[str, Details]:
        """Return the fields asked for on an object type, by response name.

        Raises:
            Unplanned
        """
        try:
            return _plain(
                collect_subfields(
                    self.schema, self._details, self._variables, self.operation, named, details
                )
            )
        except GraphQLError:
            raise Unplanned("a condition is null") from None


def _plain(collected: CollectedFields) -> dict[str, Details]:
    if collected.new_defer_usages:
        raise Unplanned("@defer")
    return collected.grouped_field_set
