"""Documents are checked against the schema, and their types written beside them."""

from __future__ import annotations

from pathlib import Path

import pytest
from graphql import build_schema

from frontend.operations import load, parse_operation, shared_fragments
from frontend.operations.generate import Invalid, documents, main, module_text, update

SCHEMA = build_schema(
    """
    enum Color { RED GREEN }
    scalar JSON
    interface Node { id: ID! }
    type Label implements Node { id: ID! name: String! color: Color! note: String extra: JSON }
    type Contact implements Node { id: ID! labels: [Label!]! }
    input Filter @oneOf { text: String not: Filter }
    directive @oneOf on INPUT_OBJECT
    type Query { labels(filter: Filter, first: Int! = 5): [Label!]! node(id: ID!): Node }
    """
)


def written(tmp_path: Path, document: str) -> str:
    path = tmp_path / "labels" / "list_labels.graphql"
    path.parent.mkdir()
    path.write_text(document)
    return module_text(SCHEMA, path, tmp_path)


def test_writes_the_types_of_the_result_and_of_the_variables(tmp_path: Path) -> None:
    text = written(
        tmp_path,
        """
        query ListLabels($filter: Filter, $first: Int!) {
          labels(filter: $filter, first: $first) { id ...Words extra }
        }
        fragment Words on Label { name color note }
        """,
    )
    for line in (
        "class ListLabelsLabels(TypedDict):",
        "    id: str",
        '    color: Literal["RED", "GREEN"]',
        "    note: str | None",
        "    extra: Any | None",
        "class ListLabels(TypedDict):",
        "    labels: list[ListLabelsLabels]",
        "class ListLabelsVariables(TypedDict):",
        "    filter: NotRequired[Filter | None]",
        "    first: int",
        '        "not": "NotRequired[Filter | None]",',
    ):
        assert line in text, line
    assert text.rstrip().endswith('list_labels: Operation[ListLabels] = load("labels/list_labels")')


def test_fields_of_one_of_several_types_may_be_absent(tmp_path: Path) -> None:
    text = written(
        tmp_path,
        "query ListLabels($id: ID!) { node(id: $id) { __typename id ... on Label { name } } }",
    )
    assert "    name: NotRequired[str]" in text
    assert "    id: str" in text


def test_inputs_of_several_documents_are_written_once(tmp_path: Path) -> None:
    folder = tmp_path / "labels"
    folder.mkdir()
    for name in ("list_labels", "count_labels"):
        document = f"query {name.title()}($filter: Filter) {{ labels(filter: $filter) {{ id }} }}"
        (folder / f"{name}.graphql").write_text(document)
    assert len(update(SCHEMA, tmp_path, write=False)) == 3
    assert update(SCHEMA, tmp_path, write=True) == []
    assert update(SCHEMA, tmp_path, write=False) == []
    assert '"not": "NotRequired[Filter | None]"' in (tmp_path / "inputs.py").read_text()
    for name in ("list_labels", "count_labels"):
        text = (folder / f"{name}.py").read_text()
        assert "from frontend.operations.inputs import Filter\n" in text
        assert "NotRequired" in text
        assert "TypedDict(" not in text


def test_says_where_a_document_does_not_fit_the_schema(tmp_path: Path) -> None:
    with pytest.raises(Invalid, match=r"list_labels.graphql:1 .*colour"):
        written(tmp_path, "query ListLabels { labels { colour } }")


def test_refuses_a_document_without_one_named_operation() -> None:
    with pytest.raises(ValueError, match="exactly one operation"):
        parse_operation("x", "query A { a } query B { b }")
    with pytest.raises(ValueError, match="must have a name"):
        parse_operation("x", "{ a }")


def test_every_document_fits_the_schema_and_its_module_is_up_to_date(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["--check"]) == 0, capsys.readouterr().err


@pytest.mark.parametrize("path", documents(), ids=lambda path: path.stem)
def test_every_document_loads(path: Path) -> None:
    relative = path.relative_to(path.parent.parent).with_suffix("").as_posix()
    operation = load(relative)
    assert operation.field
    assert operation.kind in ("query", "mutation", "subscription")


def test_finds_shared_fragments_by_their_names(tmp_path: Path) -> None:
    folder = tmp_path / "labels" / "fragments"
    folder.mkdir(parents=True)
    (folder / "words.graphql").write_text("fragment Words on Label {\n  name\n  ...Look\n}\n")
    (folder / "look.graphql").write_text("fragment Look on Label {\n  color\n}\n")
    (folder / "unused.graphql").write_text("fragment Unused on Label {\n  id\n}\n")
    path = folder.parent / "list_labels.graphql"
    path.write_text("query ListLabels {\n  labels {\n    ...Words\n  }\n}\n")
    assert "    name: str\n    color: Literal" in module_text(SCHEMA, path, tmp_path)
    assert update(SCHEMA, tmp_path, write=False) == ["fragment Unused: nothing spreads it"]
    shared_fragments.cache_clear()
    (folder / "look.graphql").write_text("fragment Look on Label {\n  colour\n}\n")
    with pytest.raises(Invalid, match=r"fragment Look:2 .*colour"):
        module_text(SCHEMA, path, tmp_path)
    shared_fragments.cache_clear()
