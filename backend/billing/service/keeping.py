"""What of somebody's documents the law keeps, and what ends with them: for the domains above."""

from backend.billing.queries.ending import DocumentsAtEnd, documents_at_end, documents_to_purge
from backend.billing.service.retention import claim_documents, keep_documents, purge_document

__all__ = [
    "DocumentsAtEnd",
    "claim_documents",
    "documents_at_end",
    "documents_to_purge",
    "keep_documents",
    "purge_document",
]
