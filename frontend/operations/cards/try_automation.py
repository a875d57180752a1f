"""What try_automation.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import TypedDict

from frontend.operations import Operation, load


class TryAutomationVariables(TypedDict):
    id: str


class TryAutomationAutomationDryRunPreviewsCard(TypedDict):
    id: str
    name: str


class TryAutomationAutomationDryRunPreviews(TypedDict):
    card: TryAutomationAutomationDryRunPreviewsCard
    problem: str | None


class TryAutomationAutomationDryRun(TypedDict):
    cardCount: int
    previews: list[TryAutomationAutomationDryRunPreviews]


class TryAutomation(TypedDict):
    automationDryRun: TryAutomationAutomationDryRun | None


try_automation: Operation[TryAutomation] = load("cards/try_automation")
