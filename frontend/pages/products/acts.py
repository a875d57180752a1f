"""Deleting a product, with the words that say so and its undo."""

from __future__ import annotations

from typing import Any

from frontend.client import OperationFailed
from frontend.errors import explain, report
from frontend.locale import t
from frontend.operations import load
from frontend.pages.products.state import Product
from frontend.session import Session


async def delete_product(session: Session, product: Product) -> bool:
    """Take a product out of the catalogue, say so with an Undo; return whether it was done."""
    if not await _run(session, "delete_product", product["id"]):
        return False

    async def undo() -> None:
        await _run(session, "restore_product", product["id"])

    words = t("{name} was deleted", name=product["name"])
    session.toasts.show(words, kind="success", undo=undo)
    return True


async def _run(session: Session, verb: str, product_id: str) -> bool:
    operation = load(f"billing/{verb}")
    try:
        data = await session.client.run(operation, {"input": {"id": product_id}})
    except OperationFailed as error:
        report(error, session)
        return False
    payload: dict[str, Any] = data[operation.field]
    for refused in payload["errors"]:
        session.toasts.show(explain(refused), kind="error")
    return not payload["errors"]
