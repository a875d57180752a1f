"""What of somebody's documents the law keeps, and what ends with them: for the domains above."""

from backend.billing.queries.ending import DocumentsAtEnd, documents_at_end

__all__ = ["DocumentsAtEnd", "documents_at_end"]
