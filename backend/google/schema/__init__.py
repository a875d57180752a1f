"""GraphQL of Google accounts: parse → service or queries → wrap, nothing else."""

from backend.google.schema import nodes
from backend.google.schema.mutation import GoogleMutation
from backend.google.schema.query import GoogleQuery

nodes.register()

__all__ = ["GoogleMutation", "GoogleQuery"]
