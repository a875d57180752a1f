"""What read_google_accounts.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, TypedDict

from frontend.operations import Operation, load


class ReadGoogleAccountsVariables(TypedDict):
    pass


class ReadGoogleAccountsGoogleContactsAccountsLabels(TypedDict):
    name: str
    title: str
    kind: Literal["EVERYBODY", "LABEL", "STARRED", "FRIENDS", "FAMILY", "COWORKERS"]
    count: int | None
    importedAt: str | None


class ReadGoogleAccountsGoogleContactsAccounts(TypedDict):
    id: str
    email: str
    isConnected: bool
    labelsAt: str | None
    connectedAt: str
    labels: list[ReadGoogleAccountsGoogleContactsAccountsLabels]


class ReadGoogleAccountsGoogleContacts(TypedDict):
    isConfigured: bool
    redirectUri: str
    accounts: list[ReadGoogleAccountsGoogleContactsAccounts]


class ReadGoogleAccounts(TypedDict):
    googleContacts: ReadGoogleAccountsGoogleContacts


read_google_accounts: Operation[ReadGoogleAccounts] = load("google/read_google_accounts")
