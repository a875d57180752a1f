"""Modules joined into one behave as they did apart."""

from __future__ import annotations

import json
import subprocess
from graphlib import CycleError
from pathlib import Path

import pytest

from frontend import assets
from frontend.bundles import bundle

FILES = {
    "parts/first.js": 'import { add as plus } from "../tools/sums.js";\n'
    'import { LIMIT } from "../outside/limits.js";\n'
    "globalThis.told = [plus(LIMIT, 1)];\n",
    "parts/second.js": 'import "./first.js";\n'
    'import { add, Counter } from "../tools/sums.js";\n'
    "globalThis.told.push(add(2, 2), new Counter().count);\n",
    "tools/sums.js": "export const ONE = 1;\nexport function add(one, other) {\n"
    "  return one + other;\n}\nexport class Counter {\n  count = ONE;\n}\n",
}


def test_each_module_runs_once_after_those_it_imports(tmp_path: Path) -> None:
    entries = ["parts/second.js", "parts/first.js"]
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "limits.js").write_text("export const LIMIT = 40;\n")
    (tmp_path / "package.json").write_text('{"type": "module"}')
    (tmp_path / "parts").mkdir()
    joined = tmp_path / "parts" / "bundle.js"
    joined.write_text(bundle(FILES, entries, "parts/bundle.js"))
    program = f'await import("{joined}"); console.log(JSON.stringify(globalThis.told));'
    told = subprocess.run(
        ["node", "--input-type=module", "--eval", program],
        check=True,
        capture_output=True,
        timeout=60,
    )
    assert json.loads(told.stdout) == [41, 4, 1]


@pytest.mark.parametrize(
    "source",
    [
        "export default class {\n}\n",
        "const a = 1;\nexport { a };\n",
        'import * as sums from "./sums.js";\n',
        "export let changing = 1;\n",
    ],
)
def test_refuses_what_it_does_not_understand(source: str) -> None:
    with pytest.raises(ValueError, match=r"parts/odd\.js"):
        bundle({"parts/odd.js": source}, ["parts/odd.js"], "bundle.js")


def test_refuses_modules_that_import_one_another() -> None:
    files = {"a.js": 'import "./b.js";\n', "b.js": 'import "./a.js";\n'}
    with pytest.raises(CycleError):
        bundle(files, ["a.js"], "bundle.js")


def test_every_island_is_in_the_bundle() -> None:
    joined = assets.files()[assets.ISLANDS].decode()
    islands = [name for name in assets.files() if name.startswith("islands/")]
    assert len(islands) > 20
    assert not [name for name in islands if name != assets.ISLANDS and f"// {name}\n" not in joined]
