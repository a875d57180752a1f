"""What this domain refuses, by code."""

from __future__ import annotations

from backend.core.errors import Refusal


class TooManyWorkflows(Refusal):
    """The account has all the boards it may have. Parameters: ``maximum``."""

    code = "TOO_MANY_WORKFLOWS"


class TooManySteps(Refusal):
    """The board has all the steps it may have. Parameters: ``maximum``."""

    code = "TOO_MANY_STEPS"


class StepHasCards(Refusal):
    """The step has cards, archived ones included: say where they go. Parameters: ``count``."""

    code = "STEP_HAS_CARDS"


class StepGone(Refusal):
    """The step was deleted: choose another."""

    code = "STEP_GONE"


class WonStepNeeded(Refusal):
    """A board has exactly one step for what is won."""

    code = "WON_STEP_NEEDED"


class LastStep(Refusal):
    """A board has at least one step beside its outcomes."""

    code = "LAST_STEP"


class LostStepTaken(Refusal):
    """The board has its step for what is lost."""

    code = "LOST_STEP_TAKEN"


class OutcomeFixed(Refusal):
    """The steps for what is won and lost stand last."""

    code = "OUTCOME_FIXED"


class WorkflowDeleted(Refusal):
    """The board was deleted: restore it first."""

    code = "WORKFLOW_DELETED"


class CardArchived(Refusal):
    """The card was archived: unarchive it first."""

    code = "CARD_ARCHIVED"


class CardDeleted(Refusal):
    """The card was deleted: restore it first."""

    code = "CARD_DELETED"


class NeighbourInvalid(Refusal):
    """Not a card to stand beside: the card itself, or one where another was named."""

    code = "NEIGHBOUR_INVALID"


class NeighbourGone(Refusal):
    """The card to stand beside is not in that step any more."""

    code = "NEIGHBOUR_GONE"


class ContactGivenTwice(Refusal):
    """A contact was named, and another to be made."""

    code = "CONTACT_GIVEN_TWICE"


class CardUnnamed(Refusal):
    """A card needs a title or a contact."""

    code = "CARD_UNNAMED"


class ValueOutOfRange(Refusal):
    """The value is negative or beyond all measure. Parameters: ``maximum`` minor units."""

    code = "VALUE_OUT_OF_RANGE"


class NotLost(Refusal):
    """Only a card in the lost step has a reason for it."""

    code = "NOT_LOST"


class StaleDaysInvalid(Refusal):
    """Cards are stale after a day at least. Parameters: ``maximum`` days."""

    code = "STALE_DAYS_INVALID"


class DueDaysInvalid(Refusal):
    """A task would be due before the card came, or in another age. Parameters: ``maximum`` days."""

    code = "DUE_DAYS_INVALID"


class StepTheSame(Refusal):
    """An automation would move cards to the step that they come to."""

    code = "STEP_THE_SAME"


class AutomationBroken(Refusal):
    """What the automation needs is gone: its label, saved reply, member or step."""

    code = "AUTOMATION_BROKEN"
