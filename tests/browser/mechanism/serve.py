"""The typing page as a process of its own, to be killed: `python -m tests.browser.mechanism.serve
PORT DRAFTS`.

Drafts are kept in a file, as the real server keeps them in its database.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import uvicorn

from frontend.app import create_frontend
from frontend.client import Credentials, Result
from frontend.routes import Registry
from tests.browser.mechanism import typing
from tests.browser.mechanism.api import MemoryApi


class FileApi(MemoryApi):
    """Drafts and what the server heard of each field, in one JSON file."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path
        if path.exists():
            self.drafts = json.loads(path.read_text())

    async def execute(
        self,
        credentials: Credentials,
        document: str,
        variables: dict[str, Any],
        *,
        operation_name: str | None = None,
    ) -> Result:
        result = await super().execute(
            credentials, document, variables, operation_name=operation_name
        )
        aside = self._path.with_suffix(".new")
        aside.write_text(json.dumps(self.drafts))
        aside.replace(self._path)  # whole at any moment, for the test that reads and for the kill
        return result


def main() -> None:
    port, drafts = int(sys.argv[1]), Path(sys.argv[2])
    api = FileApi(drafts)
    api.delay_seconds = 0.3  # a form that is not there at once must not cost the text typed in it
    app = create_frontend(api.execute, api.subscribe, root=typing.TypingApp, registry=Registry())
    uvicorn.run(app, host="127.0.0.1", port=port, log_level="warning", lifespan="off")


if __name__ == "__main__":
    main()
