"""Write the migration of one domain: ``python -m backend.core.database.make_migration contacts``.

Read what it writes: renames are guessed, and indexes that Tortoise cannot say are added by hand.
"""

from __future__ import annotations

import argparse
import asyncio
from importlib import import_module
from pathlib import Path

from tortoise import Tortoise
from tortoise.migrations.autodetector import MigrationAutodetector

from backend.core.database.connect import tortoise_config
from backend.domains import DOMAINS


async def make_migration(domain: str) -> list[str]:
    """Write the changes of one domain's models and return the files."""
    folder = Path(str(import_module(f"backend.{domain}").__file__)).parent / "migrations"
    folder.mkdir(exist_ok=True)
    (folder / "__init__.py").touch()
    # Foreign keys point down the stack: what stands above this domain need not exist yet.
    config = tortoise_config("sqlite://:memory:", DOMAINS[: DOMAINS.index(domain) + 1])
    await Tortoise.init(config=config, init_connections=False, _enable_global_fallback=True)
    for models in Tortoise.apps.values():
        for model in models.values():
            # A docstring would become a table comment, unescaped: an apostrophe breaks the SQL.
            model._meta.table_description = ""
    detector = MigrationAutodetector(Tortoise.apps, config["apps"])
    return [
        str(writer.write()) for writer in await detector.changes() if writer.app_label == domain
    ]


def main() -> None:
    """Parse the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("domain", choices=DOMAINS)
    for file in asyncio.run(make_migration(parser.parse_args().domain)):
        print(file)


if __name__ == "__main__":
    main()
