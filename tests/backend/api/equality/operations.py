"""Operations drawn at random from a schema: valid, and as odd as clients may write them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from graphql import (
    GraphQLField,
    GraphQLInterfaceType,
    GraphQLNonNull,
    GraphQLSchema,
    GraphQLUnionType,
    get_named_type,
    get_nullable_type,
    is_composite_type,
    is_leaf_type,
    is_non_null_type,
    is_required_argument,
)

from tests.backend.api.equality.tape import Tape
from tests.backend.api.equality.values import WRONG, Known, Values, Written, printed, thing_of

DEEPEST = 9
MOST_FIELDS = 36
MOST_DIRECTIVES = 30
ALIASES = ("a", "b", "id", "name", "node", "_")
Path = tuple[str, ...]
Named = tuple[Path, str, str]
"""Where a field answers, under which name, and what it is: two that differ may not share a name."""


@dataclass(frozen=True, slots=True)
class Asked:
    """An operation as a client sends it."""

    document: str
    variables: dict[str, Any]
    fields: list[tuple[str, str]] = field(default_factory=list)
    """All that is asked for: the type, and the field's name."""


@dataclass(slots=True)
class _Fragment:
    name: str
    about: str
    text: str = ""
    named: list[Named] = field(default_factory=list)
    """With paths from the fragment on."""


