"""The account's custom fields: read once per window, followed, and made on the spot."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import uuid4
from weakref import WeakKeyDictionary

from reactpy import component

from frontend.client import OperationFailed, UserError
from frontend.components import Option
from frontend.errors import explain, report
from frontend.hooks import use_changes, use_store, use_task
from frontend.locale import t, tn
from frontend.operations import load
from frontend.pages.contact_parts.shared_reading import SharedReading
from frontend.session import Session, current_session
from frontend.store import Store

Field = Mapping[str, Any]
Fields = tuple[Field, ...]
KINDS = ("TEXT", "NUMBER", "DATE", "URL")
KIND_ICONS = {"TEXT": "type", "NUMBER": "hash", "DATE": "calendar", "URL": "link"}

_stores: WeakKeyDictionary[Session, Store[Fields | None]] = WeakKeyDictionary()


def fields_of(session: Session) -> Store[Fields | None]:
    """Return the window's store of custom fields, None in it until they have been read."""
    return _stores.setdefault(session, Store[Fields | None](None))


def own_fields(session: Session) -> Fields:
    """Return the account's fields as the window knows them."""
    return fields_of(session).value or ()


async def read_fields(session: Session) -> None:
    """Read the fields anew."""
    try:
        data = await session.client.run(load("custom_fields/list_fields"))
    except OperationFailed as error:
        report(error, session)
        return
    fields_of(session).set(tuple(data["customFields"]))


_first_reading = SharedReading(read_fields)


async def know_fields(session: Session) -> Fields:
    """Return the fields, read once for all parts of a page that begin to show them together."""
    if fields_of(session).value is None:
        await _first_reading.join(session)
    return own_fields(session)


def use_fields() -> Fields:
    """Return the fields in their order; who shows them first has them read."""
    session = current_session()
    fields: Fields | None = use_store(fields_of(session))

    async def read() -> None:
        await know_fields(session)

    use_task(read, [], loading=session)
    return fields or ()


@component
def FollowFields() -> None:
    """Nothing to see: keeps the window's fields true, whoever changes them."""
    session = current_session()

    async def changed(event: Mapping[str, Any]) -> None:
        await read_fields(session)

    use_changes(("CUSTOM_FIELD",), changed)


def kind_words(kind: str) -> str:
    """Return the words of a type of field."""
    return {
        "TEXT": t("Text"),
        "NUMBER": t("Number"),
        "DATE": t("Date"),
        "URL": t("Link"),
    }[kind]


def kind_options() -> list[Option]:
    """Return the types as the options of a select."""
    return [Option(kind, kind_words(kind)) for kind in KINDS]


async def create_field(
    session: Session, name: str, kind: str
) -> tuple[Field | None, tuple[UserError, ...]]:
    """Make a field; return it, or the refusals."""
    values = {"name": name.strip(), "kind": kind, "idempotencyKey": uuid4().hex}
    payload = await _run(session, "create_field", values)
    if payload is None or payload["errors"]:
        return None, tuple(payload["errors"] if payload else ())
    await read_fields(session)
    return payload["customField"], ()


async def rename_field(session: Session, field: Field, name: str) -> tuple[UserError, ...]:
    """Give a field another name; return the refusals."""
    values = {"id": field["id"], "version": field["version"], "name": name}
    payload = await _run(session, "update_field", values)
    await read_fields(session)
    return tuple(payload["errors"] if payload else ())


async def order_fields(session: Session, ids: list[str]) -> None:
    """Put the fields in another order."""
    payload = await _run(session, "reorder_fields", {"ids": ids})
    _say_refusals(session, payload)
    await read_fields(session)


async def delete_field(session: Session, field: Field) -> bool:
    """Delete a field with its values, say so with an Undo, and return whether it was done."""
    payload = await _run(session, "delete_field", {"id": field["id"]})
    _say_refusals(session, payload)
    await read_fields(session)
    if payload is None or payload["errors"]:
        return False

    async def undo() -> None:
        restored = await _run(session, "restore_field", {"id": field["id"]})
        _say_refusals(session, restored)
        await read_fields(session)

    words = tn(
        "{name} was deleted; {count} contact lost its value",
        "{name} was deleted; {count} contacts lost their value",
        payload["affectedCount"],
        name=field["name"],
    )
    session.toasts.show(words, kind="success", undo=undo)
    return True


async def _run(session: Session, verb: str, values: dict[str, Any]) -> dict[str, Any] | None:
    operation = load(f"custom_fields/{verb}")
    try:
        data = await session.client.run(operation, {"input": values})
    except OperationFailed as error:
        report(error, session)
        return None
    payload: dict[str, Any] = data[operation.field]
    return payload


def _say_refusals(session: Session, payload: Mapping[str, Any] | None) -> None:
    for refusal in payload["errors"] if payload else ():
        session.toasts.show(explain(refusal), kind="error")
