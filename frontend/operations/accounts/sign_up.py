"""What sign_up.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import NotRequired, TypedDict

from frontend.operations import Operation, load


class SignUpInput(TypedDict):
    name: str
    email: str
    password: str
    accountName: str
    country: NotRequired[str | None]
    locale: NotRequired[str | None]
    timeZone: NotRequired[str | None]


class SignUpVariables(TypedDict):
    input: SignUpInput


class SignUpSignUpErrorsParameters(TypedDict):
    name: str
    value: str


class SignUpSignUpErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[SignUpSignUpErrorsParameters]


class SignUpSignUp(TypedDict):
    sessionTicket: str | None
    errors: list[SignUpSignUpErrors]


class SignUp(TypedDict):
    signUp: SignUpSignUp | None


sign_up: Operation[SignUp] = load("accounts/sign_up")
