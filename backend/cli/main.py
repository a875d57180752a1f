"""``carnet``: serve, worker, migrate, demo, import, export, user, token, schema,
verify-ledger.
"""

from __future__ import annotations

import os
import sys

import typer

from backend.cli.demo import demo
from backend.cli.export_contacts import export_contacts
from backend.cli.import_contacts import import_contacts
from backend.cli.migrate import migrate
from backend.cli.schema import schema
from backend.cli.serve import serve, worker
from backend.cli.users import token_app, user_app
from backend.cli.verify_ledger import verify
from backend.core.database.migrate import MigrationFailed
from backend.core.settings import SettingsError

app = typer.Typer(
    name="carnet",
    help="The client book of freelancers and small web agencies.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
app.command()(serve)
app.command()(worker)
app.command()(migrate)
app.command()(demo)
app.command(name="import")(import_contacts)
app.command(name="export")(export_contacts)
app.command()(schema)
app.command(name="verify-ledger")(verify)
app.add_typer(user_app, name="user", help="The people who sign in.")
app.add_typer(token_app, name="token", help="API tokens of client apps.")


PRIVATE_UMASK = 0o077
"""What a command writes, the database before all, is its user's alone."""


def main() -> None:
    """Run the command; what keeps it from starting is said in one line."""
    os.umask(PRIVATE_UMASK)
    try:
        app(prog_name="carnet")
    except (SettingsError, MigrationFailed) as error:
        print(f"carnet: {error}", file=sys.stderr)
        sys.exit(2 if isinstance(error, SettingsError) else 1)


if __name__ == "__main__":
    main()
