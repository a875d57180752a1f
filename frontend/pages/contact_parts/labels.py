"""The account's labels: read once per window, and made on the spot."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any
from uuid import uuid4
from weakref import WeakKeyDictionary

from frontend.client import OperationFailed
from frontend.components import Choice
from frontend.errors import explain, report
from frontend.hooks import use_store, use_task
from frontend.operations import load
from frontend.session import Session, current_session
from frontend.store import Store

Label = Mapping[str, Any]
Labels = tuple[Label, ...]

_stores: WeakKeyDictionary[Session, Store[Labels | None]] = WeakKeyDictionary()


def labels_of(session: Session) -> Store[Labels | None]:
    """Return the window's store of labels, None in it until they have been read."""
    return _stores.setdefault(session, Store[Labels | None](None))


async def read_labels(session: Session) -> None:
    """Read the labels anew."""
    try:
        data = await session.client.run(load("labels/list_labels"), {"search": None})
    except OperationFailed as error:
        report(error, session)
        return
    labels_of(session).set(tuple(data["labels"]))


def use_labels() -> Labels:
    """Return the labels by name; each component that begins to show them reads them anew."""
    session = current_session()
    labels: Labels | None = use_store(labels_of(session))

    async def read() -> None:
        await read_labels(session)

    use_task(read, [], loading=session)
    return labels or ()


async def create_label(
    session: Session, name: str, refuse: Callable[[str], None] | None = None
) -> Label | None:
    """Make a label and return it; what is refused is said to `refuse`, or in a toast."""
    values = {"name": name.strip(), "idempotencyKey": uuid4().hex}
    try:
        data = await session.client.run(load("labels/create_label"), {"input": values})
    except OperationFailed as error:
        report(error, session)
        return None
    payload = data["createLabel"]
    if payload["errors"]:
        words = explain(payload["errors"][0])
        if refuse is None:
            session.toasts.show(words, kind="error")
        else:
            refuse(words)
        return None
    label: Label = payload["label"]
    known = labels_of(session).value or ()
    labels_of(session).set((*known, label))
    return label


def label_choices(labels: Sequence[Label]) -> list[Choice]:
    """Return labels as a combobox offers them."""
    return [Choice(label["id"], label["name"], color=label["color"]) for label in labels]


async def change_labels(
    session: Session,
    selection: Mapping[str, Any],
    *,
    add: Sequence[str] = (),
    remove: Sequence[str] = (),
) -> int | None:
    """Put labels on contacts and take others off; return how many contacts changed, None when
    refused.
    """
    values = {"selection": selection, "add": list(add), "remove": list(remove)}
    try:
        data = await session.client.run(load("contacts/label_contacts"), {"input": values})
    except OperationFailed as error:
        report(error, session)
        return None
    payload = data["labelContacts"]
    if payload["errors"]:
        session.toasts.show(explain(payload["errors"][0]), kind="error")
        return None
    return int(payload["changedCount"])
