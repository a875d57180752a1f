"""GraphQL of workflows: parse → service or queries → wrap, nothing else.

types                    object types: boards, steps, cards
filter, arguments        which cards are asked for
reading                  what is asked of them, read ahead for all rows
board_inputs, card_inputs  what mutations take, and answer
board_mutation, card_mutation, query, subscription
detail_types, detail_inputs   what cards hold: checklists, notes, files
detail_mutation, holding_mutation   what is done to those, and to contacts and labels of cards
detail_subscription      one card, and the cards of one contact, followed
automations, automation_types, automation_inputs   what happens by itself
documents                quotes and invoices of cards
contact_cards            ``Contact.cards``
numbers                  what a board's cards add up to
answered_cards           cards as mutations and subscriptions answer them
presence                 who looks at a board
"""

import backend.workflows.registrations
import backend.workflows.schema.contact_cards  # noqa: F401 - gives contacts their cards
from backend.workflows.schema.automations import AutomationsMutation, AutomationsQuery
from backend.workflows.schema.board_mutation import BoardsMutation
from backend.workflows.schema.card_mutation import CardsMutation
from backend.workflows.schema.detail_mutation import CardDetailsMutation
from backend.workflows.schema.detail_subscription import CardDetailsSubscription
from backend.workflows.schema.documents import CardDocumentsMutation
from backend.workflows.schema.holding_mutation import CardHoldingsMutation
from backend.workflows.schema.numbers import WorkflowNumbersQuery
from backend.workflows.schema.presence import PresenceMutation, PresenceSubscription
from backend.workflows.schema.query import WorkflowsQuery
from backend.workflows.schema.subscription import WorkflowsSubscription

__all__ = [
    "AutomationsMutation",
    "AutomationsQuery",
    "BoardsMutation",
    "CardDetailsMutation",
    "CardDetailsSubscription",
    "CardDocumentsMutation",
    "CardHoldingsMutation",
    "CardsMutation",
    "PresenceMutation",
    "PresenceSubscription",
    "WorkflowNumbersQuery",
    "WorkflowsQuery",
    "WorkflowsSubscription",
]
