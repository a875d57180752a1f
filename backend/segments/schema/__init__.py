"""GraphQL of saved filters: parse → service or queries → wrap, nothing else.

types      object types and enums
inputs     what mutations take
fields     queries and mutations
"""

import backend.segments.registrations  # noqa: F401 - the schema's filters may name saved ones
from backend.segments.schema.fields import SegmentsMutation, SegmentsQuery

__all__ = ["SegmentsMutation", "SegmentsQuery"]
