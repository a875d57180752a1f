"""From draft to paid: what may follow what, and what a document's state is called."""

from __future__ import annotations

from datetime import date

from backend.billing.errors import WrongStage
from backend.billing.rules.kinds import DocumentKind, DocumentStatus, Stage


def require_stage(stage: Stage, *allowed: Stage) -> None:
    """Refuse a verb on a document that is at another stage.

    Raises:
        WrongStage
    """
    if stage not in allowed:
        raise WrongStage(("id",), stage=stage.value)


def require_kind(kind: DocumentKind, *allowed: DocumentKind) -> None:
    """Refuse a verb on a document of another kind.

    Raises:
        WrongStage
    """
    if kind not in allowed:
        raise WrongStage(("id",), stage=kind.value)


def status_of(
    kind: DocumentKind, stage: Stage, due: date | None, today: date, total: int, settled: int
) -> DocumentStatus:
    """Return what a document's state is called today; ``settled`` is paid or credited."""
    if stage is not Stage.ISSUED:
        return DocumentStatus(stage.value)
    if kind is DocumentKind.QUOTE:
        over = due is not None and due < today
        return DocumentStatus.EXPIRED if over else DocumentStatus.ISSUED
    if kind is DocumentKind.INVOICE and settled >= total:
        return DocumentStatus.PAID
    if kind is DocumentKind.INVOICE and settled > 0:
        return DocumentStatus.PARTLY_PAID
    return DocumentStatus.ISSUED


def is_overdue(status: DocumentStatus, kind: DocumentKind, due: date | None, today: date) -> bool:
    """Whether money should have come by now, by the seller's calendar."""
    return (
        kind is DocumentKind.INVOICE
        and status in (DocumentStatus.ISSUED, DocumentStatus.PARTLY_PAID)
        and due is not None
        and due < today
    )
