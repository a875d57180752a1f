"""One schema out of the domains' parts."""

from __future__ import annotations

from collections.abc import Iterable

import strawberry
from strawberry.schema.config import StrawberryConfig

from backend.api.changes.subjects import complete_subject_types
from backend.api.descriptions import describe_from_docstrings
from backend.core.graphql.errors import complete_error_codes
from backend.core.graphql.scalars import SCALARS
from backend.timeline.schema import complete_topics


def build_schema(
    query: type, mutation: type, subscription: type, types: Iterable[type] = ()
) -> strawberry.Schema:
    """Return the schema of these roots. ``types`` are those that only ``node`` can answer with."""
    complete_error_codes()
    complete_subject_types()
    complete_topics()
    schema = strawberry.Schema(
        query,
        mutation,
        subscription,
        types=tuple(types),
        config=StrawberryConfig(scalar_map=SCALARS),
    )
    describe_from_docstrings(schema)
    return schema
