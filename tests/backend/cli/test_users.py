"""``carnet user create`` and ``carnet token create``."""

from __future__ import annotations

import asyncio
import re
import shutil
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner, Result

from backend.accounts.authenticator import AccountsAuthenticator
from backend.accounts.service.sign_in import sign_in
from backend.cli.session import command_session
from backend.cli.users import token_app, user_app
from backend.core.graphql.context import Credentials
from backend.core.permissions import Actor, Role, Scope
from backend.core.settings import settings
from tests.factories.accounts import VISITOR

carnet = typer.Typer()
carnet.add_typer(user_app, name="user")
carnet.add_typer(token_app, name="token")


@pytest.fixture(autouse=True)
def migrated(sqlite_template: Path) -> None:
    """Begin with a migrated database: making one takes longer than all the rest."""
    shutil.copyfile(sqlite_template, settings().data_dir / "carnet.sqlite3")


def run(*arguments: str) -> Result:
    """Run the command as a script does: with nobody at a terminal."""
    return CliRunner().invoke(carnet, list(arguments))


def create(email: str, *more: str) -> Result:
    return run("user", "create", "--email", email, "--name", "Ada D'Amico", *more)


def actor_of_token(token: str) -> Actor | None:
    async def ask() -> Actor | None:
        async with command_session():
            return await AccountsAuthenticator().authenticate(
                Credentials(bearer=token), request_id="test"
            )

    return asyncio.run(ask())


def test_makes_a_person_who_can_sign_in_with_the_printed_password() -> None:
    made = create("ada@example.org", "--account", "Atelier", "--locale", "it")
    assert made.exit_code == 0, made.stderr
    assert made.stdout.startswith("ada@example.org is owner of Atelier (account 1).\n")
    found = re.search(r"^Password: (\S+)$", made.stdout, re.MULTILINE)
    assert found is not None

    async def enter() -> str | None:
        async with command_session():
            return (await sign_in(VISITOR, "ada@example.org", found.group(1))).ticket

    assert asyncio.run(enter())


def test_the_token_is_all_that_is_printed_and_it_works() -> None:
    create("ada@example.org")
    made = run("token", "create", "--user", "ADA@example.org", "--scopes", "read,write")
    assert made.exit_code == 0, made.stderr
    assert re.fullmatch(r"carnet_[a-z0-9]{8}_[A-Za-z0-9_-]{43}\n", made.stdout)
    actor = actor_of_token(made.stdout.strip())
    assert actor is not None
    assert (actor.role, actor.scopes, actor.name) == (
        Role.OWNER,
        frozenset({Scope.READ, Scope.WRITE}),
        "Command line",
    )


def test_a_token_may_be_for_reading_only_and_end_by_itself() -> None:
    create("ada@example.org")
    made = run(
        "token", "create", "--user", "ada@example.org", "--scopes", "read", "--name", "Report",
        "--days", "7",
    )  # fmt: skip
    actor = actor_of_token(made.stdout.strip())
    assert actor is not None
    assert (actor.scopes, actor.name) == (frozenset({Scope.READ}), "Report")


def test_somebody_else_joins_an_account_by_name_or_number() -> None:
    create("ada@example.org", "--account", "Atelier")
    by_name = create("bea@example.org", "--account", "Atelier")
    by_number = create("cleo@example.org", "--account", "1", "--role", "viewer")
    assert by_name.stdout.startswith("bea@example.org is member of Atelier (account 1).")
    assert by_number.stdout.startswith("cleo@example.org is viewer of Atelier (account 1).")
    refused = run("token", "create", "--user", "cleo@example.org")
    assert (refused.exit_code, refused.stdout) == (1, "")
    assert refused.stderr == "carnet: forbidden (permission manage_tokens)\n"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("user", "create", "--email", "x@", "--name", " "), "name: required"),
        (
            ("user", "create", "--email", "ada@example.org", "--name", "Ada"),
            "email: email taken",
        ),
        (
            ("user", "create", "--email", "b@example.org", "--name", "B", "--role", "admin"),
            "role: role not allowed (role admin)",
        ),
        (("token", "create", "--user", "nobody@example.org"), "email: not found"),
        (
            ("token", "create", "--user", "ada@example.org", "--account", "Nowhere"),
            "account: account unknown",
        ),
    ],
)
def test_says_in_one_line_why_not(arguments: tuple[str, ...], words: str) -> None:
    create("ada@example.org")
    refused = run(*arguments)
    assert (refused.exit_code, refused.stdout) == (1, "")
    assert f"carnet: {words}\n" in refused.stderr
    assert "Traceback" not in refused.stderr


def test_two_accounts_of_one_name_are_told_apart_by_number() -> None:
    create("ada@example.org", "--account", "Atelier")
    create("bea@example.org", "--account", "Other")
    create("cleo@example.org", "--account", "2")

    async def rename() -> None:
        from backend.accounts.service.account import AccountChange, update_account

        async with command_session():
            await update_account(Actor.system(2), AccountChange(name="Atelier"))

    asyncio.run(rename())
    refused = create("dora@example.org", "--account", "Atelier")
    assert "carnet: account: account ambiguous (numbers 1, 2)\n" in refused.stderr


def test_unknown_scopes_are_refused_before_anything_is_opened() -> None:
    refused = run("token", "create", "--user", "ada@example.org", "--scopes", "admin")
    assert refused.exit_code == 2
    assert "use read; read,write; or leads" in refused.stderr
