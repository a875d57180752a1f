"""GraphQL of timelines: parse → queries → wrap, nothing else.

types         an entry, and what it is about
fields        the query, and ``Contact.timeline``
subscription  a timeline as it grows
"""

from backend.timeline.schema.fields import TimelineQuery
from backend.timeline.schema.subscription import TimelineSubscription
from backend.timeline.schema.types import complete_topics

__all__ = ["TimelineQuery", "TimelineSubscription", "complete_topics"]
