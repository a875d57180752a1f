"""Workflows to begin with, in the language of whoever makes one."""

from __future__ import annotations

from dataclasses import dataclass

from backend.core.locale import DEFAULT_LOCALE
from backend.labels.rules import LabelColor
from backend.workflows.rules.kinds import StepKind, WorkflowTemplate


@dataclass(frozen=True, slots=True)
class StepDraft:
    """A step to make."""

    name: str
    color: LabelColor
    kind: StepKind = StepKind.OPEN
    stale_after_days: int | None = None


_OPEN = (LabelColor.BLUE, LabelColor.INDIGO, LabelColor.PURPLE, LabelColor.AMBER)
_STALE = {WorkflowTemplate.SALES: 14, WorkflowTemplate.SUPPORT: 7}
_NAMES: dict[str, dict[WorkflowTemplate, tuple[str, ...]]] = {
    "en": {
        WorkflowTemplate.SALES: (
            *("Sales", "Lead", "In contact", "Proposal", "Negotiation"),
            *("Won", "Lost"),
        ),
        WorkflowTemplate.WEB_PROJECT: (
            *("Web projects", "Brief", "Design", "Build", "Review"),
            *("Online", "Cancelled"),
        ),
        WorkflowTemplate.SUPPORT: (
            *("Support", "New", "In progress", "Waiting for the client"),
            *("Solved", "Not solved"),
        ),
        WorkflowTemplate.EMPTY: ("New board", "To do", "Done"),
    },
    "fr": {
        WorkflowTemplate.SALES: (
            *("Ventes", "Piste", "En contact", "Proposition", "Négociation"),
            *("Gagné", "Perdu"),
        ),
        WorkflowTemplate.WEB_PROJECT: (
            *("Projets web", "Brief", "Design", "Réalisation", "Relecture"),
            *("En ligne", "Annulé"),
        ),
        WorkflowTemplate.SUPPORT: (
            *("Assistance", "Nouveau", "En cours", "En attente du client"),
            *("Résolu", "Non résolu"),
        ),
        WorkflowTemplate.EMPTY: ("Nouveau tableau", "À faire", "Terminé"),
    },
    "it": {
        WorkflowTemplate.SALES: (
            *("Vendite", "Opportunità", "In contatto", "Proposta", "Trattativa"),
            *("Vinto", "Perso"),
        ),
        WorkflowTemplate.WEB_PROJECT: (
            *("Progetti web", "Brief", "Design", "Realizzazione", "Revisione"),
            *("Online", "Annullato"),
        ),
        WorkflowTemplate.SUPPORT: (
            *("Assistenza", "Nuovo", "In corso", "In attesa del cliente"),
            *("Risolto", "Non risolto"),
        ),
        WorkflowTemplate.EMPTY: ("Nuova bacheca", "Da fare", "Fatto"),
    },
}
"""The board's own name, its open steps, then its outcomes: the win, and the loss if it has one."""


def template_name(template: WorkflowTemplate, locale: str) -> str:
    """Return what a board made from a template is called unless somebody says otherwise."""
    return _names(template, locale)[0]


def template_steps(template: WorkflowTemplate, locale: str) -> list[StepDraft]:
    """Return the steps that a board made from a template begins with."""
    names = _names(template, locale)[1:]
    outcomes = 1 if template is WorkflowTemplate.EMPTY else 2
    opens, ends = names[:-outcomes], names[-outcomes:]
    stale = _STALE.get(template)
    steps = [
        StepDraft(name, color, stale_after_days=stale)
        for name, color in zip(opens, _OPEN, strict=False)
    ]
    steps.append(StepDraft(ends[0], LabelColor.GREEN, StepKind.WON))
    steps += [StepDraft(name, LabelColor.GRAY, StepKind.LOST) for name in ends[1:]]
    return steps


def _names(template: WorkflowTemplate, locale: str) -> tuple[str, ...]:
    return _NAMES.get(locale, _NAMES[DEFAULT_LOCALE])[template]
