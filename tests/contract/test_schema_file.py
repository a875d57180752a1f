"""schema.graphql is what the server answers with: the contract between the two halves."""

from __future__ import annotations

import subprocess
import sys

from tests.contract.repository import ROOT


def test_the_committed_schema_is_the_one_that_is_served():
    printed = subprocess.run(
        [sys.executable, "-m", "backend.cli.main", "schema"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    committed = (ROOT / "schema.graphql").read_text()
    assert printed.stdout == committed, "run `.venv/bin/carnet schema > schema.graphql`"
