"""The schema as data: what introspection answers, arranged for reading."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

TypeRef = Mapping[str, Any]


class Hit(NamedTuple):
    """What a search found, in its type; `name` is empty for the type itself."""

    type: str
    name: str


@dataclass(frozen=True)
class Reference:
    """The types of a schema by name, and which of them the operations begin with."""

    types: Mapping[str, Mapping[str, Any]]
    roots: Mapping[str, str]
    """`query`, `mutation`, `subscription` → the type's name."""

    @classmethod
    def parse(cls, schema: Mapping[str, Any]) -> Reference:
        """Read `__schema` of explorer/introspect.graphql; introspection's types are left out."""
        types = {
            found["name"]: found for found in schema["types"] if not found["name"].startswith("__")
        }
        roots = {
            kind: schema[f"{kind}Type"]["name"]
            for kind in ("query", "mutation", "subscription")
            if schema.get(f"{kind}Type")
        }
        return cls(types, roots)

    def of_kind(self, *kinds: str) -> list[str]:
        """Return the names of the types of these kinds, sorted, without the roots."""
        roots = set(self.roots.values())
        return sorted(
            name
            for name, found in self.types.items()
            if found["kind"] in kinds and name not in roots
        )

    def search(self, text: str, limit: int = 60) -> list[Hit]:
        """Return types and their parts whose name holds `text`, exact beginnings first."""
        wanted = text.casefold().strip()
        if not wanted:
            return []
        hits = [hit for hit in self._everything() if wanted in (hit.name or hit.type).casefold()]
        hits.sort(key=lambda hit: (_rank(hit.name or hit.type, wanted), bool(hit.name), hit))
        return hits[:limit]

    def _everything(self) -> Iterator[Hit]:
        for name, found in self.types.items():
            yield Hit(name, "")
            for part in parts_of(found):
                yield Hit(name, part["name"])


def parts_of(found: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """Return the fields, input fields or values of a type."""
    return [*(found["fields"] or ()), *(found["inputFields"] or ()), *(found["enumValues"] or ())]


def type_text(reference: TypeRef) -> tuple[str, str, str]:
    """Return what stands before a type's name, the name, what stands behind: `[`, `Tag`, `!]!`."""
    if reference["kind"] == "NON_NULL":
        before, name, after = type_text(reference["ofType"])
        return before, name, f"{after}!"
    if reference["kind"] == "LIST":
        before, name, after = type_text(reference["ofType"])
        return f"[{before}", name, f"{after}]"
    return "", reference["name"], ""


def _rank(name: str, wanted: str) -> int:
    folded = name.casefold()
    if folded == wanted:
        return 0
    return 1 if folded.startswith(wanted) else 2
