"""What can be done with imports."""

from __future__ import annotations

from typing import Any

import strawberry

from backend.core.errors import TooMany
from backend.core.graphql import Info, mutation
from backend.core.graphql.optional import given
from backend.core.ids import decode_id
from backend.core.permissions import Permission
from backend.imports.queries import imports_by_id
from backend.imports.reader import MAX_COLUMNS
from backend.imports.schema.columns import target_of
from backend.imports.schema.inputs import (
    CancelContactImportInput,
    CancelContactImportPayload,
    CheckContactImportInput,
    CheckContactImportPayload,
    ConfigureContactImportInput,
    ConfigureContactImportPayload,
    CreateContactImportInput,
    CreateContactImportPayload,
    DiscardContactImportInput,
    DiscardContactImportPayload,
    StartContactImportInput,
    StartContactImportPayload,
    UndoContactImportInput,
    UndoContactImportPayload,
)
from backend.imports.schema.presenting import kept_contacts, shown_imports
from backend.imports.schema.types import ContactImport
from backend.imports.service.cancel import cancel_import
from backend.imports.service.configure import UNCHANGED, Configuration, configure_import
from backend.imports.service.create import create_import
from backend.imports.service.discard import discard_import
from backend.imports.service.start import check_import, start_import
from backend.imports.service.undo import preview_undo, undo_import

_WRITE = Permission.WRITE_CONTACTS


@strawberry.type
class ImportsMutation:
    """What can be done with imports."""

    @mutation(
        _WRITE, description="Announce a file of contacts, and get a path that takes its bytes."
    )
    async def create_contact_import(
        self, info: Info, input: CreateContactImportInput
    ) -> CreateContactImportPayload:
        done = await create_import(
            info.context.actor,
            input.filename,
            input.size_bytes,
            idempotency_key=given(input.idempotency_key),
        )
        return CreateContactImportPayload(
            contact_import=await _shown(info, done.import_id), cursor=done.cursor or None
        )

    @mutation(
        _WRITE,
        description="Choose how the file is read, what its columns become, and what happens to "
        "its people. A dry run is outdated then.",
    )
    async def configure_contact_import(
        self, info: Info, input: ConfigureContactImportInput
    ) -> ConfigureContactImportPayload:
        key = decode_id(input.id, "ContactImport", ("id",))
        done = await configure_import(info.context.actor, key, _configuration(input))
        return ConfigureContactImportPayload(
            contact_import=await _shown(info, done.import_id), cursor=done.cursor or None
        )

    @mutation(
        _WRITE,
        description="Ask for a dry run: what the import would do, with the choices as they are.",
    )
    async def check_contact_import(
        self, info: Info, input: CheckContactImportInput
    ) -> CheckContactImportPayload:
        key = decode_id(input.id, "ContactImport", ("id",))
        done = await check_import(info.context.actor, key)
        return CheckContactImportPayload(
            contact_import=await _shown(info, key), cursor=done.cursor or None
        )

    @mutation(
        _WRITE,
        description="Begin the import; asking again while it runs changes nothing. It goes on "
        "without whoever asked, also after the server was restarted.",
    )
    async def start_contact_import(
        self, info: Info, input: StartContactImportInput
    ) -> StartContactImportPayload:
        key = decode_id(input.id, "ContactImport", ("id",))
        done = await start_import(info.context.actor, key)
        return StartContactImportPayload(
            contact_import=await _shown(info, key), cursor=done.cursor or None
        )

    @mutation(
        _WRITE,
        description="Stop a check, or an import in the middle: the batches that were written stay, "
        "and can be undone.",
    )
    async def cancel_contact_import(
        self, info: Info, input: CancelContactImportInput
    ) -> CancelContactImportPayload:
        key = decode_id(input.id, "ContactImport", ("id",))
        done = await cancel_import(info.context.actor, key)
        return CancelContactImportPayload(
            contact_import=await _shown(info, key), cursor=done.cursor or None
        )

    @mutation(
        _WRITE,
        description="Put everything back as it was before the import, but for contacts that "
        "somebody changed since. Possible for thirty days.",
    )
    async def undo_contact_import(
        self, info: Info, input: UndoContactImportInput
    ) -> UndoContactImportPayload:
        actor, key = info.context.actor, decode_id(input.id, "ContactImport", ("id",))
        before = await preview_undo(actor, key)
        cursor = "" if input.dry_run else await undo_import(actor, key)
        return UndoContactImportPayload(
            contact_import=await _shown(info, key),
            contact_count=before.contact_count,
            kept=kept_contacts(before.kept),
            kept_count=before.kept_count,
            cursor=cursor or None,
        )

    @mutation(_WRITE, description="Forget an import that has not begun, and its file.")
    async def discard_contact_import(
        self, info: Info, input: DiscardContactImportInput
    ) -> DiscardContactImportPayload:
        key = decode_id(input.id, "ContactImport", ("id",))
        cursor = await discard_import(info.context.actor, key)
        return DiscardContactImportPayload(contact_import_id=input.id, cursor=cursor or None)


async def _shown(info: Info, key: int) -> ContactImport | None:
    actor = info.context.actor
    rows = await imports_by_id(actor, (key,))
    shown = await shown_imports(actor, list(rows.values()))
    return shown[0] if shown else None


def _configuration(input: ConfigureContactImportInput) -> Configuration:
    if len(input.columns) > MAX_COLUMNS:
        raise TooMany(("columns",), maximum=MAX_COLUMNS)
    return Configuration(
        targets={
            each.index: target_of(each.target, ("columns", str(place), "target"))
            for place, each in enumerate(input.columns)
        },
        encoding=_choice(input.encoding),
        separator=_choice(input.separator),
        sheet=_choice(input.sheet),
        has_header=_choice(input.has_header),
        existing=_kept_unless_given(input.existing),
        subscribed=_kept_unless_given(input.subscribed),
        consent_source=_kept_unless_given(input.consent_source),
        consent_date=_choice(input.consent_date),
        label_ids=_label_ids(input),
        new_labels=_names(input),
    )


def _choice(value: Any) -> Any:
    """Return a choice in which null has a meaning."""
    return UNCHANGED if value is strawberry.UNSET else value


def _kept_unless_given(value: Any) -> Any:
    return UNCHANGED if given(value) is None else value


def _label_ids(input: ConfigureContactImportInput) -> Any:
    ids = given(input.label_ids)
    if ids is None:
        return UNCHANGED
    return tuple(
        decode_id(each, "Label", ("labelIds", str(place))) for place, each in enumerate(ids)
    )


def _names(input: ConfigureContactImportInput) -> Any:
    names = given(input.new_labels)
    return UNCHANGED if names is None else tuple(names)
