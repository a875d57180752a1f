"""Entries of a timeline as reads return them: a fact of the log, and what it says."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from backend.core.change_log import Change
from backend.core.graphql.facts import FactRow, shown_payload
from backend.core.ids import encode_id

_SHOWN_APART = frozenset({"title", "excerpt", "changes"})
_PARTS = {"emails": "email", "phones": "phone", "addresses": "address"}
"""How the changes of parts of a list's items begin: ``emailStatus``."""


@dataclass(frozen=True, slots=True)
class FieldChangeRow:
    """What became of a field; both lists are empty when that is not known."""

    field: str
    name: str | None = None
    type: str | None = None
    before: list[str] = dataclasses.field(default_factory=list)
    after: list[str] = dataclasses.field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Called:
    """What labels and custom fields are called now, by global id: for facts that do not say."""

    labels: Mapping[str, str] = dataclasses.field(default_factory=dict)
    fields: Mapping[str, str] = dataclasses.field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class EntryRow(FactRow):
    """An entry, with the properties that the schema's fields are read from."""

    called: Called

    @property
    def topic(self) -> str:
        """The type of what it is about."""
        return self.change.subject_type

    @property
    def subject_id(self) -> str:
        """The global id of what it is about."""
        return encode_id(self.change.subject_type, self.change.subject_id)

    @property
    def title(self) -> str | None:
        """What the thing is called."""
        return self.change.payload.get("title") or None

    @property
    def excerpt(self) -> str | None:
        """How its text begins."""
        return self.change.payload.get("excerpt") or None

    @property
    def changes(self) -> list[FieldChangeRow]:
        """What became of which fields."""
        payload = self.change.payload
        detailed = [FieldChangeRow(**each) for each in payload.get("changes", ())]
        if self.change.subject_type != "Contact":
            return detailed
        return [*detailed, *self._undetailed(payload, {each.field for each in detailed})]

    def _undetailed(self, payload: Mapping[str, Any], told: set[str]) -> Iterator[FieldChangeRow]:
        """Yield what the fact says changed without saying from what to what: of an act on very
        many contacts, or written before facts said so."""
        if "labels" not in told and ("added" in payload or "removed" in payload):
            texts = [
                sorted(filter(None, map(self.called.labels.get, payload.get(key, ()))))
                for key in ("removed", "added")
            ]
            yield FieldChangeRow("labels", before=texts[0], after=texts[1])
        for name in payload.get("fields", ()):
            if name == "customValues":
                if "customValue" not in told:
                    yield from self._undetailed_values(payload)
            elif not any(one == name or one.startswith(_PARTS.get(name, name)) for one in told):
                yield FieldChangeRow(name)

    def _undetailed_values(self, payload: Mapping[str, Any]) -> Iterator[FieldChangeRow]:
        for key in payload.get("custom_fields", ()):
            yield FieldChangeRow("customValue", self.called.fields.get(key))

    @property
    def payload(self) -> dict[str, Any]:
        """The rest of the fact, in the schema's names and global ids."""
        return shown_payload(self.change, _SHOWN_APART)

    @property
    def request_id(self) -> str:
        """The request that did it."""
        return self.change.request_id


def undetailed_names(change: Change) -> tuple[list[str], list[str]]:
    """Return the global ids of labels and of custom fields that a fact names by these alone."""
    payload = change.payload
    if payload.get("changes"):
        return [], []
    labels = [*payload.get("added", ()), *payload.get("removed", ())]
    return labels, list(payload.get("custom_fields", ()))
