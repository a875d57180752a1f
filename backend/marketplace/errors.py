"""Refusals about leads."""

from __future__ import annotations

from backend.core.errors import Refusal


class LeadUnreachable(Refusal):
    """A lead needs an e-mail or a phone of whoever asks."""

    code = "LEAD_UNREACHABLE"


class BudgetInvalid(Refusal):
    """The budget is negative or beyond all measure. Parameters: ``maximum`` minor units."""

    code = "BUDGET_INVALID"
