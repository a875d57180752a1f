"""Finding quotes and invoices from the command palette."""

from __future__ import annotations

from frontend.components.command_palette import Found
from frontend.locale import format_money
from frontend.operations import load
from frontend.pages.document_builder.places import document_url
from frontend.pages.documents.words import Document, name_of
from frontend.session import Session

FOUND_LIMIT = 6


async def find_documents(session: Session, text: str) -> list[Found]:
    """Find documents by their number, client or title, the newest first."""
    asked = {"filter": {"search": text[:100]}, "first": FOUND_LIMIT}
    data = await session.client.run(load("billing/find_documents"), asked)
    return [_found(edge["node"]) for edge in data["billingDocuments"]["edges"]]


def _found(document: Document) -> Found:
    total = document["total"]
    words = [name_of(document), document["title"]]
    hints = [document["buyer"]["name"], format_money(int(total["minor"]), total["currency"])]
    return Found(
        document["id"],
        " · ".join(word for word in words if word),
        document_url(document["kind"], document["id"]),
        "receipt" if document["kind"] != "QUOTE" else "file-text",
        hint=" · ".join(hint for hint in hints if hint),
    )
