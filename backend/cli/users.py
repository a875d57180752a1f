"""``carnet user`` and ``carnet token``: people, and keys for client apps."""

from __future__ import annotations

import asyncio
import secrets
import sys
from collections.abc import Coroutine
from datetime import timedelta
from typing import Annotated, Any, TypeVar

import typer

from backend.accounts.service.provision import Provision, Provisioned, act_as, provision_person
from backend.accounts.service.tokens import create_token as make_token
from backend.cli.session import command_session
from backend.core.clock import now
from backend.core.errors import Refusal, Refusals
from backend.core.permissions import Role, Scope

T = TypeVar("T")
MADE_UP_BYTES = 15

user_app = typer.Typer(no_args_is_help=True)
token_app = typer.Typer(no_args_is_help=True)


@user_app.callback()
def users() -> None:
    """The people who sign in."""


@token_app.callback()
def tokens() -> None:
    """API tokens of client apps."""


@user_app.command("create")
def create_user(
    email: Annotated[str, typer.Option(help="What they sign in with.")],
    name: Annotated[str, typer.Option(help="What they are called.")],
    account: Annotated[
        str | None,
        typer.Option(
            help="An account to join, by number or name; else the name of a new one that they own."
        ),
    ] = None,
    role: Annotated[
        Role | None, typer.Option(help="What they are in an account that they join.")
    ] = None,
    locale: Annotated[str, typer.Option(help="Their language: en, fr or it.")] = "en",
) -> None:
    """Make a person. Asks for their password; without a terminal it is made up and printed."""
    password, is_made_up = _password()
    made: Provisioned = _run(
        provision_person(Provision(name, email, password, account, role, locale))
    )
    print(f"{email} is {made.role.value} of {made.account_name} (account {made.account_id}).")
    if is_made_up:
        print(f"Password: {password}")


@token_app.command("create")
def create_token(
    user: Annotated[str, typer.Option(help="Who makes it, by e-mail; it may do what they may.")],
    scopes: Annotated[str, typer.Option(help="read; or read,write; or leads.")] = "read,write",
    name: Annotated[str, typer.Option(help="What it is for.")] = "Command line",
    account: Annotated[
        str | None, typer.Option(help="Which of their accounts, by number or name.")
    ] = None,
    days: Annotated[
        int | None, typer.Option(min=1, max=3650, help="After how many days it stops working.")
    ] = None,
) -> None:
    """Make an API token and print it, and nothing else; it cannot be shown again."""
    chosen = _scopes(scopes)

    async def make() -> str:
        actor = await act_as(user, account)
        expires_at = now() + timedelta(days=days) if days else None
        return (await make_token(actor, name, chosen, expires_at)).secret

    print(_run(make()))


def _password() -> tuple[str, bool]:
    if not sys.stdin.isatty():
        return secrets.token_urlsafe(MADE_UP_BYTES), True
    typed: str = typer.prompt(
        "Password (empty: one is made up)",
        default="",
        show_default=False,
        hide_input=True,
        confirmation_prompt=True,
    )
    return (typed, False) if typed else (secrets.token_urlsafe(MADE_UP_BYTES), True)


def _scopes(text: str) -> set[Scope]:
    try:
        return {Scope(part.strip().lower()) for part in text.split(",") if part.strip()}
    except ValueError:
        raise typer.BadParameter("use read; read,write; or leads", param_hint="--scopes") from None


def _run(work: Coroutine[Any, Any, T]) -> T:
    """Run one verb with everything open; say a refusal in one line each and exit with 1."""

    async def session() -> T:
        async with command_session():
            return await work

    try:
        return asyncio.run(session())
    except (Refusal, Refusals) as refused:
        refusals = refused.refusals if isinstance(refused, Refusals) else (refused,)
        for refusal in refusals:
            print(f"carnet: {_words(refusal)}", file=sys.stderr)
        raise typer.Exit(1) from None
    finally:
        work.close()


def _words(refusal: Refusal) -> str:
    where = f"{'.'.join(refusal.path)}: " if refusal.path else ""
    details = ", ".join(f"{name} {value}" for name, value in refusal.parameters.items())
    text = refusal.code.replace("_", " ").lower()
    return f"{where}{text} ({details})" if details else f"{where}{text}"
