"""Verbs of workflows.

boards          make, rename, delete and restore boards
steps           add, change and order steps
removing_steps  delete a step, its cards put elsewhere, and undo that
drafts          what is handed in, checked
adding          add a card
editing         change what is written on one
telling         say to somebody that a card is theirs
moving          move one
shelving        archive and delete, and back
placing         places between neighbours
standing        what a verb finds when it begins
finding         reads that others may use
following       how cards follow their contacts
erasing         for good; personal data
detailing       a card whose details are changed
checklist       points of a checklist
card_notes      notes on cards
card_files      files of cards
linking         further contacts, and labels
card_documents  quotes and invoices of cards
automations     what happens by itself: made, changed
setting_off     queueing what a card's coming sets off
settling        the same for paid invoices and accepted quotes
automating      running it, and trying it
purging         what was deleted on cards, erased
"""

from backend.workflows.service.adding import add_card
from backend.workflows.service.boards import (
    WorkflowWritten,
    create_workflow,
    delete_workflow,
    restore_workflow,
    update_workflow,
)
from backend.workflows.service.drafts import UNSET, CardChanges, CardDraft, PersonDraft
from backend.workflows.service.editing import update_card
from backend.workflows.service.erasing import purge_deleted_cards
from backend.workflows.service.moving import CardMove, Moved, move_card
from backend.workflows.service.placing import Beside
from backend.workflows.service.removing_steps import delete_step, restore_step
from backend.workflows.service.shelving import (
    archive_cards,
    delete_cards,
    restore_cards,
    unarchive_cards,
)
from backend.workflows.service.standing import CardsWritten, CardWritten
from backend.workflows.service.steps import (
    StepChanges,
    StepWritten,
    add_step,
    move_step,
    update_step,
)

__all__ = [
    "UNSET",
    "Beside",
    "CardChanges",
    "CardDraft",
    "CardMove",
    "CardWritten",
    "CardsWritten",
    "Moved",
    "PersonDraft",
    "StepChanges",
    "StepWritten",
    "WorkflowWritten",
    "add_card",
    "add_step",
    "archive_cards",
    "create_workflow",
    "delete_cards",
    "delete_step",
    "delete_workflow",
    "move_card",
    "move_step",
    "purge_deleted_cards",
    "restore_cards",
    "restore_step",
    "restore_workflow",
    "unarchive_cards",
    "update_card",
    "update_step",
    "update_workflow",
]
