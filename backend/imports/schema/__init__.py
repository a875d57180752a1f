"""GraphQL of imports: parse → service or queries → wrap, nothing else.

enums, types, inputs          what goes out and comes in
presenting                    a kept import → what the types show
query, mutation, subscription the fields
nodes                         reading an import again by its global id
"""

from backend.imports.schema import nodes
from backend.imports.schema.mutation import ImportsMutation
from backend.imports.schema.query import ImportsQuery
from backend.imports.schema.subscription import ImportsSubscription

nodes.register()

__all__ = ["ImportsMutation", "ImportsQuery", "ImportsSubscription"]
