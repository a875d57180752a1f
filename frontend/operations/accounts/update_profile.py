"""What update_profile.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, NotRequired, TypedDict

from frontend.operations import Operation, load


class UpdateProfileInput(TypedDict):
    name: NotRequired[str | None]
    locale: NotRequired[str | None]
    theme: NotRequired[Literal["SYSTEM", "LIGHT", "DARK"] | None]
    timeZone: NotRequired[str | None]


class UpdateProfileVariables(TypedDict):
    input: UpdateProfileInput


class UpdateProfileUpdateProfileUser(TypedDict):
    id: str


class UpdateProfileUpdateProfileErrorsParameters(TypedDict):
    name: str
    value: str


class UpdateProfileUpdateProfileErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[UpdateProfileUpdateProfileErrorsParameters]


class UpdateProfileUpdateProfile(TypedDict):
    user: UpdateProfileUpdateProfileUser | None
    errors: list[UpdateProfileUpdateProfileErrors]


class UpdateProfile(TypedDict):
    updateProfile: UpdateProfileUpdateProfile | None


update_profile: Operation[UpdateProfile] = load("accounts/update_profile")
