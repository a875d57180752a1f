"""GraphQL of workflows: parse → service or queries → wrap, nothing else.

types                    object types: boards, steps, cards
filter, arguments        which cards are asked for
reading                  what is asked of them, read ahead for all rows
board_inputs, card_inputs  what mutations take, and answer
board_mutation, card_mutation, query, subscription
"""

import backend.workflows.registrations  # noqa: F401 - contacts take their cards along
from backend.workflows.schema.board_mutation import BoardsMutation
from backend.workflows.schema.card_mutation import CardsMutation
from backend.workflows.schema.query import WorkflowsQuery
from backend.workflows.schema.subscription import WorkflowsSubscription

__all__ = ["BoardsMutation", "CardsMutation", "WorkflowsQuery", "WorkflowsSubscription"]
