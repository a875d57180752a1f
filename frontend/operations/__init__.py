"""The GraphQL documents that the interface runs: one `.graphql` file per operation, in a folder per
domain.

    load("contacts/update_contact")  # contacts/update_contact.graphql, which holds UpdateContact

A fragment that several operations spread has a file of its own in its domain's `fragments/`; an
operation is loaded with those it needs.

Beside each document `python -m frontend.operations.generate` writes a module with the types of its
variables and of its result, and the loaded operation itself, checked against schema.graphql:

    from frontend.operations.contacts.update_contact import UpdateContact, update_contact
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Generic, TypeVar

from graphql import OperationDefinitionNode, parse

Data = TypeVar("Data", covariant=True)

FOLDER = Path(__file__).parent
_SPREAD = re.compile(r"\.\.\.\s*([A-Z]\w*)")


@dataclass(frozen=True, slots=True)
class Operation(Generic[Data]):
    """A document with one named operation, ready to run."""

    path: str
    """Where it is: `contacts/update_contact`."""
    name: str
    """The operation's own name: `UpdateContact`."""
    kind: str
    """`query`, `mutation` or `subscription`."""
    document: str

    @property
    def field(self) -> str:
        """The response key of the first field; mutations and subscriptions have only that."""
        return _first_field(self.document)


@cache
def load(path: str) -> Operation[Any]:
    """Return the operation of `frontend/operations/<path>.graphql`.

    Raises:
        FileNotFoundError: there is no such document.
        ValueError: the document does not hold exactly one named operation.
    """
    text = (FOLDER / f"{path}.graphql").read_text(encoding="utf-8")
    shared = shared_fragments()
    return parse_operation(path, "\n".join([text, *(shared[n] for n in spread(text, shared))]))


@cache
def shared_fragments(folder: Path = FOLDER) -> dict[str, str]:
    """Return the text of every fragment that has a file of its own, by the fragment's name."""
    texts = (file.read_text(encoding="utf-8") for file in sorted(folder.glob("*/fragments/*")))
    return {text.split(maxsplit=2)[1]: text for text in texts}


def spread(text: str, shared: Mapping[str, str]) -> list[str]:
    """Return the names of the shared fragments that a document spreads, itself or by another."""
    found: dict[str, None] = {}
    texts = [text]
    while texts:
        for name in _SPREAD.findall(texts.pop()):
            if name in shared and name not in found:
                found[name] = None
                texts.append(shared[name])
    return list(found)


def parse_operation(path: str, document: str) -> Operation[Any]:
    """Return the operation written in a document. Raises as `load` does."""
    definitions = [d for d in parse(document).definitions if isinstance(d, OperationDefinitionNode)]
    name = definitions[0].name if len(definitions) == 1 else None
    if name is None:
        raise ValueError(f"{path}.graphql must hold exactly one operation, and it must have a name")
    return Operation(path, name.value, definitions[0].operation.value, document)


@cache
def _first_field(document: str) -> str:
    for definition in parse(document).definitions:
        if isinstance(definition, OperationDefinitionNode):
            selection: Any = definition.selection_set.selections[0]
            return str((selection.alias or selection.name).value)
    raise ValueError("The document holds no operation.")
