"""What sign_in.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import NotRequired, TypedDict

from frontend.operations import Operation, load


class SignInInput(TypedDict):
    email: str
    password: str
    code: NotRequired[str | None]


class SignInVariables(TypedDict):
    input: SignInInput


class SignInSignInErrorsParameters(TypedDict):
    name: str
    value: str


class SignInSignInErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[SignInSignInErrorsParameters]


class SignInSignIn(TypedDict):
    sessionTicket: str | None
    totpRequired: bool
    errors: list[SignInSignInErrors]


class SignIn(TypedDict):
    signIn: SignInSignIn | None


sign_in: Operation[SignIn] = load("accounts/sign_in")
