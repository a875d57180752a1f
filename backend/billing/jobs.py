"""PDFs of what was issued."""

from __future__ import annotations

from typing import Any

from backend.billing.service.issue import RENDER
from backend.billing.service.pdfs import keep_pdf
from backend.core.jobs import job
from backend.core.permissions import Actor


@job(RENDER)
async def render_document(payload: dict[str, Any]) -> None:
    """Make and keep the PDF of an issued document. Run twice, it keeps one."""
    await keep_pdf(Actor.system(int(payload["account_id"])), int(payload["document_id"]))