class _Writer:
    """Writes one operation."""

    def __init__(self, tape: Tape, schema: GraphQLSchema, known: Known) -> None:
        self._tape = tape
        self._schema = schema
        self._known = known
        self._values = Values(tape, known)
        self._left = 2 + tape.below(MOST_FIELDS)
        self._directives = MOST_DIRECTIVES
        self._declared: list[str] = []
        self._given: dict[str, Any] = {}
        self._flags: list[str] = []
        self._fragments: list[_Fragment] = []
        self._open: list[tuple[_Fragment, int]] = []
        self._taken: dict[Path, dict[str, str]] = {}
        self._aliases = 0
        self._asked: list[tuple[str, str]] = []
        self._hint: list[str] = []

    def operation(self) -> Asked:
        """Write a query."""
        return self._asked_as("query", self._selection(self._schema.query_type, ()))

    def subscription(self, name: str, arguments: str) -> Asked:
        """Write a subscription of a field."""
        root = self._schema.subscription_type
        assert root is not None
        self._asked.append((root.name, name))
        self._hint.append("")
        below = self._selection(get_named_type(root.fields[name].type), (name,))
        return self._asked_as("subscription", f"{{ {name}{arguments} {below} }}")

    def mutation(self, name: str, variables: dict[str, Any]) -> Asked:
        """Write a mutation of a field that is given these values."""
        root = self._schema.mutation_type
        assert root is not None
        field = root.fields[name]
        self._declared += [f"${key}: {field.args[key].type}" for key in variables]
        self._given |= variables
        self._asked.append((root.name, name))
        self._hint.append("")
        arguments = ", ".join(f"{key}: ${key}" for key in variables)
        below = self._selection(get_named_type(field.type), (name,))
        return self._asked_as("mutation", f"{{ {name}({arguments}) {below} }}")

    def _asked_as(self, kind: str, body: str) -> Asked:
        declared = f"({', '.join(self._declared)})" if self._declared else ""
        fragments = "".join(
            f"\nfragment {each.name} on {each.about} {each.text}" for each in self._fragments
        )
        return Asked(f"{kind} Q{declared} {body}{fragments}", self._given, self._asked)

    # Selections

    def _selection(self, parent: Any, path: Path) -> str:
        parts = []
        for _ in range(1 + self._tape.below(6 if path else 4)):
            if self._left <= 0:
                break
            parts.append(self._part(parent, path))
        return "{ " + (" ".join(parts) or self._typename(path)) + " }"

    def _part(self, parent: Any, path: Path) -> str:
        is_abstract = isinstance(parent, GraphQLInterfaceType | GraphQLUnionType)
        kind = self._tape.below(12)
        if kind == 9 or (is_abstract and kind >= 3):
            return self._inline(parent, path)
        if kind >= 10:
            return self._spread(parent, path)
        if kind == 8:
            return self._typename(path)
        return self._field(parent, path)

    def _typename(self, path: Path) -> str:
        self._left -= 1
        name = self._named(path, "__typename", "__typename String!")
        return f"{name}__typename{self._conditions()}"

    def _field(self, parent: Any, path: Path) -> str:
        fields = list(getattr(parent, "fields", {}).items())
        if len(path) >= DEEPEST:
            fields = [each for each in fields if is_leaf_type(get_named_type(each[1].type))]
        if not fields:
            return self._typename(path)
        if not path:
            # Lists and things answer more than single values: they are asked for twice as often.
            fields += [each for each in fields if is_composite_type(get_named_type(each[1].type))]
        name, definition = self._tape.pick(fields)
        self._left -= 1
        self._asked.append((parent.name, name))
        arguments, hint = self._arguments(name, definition)
        alias = self._named(path, name, f"{name}{arguments} {definition.type}")
        text = f"{alias}{name}{arguments}{self._conditions()}"
        below = get_named_type(definition.type)
        if not is_composite_type(below):
            return text
        self._hint.append(hint)
        text += " " + self._selection(below, (*path, alias.removesuffix(": ") or name))
        self._hint.pop()
        return text

    def _inline(self, parent: Any, path: Path) -> str:
        about = self._condition(parent)
        named = self._schema.get_type(about) if about else parent
        head = f"... on {about}" if about else "..."
        return f"{head}{self._conditions()} {self._selection(named, path)}"

    def _spread(self, parent: Any, path: Path) -> str:
        about = self._condition(parent) or parent.name
        for known in self._fragments:
            is_open = any(each is known for each, _ in self._open)
            if known.about == about and not is_open and self._fits(known, path):
                for below, name, what in known.named:
                    self._take((*path, *below), name, what)
                return f"...{known.name}{self._conditions()}"
        fragment = _Fragment(f"F{len(self._fragments)}", about)
        self._fragments.append(fragment)
        self._open.append((fragment, len(path)))
        conditions = self._conditions()
        fragment.text = self._selection(self._schema.get_type(about), path)
        self._open.pop()
        return f"...{fragment.name}{conditions}"

    def _condition(self, parent: Any) -> str | None:
        if isinstance(parent, GraphQLInterfaceType | GraphQLUnionType):
            possible = sorted(each.name for each in self._schema.get_possible_types(parent))
            if self._hint and self._hint[-1] in possible and not self._tape.one_in(4):
                return self._hint[-1]
            return str(self._tape.pick([*possible, parent.name]))
        chosen = self._tape.pick([None, parent.name, *(each.name for each in parent.interfaces)])
        return None if chosen is None else str(chosen)

    # Names: two fields may answer under one name only when they are the same

    def _named(self, path: Path, name: str, what: str) -> str:
        alias = str(self._tape.pick(ALIASES)) if self._tape.one_in(6) else name
        if self._taken.get(path, {}).get(alias, what) != what:
            self._aliases += 1
            alias = f"x{self._aliases}"
        self._take(path, alias, what)
        return "" if alias == name else f"{alias}: "

    def _take(self, path: Path, name: str, what: str) -> None:
        self._taken.setdefault(path, {})[name] = what
        for fragment, start in self._open:
            fragment.named.append((path[start:], name, what))

    def _fits(self, fragment: _Fragment, path: Path) -> bool:
        return all(
            self._taken.get((*path, *below), {}).get(name, what) == what
            for below, name, what in fragment.named
        )

    # Arguments, variables, directives

    def _arguments(self, name: str, definition: GraphQLField) -> tuple[str, str]:
        owner = get_named_type(definition.type).name.removesuffix("Connection")
        known = sorted(self._known.ids, key=len, reverse=True)
        if name in ("node", "nodes") and known:
            owner = self._tape.pick(known)
        elif owner not in known:
            begun = (each for each in known if name.lower().startswith(each.lower()))
            owner = next(begun, owner)
        parts = []
        for key, given in definition.args.items():
            paging = key in ("after", "before")
            rare = 3 if paging or key in ("last", "offset") else 2
            if not is_required_argument(given) and not self._tape.one_in(rare):
                continue
            about = f"{name} cursor" if paging else thing_of(key, owner)
            parts.append(f"{key}: {self._argument(given.type, about)}")
        return (f"({', '.join(parts)})" if parts else ""), owner

    def _argument(self, kind: Any, about: str) -> str:
        if self._tape.one_in(2):
            return printed(self._variable(kind, about), kind)
        return printed(self._values.of(kind, about, self._variable), kind)

    def _variable(self, kind: Any, about: str) -> Written:
        """Declare a variable for a place of this type; it may be left out, wrong or null."""
        name = f"v{len(self._declared)}"
        inner = get_nullable_type(kind)
        default = self._values.of(_needed(kind), about) if self._tape.one_in(4) else None
        is_strict = is_non_null_type(kind) and default is None
        text = f"${name}: {inner}{'!' if is_strict else ''}"
        if default is not None:
            text += f" = {printed(default, inner)}"
        self._declared.append(text)
        may_be_left_out = default is not None or not is_non_null_type(kind)
        if self._tape.one_in(40):
            self._given[name] = self._tape.pick(WRONG)
        elif not (may_be_left_out and self._tape.one_in(3)):
            self._given[name] = self._values.of(kind if is_strict else inner, about)
        return Written(name)

    def _conditions(self) -> str:
        text = ""
        for directive in ("include", "skip"):
            if self._directives > 0 and self._tape.one_in(9):
                self._directives -= 1
                text += f" @{directive}(if: {self._flag()})"
        return text

    def _flag(self) -> str:
        if self._tape.one_in(5):
            return str(self._tape.pick(("true", "false")))
        if not self._flags or self._tape.one_in(2):
            name = f"f{len(self._flags)}"
            self._flags.append(name)
            default = self._tape.pick(("!", " = true", " = false"))
            self._declared.append(f"${name}: Boolean{default}")
            if default == "!" or not self._tape.one_in(3):
                self._given[name] = self._tape.pick((True, False))
            return f"${name}"
        return f"${self._tape.pick(self._flags)}"


def _needed(kind: Any) -> Any:
    return kind if is_non_null_type(kind) else GraphQLNonNull(kind)


def written(tape: Tape, schema: GraphQLSchema, known: Known | None = None) -> Asked:
    """Return the query that a tape says, valid on the schema."""
    return _Writer(tape, schema, known or Known()).operation()


def written_event(
    tape: Tape, schema: GraphQLSchema, known: Known, name: str, arguments: str
) -> Asked:
    """Return a subscription of a field that asks for what a tape says of its events."""
    return _Writer(tape, schema, known).subscription(name, arguments)


def written_mutation(
    tape: Tape, schema: GraphQLSchema, known: Known, name: str, variables: dict[str, Any]
) -> Asked:
    """Return a mutation of a field that asks for what a tape says of its payload."""
    return _Writer(tape, schema, known).mutation(name, variables)
