"""schema.graphql is what the server answers with: the contract between the two halves."""

from __future__ import annotations

from backend.cli.schema import schema
from tests.contract.repository import ROOT


def test_the_committed_schema_is_the_one_that_is_served(capsys):
    schema()
    committed = (ROOT / "schema.graphql").read_text()
    assert capsys.readouterr().out == committed, "run `.venv/bin/carnet schema > schema.graphql`"
