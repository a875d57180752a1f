"""GraphQL of tasks: parse → service or queries → wrap, nothing else.

types         object types and enums
inputs        what mutations take, and answer
query, mutation, subscription
feeds         the secret address of a person's calendar
contact       fields of ``Contact``
"""

import backend.tasks.registrations  # noqa: F401 - contacts take their tasks along
from backend.tasks.schema import contact  # noqa: F401 - fields of Contact
from backend.tasks.schema.feeds import FeedsMutation, FeedsQuery
from backend.tasks.schema.mutation import TasksMutation
from backend.tasks.schema.query import TasksQuery
from backend.tasks.schema.subscription import TasksSubscription

__all__ = [
    "FeedsMutation",
    "FeedsQuery",
    "TasksMutation",
    "TasksQuery",
    "TasksSubscription",
]
