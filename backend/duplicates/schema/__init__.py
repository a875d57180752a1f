"""GraphQL of duplicates: parse → service or queries → wrap, nothing else.

types, inputs    what goes out and comes in
query, mutation  the fields; what happens to pairs is followed with ``changes``
nodes            reading a pair again by its global id
"""

from backend.duplicates.schema import nodes
from backend.duplicates.schema.mutation import DuplicatesMutation
from backend.duplicates.schema.query import DuplicatesQuery

nodes.register()

__all__ = ["DuplicatesMutation", "DuplicatesQuery"]
