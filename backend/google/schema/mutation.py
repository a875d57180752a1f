"""What can be done with Google accounts."""

from __future__ import annotations

import strawberry

from backend.core.graphql import Info, mutation
from backend.core.graphql.optional import given
from backend.core.ids import decode_id
from backend.core.permissions import Permission
from backend.google.queries import own_accounts_by_id
from backend.google.schema.presenting import shown_accounts
from backend.google.schema.types import (
    ConnectGoogleAccountInput,
    ConnectGoogleAccountPayload,
    CreateGoogleImportInput,
    CreateGoogleImportPayload,
    DisconnectGoogleAccountInput,
    DisconnectGoogleAccountPayload,
    ReadGoogleLabelsInput,
    ReadGoogleLabelsPayload,
    ResumeGoogleImportInput,
    ResumeGoogleImportPayload,
)
from backend.google.service.connect import begin_sign_in
from backend.google.service.disconnect import disconnect_account
from backend.google.service.read_labels import read_labels
from backend.google.service.start import create_google_import, resume_google_import
from backend.imports.schema.presenting import imports_shown_by_id
from backend.imports.schema.types import ContactImport

_WRITE = Permission.WRITE_CONTACTS


@strawberry.type
class GoogleMutation:
    """What can be done with Google accounts."""

    @mutation(
        _WRITE,
        description="Begin to connect a Google account, in a browser: tokens are refused. Carnet "
        "asks to read contacts, and for nothing else.",
    )
    async def connect_google_account(
        self, info: Info, input: ConnectGoogleAccountInput
    ) -> ConnectGoogleAccountPayload:
        chosen = given(input.account_id)
        key = decode_id(chosen, "GoogleAccount", ("accountId",)) if chosen else None
        url = await begin_sign_in(info.context.actor, key)
        return ConnectGoogleAccountPayload(authorization_url=url)

    @mutation(_WRITE, description="Ask Google which labels an account has now.")
    async def read_google_labels(
        self, info: Info, input: ReadGoogleLabelsInput
    ) -> ReadGoogleLabelsPayload:
        actor, key = info.context.actor, decode_id(input.id, "GoogleAccount", ("id",))
        await read_labels(actor, key)
        rows = await own_accounts_by_id(actor, (key,))
        shown = await shown_accounts(actor, list(rows.values()))
        return ReadGoogleLabelsPayload(google_account=shown[0] if shown else None)

    @mutation(
        _WRITE,
        description="Forget a Google account and have Google take its consent back. What was "
        "imported stays; what is being fetched stops.",
    )
    async def disconnect_google_account(
        self, info: Info, input: DisconnectGoogleAccountInput
    ) -> DisconnectGoogleAccountPayload:
        key = decode_id(input.id, "GoogleAccount", ("id",))
        cursor = await disconnect_account(info.context.actor, key)
        return DisconnectGoogleAccountPayload(google_account_id=input.id, cursor=cursor or None)

    @mutation(
        _WRITE,
        description="Fetch contacts from Google. The import is `FETCHING`, then `READY`: from "
        "there it goes on as that of a file.",
    )
    async def create_google_import(
        self, info: Info, input: CreateGoogleImportInput
    ) -> CreateGoogleImportPayload:
        done = await create_google_import(
            info.context.actor,
            decode_id(input.account_id, "GoogleAccount", ("accountId",)),
            input.label,
            only_changes=input.only_changes,
            idempotency_key=given(input.idempotency_key),
        )
        return CreateGoogleImportPayload(
            contact_import=await _shown(info, done.import_id), cursor=done.cursor or None
        )

    @mutation(_WRITE, description="Let fetching go on that stopped with a problem.")
    async def resume_google_import(
        self, info: Info, input: ResumeGoogleImportInput
    ) -> ResumeGoogleImportPayload:
        key = decode_id(input.id, "ContactImport", ("id",))
        done = await resume_google_import(info.context.actor, key)
        return ResumeGoogleImportPayload(
            contact_import=await _shown(info, key), cursor=done.cursor or None
        )


async def _shown(info: Info, key: int) -> ContactImport | None:
    shown = await imports_shown_by_id(info.context.actor, (key,))
    return shown[0] if shown else None
