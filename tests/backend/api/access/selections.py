"""Documents that ask for everything that a field can answer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection

from graphql import (
    GraphQLField,
    GraphQLInterfaceType,
    GraphQLNamedType,
    GraphQLObjectType,
    GraphQLSchema,
    OperationType,
    get_named_type,
    is_leaf_type,
    is_required_argument,
)

MAX_DEPTH = 5
DEEPEST_LISTS = 1
"""Lists of what is further down are asked of the thing itself: else documents grow too long."""
_OPERATIONS = {
    "Query": OperationType.QUERY,
    "Mutation": OperationType.MUTATION,
    "Subscription": OperationType.SUBSCRIPTION,
}
ARGUMENTS = {
    "Viewer.preferences": '(keys: ["grid"])',
    "Viewer.draft": '(key: "contact:new")',
    "Workflow.step": '(id: "V29ya2Zsb3dTdGVwOjE=")',
}
"""Of fields below the roots that need some; a new one that is not here fails the test."""
FEW = "(first: 3)"
"""Of lists in pages below the roots: whole pages in pages would cost more than is allowed."""


def document(schema: GraphQLSchema, root: str, name: str) -> str:
    """Return an operation on one root field: arguments as variables, and all of its answer."""
    field = schema.get_root_type(_OPERATIONS[root]).fields[name]  # type: ignore[union-attr]
    variables = ", ".join(f"${key}: {given.type}" for key, given in field.args.items())
    arguments = ", ".join(f"{key}: ${key}" for key in field.args)
    head = f"{root.lower()}{f' ({variables})' if variables else ''}"
    call = f"{name}{f'({arguments})' if arguments else ''}"
    return f"{head} {{ {call}{everything_of(schema, field, ())} }}"


def everything_of(
    schema: GraphQLSchema,
    field: GraphQLField,
    above: tuple[str, ...],
    apart: Collection[str] = (),
) -> str:
    """Return the selection of all that is below a field, without going round in circles.

    The types of an interface are asked for one by one: within each, the others (``apart``) are not.
    """
    named = get_named_type(field.type)
    if is_leaf_type(named):
        return ""
    inner = (*above, named.name)
    if isinstance(named, GraphQLInterfaceType):
        kinds = schema.get_possible_types(named)
        names = {kind.name for kind in kinds}
        shared = _of_several_types(kinds)
        said = ("__typename", "id") if "id" in named.fields else ("__typename",)
        parts = [
            f"... on {kind.name} {_fields(schema, kind, (*above, kind.name), shared, names, said)}"
            for kind in kinds
        ]
        return f" {{ {' '.join(said)} {' '.join(parts)} }}"
    return " " + _fields(schema, named, inner, (), apart)


def _of_several_types(kinds: Collection[GraphQLObjectType]) -> set[tuple[str, str]]:
    """The fields that do not answer with one type in all types, where theirs is not the commonest:
    they need an alias each.
    """
    found: dict[str, Counter[str]] = {}
    for kind in kinds:
        for name, field in kind.fields.items():
            found.setdefault(name, Counter())[str(field.type)] += 1
    return {(name, rarer) for name, types in found.items() for rarer, _ in types.most_common()[1:]}


def _fields(
    schema: GraphQLSchema,
    named: GraphQLNamedType,
    above: tuple[str, ...],
    aliased: Collection[tuple[str, str]] = (),
    apart: Collection[str] = (),
    said: Collection[str] = (),
) -> str:
    assert isinstance(named, GraphQLObjectType)
    parts = [] if said else ["__typename"]
    for name, field in named.fields.items():
        if name in said:
            continue
        below = get_named_type(field.type)
        if below.name in (*above, *apart) or len(above) >= MAX_DEPTH:
            continue
        if "first" in field.args and len(above) > DEEPEST_LISTS:
            continue
        few = FEW if "first" in field.args else ""
        arguments = ARGUMENTS.get(f"{named.name}.{name}", few)
        needs = [key for key, given in field.args.items() if is_required_argument(given)]
        assert bool(needs) <= bool(arguments), f"{named.name}.{name} needs {needs}: see ARGUMENTS"
        alias = f"{named.name}_{name}: " if (name, str(field.type)) in aliased else ""
        parts.append(f"{alias}{name}{arguments}{everything_of(schema, field, above, apart)}")
    return "{ " + " ".join(parts) + " }"
