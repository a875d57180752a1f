"""Inputs and payloads of this domain's mutations."""

from __future__ import annotations

from datetime import date

import strawberry

from backend.core.graphql import Payload
from backend.custom_fields.kinds import CustomFieldKind
from backend.imports.choices import Existing
from backend.imports.schema.enums import ContactImportField, ImportValueKind
from backend.imports.schema.types import ContactImport, KeptContact


@strawberry.input
class ImportFieldInput:
    """A field that every contact has."""

    field: ContactImportField = strawberry.field(description="Which field.")
    kind: ImportValueKind | None = strawberry.field(
        default=strawberry.UNSET, description="What the e-mail, phone or address is for."
    )
    number: int = strawberry.field(
        default=1,
        description="Which of several, 1 to 999: the second e-mail goes with the second kind of "
        "e-mail, the parts of the second address with one another.",
    )


@strawberry.input
class NewImportFieldInput:
    """A custom field that the import makes before its first row."""

    name: str = strawberry.field(description="What it is to be called.")
    kind: CustomFieldKind = strawberry.field(description="What its values are.")


@strawberry.input(one_of=True)
class ImportTarget:
    """What a column becomes; exactly one of these."""

    skip: bool | None = strawberry.field(
        default=strawberry.UNSET, description="Nothing; only true has a meaning."
    )
    field: ImportFieldInput | None = strawberry.field(
        default=strawberry.UNSET, description="A field that every contact has."
    )
    custom_field_id: strawberry.ID | None = strawberry.field(
        default=strawberry.UNSET, description="A custom field of the account."
    )
    new_custom_field: NewImportFieldInput | None = strawberry.field(
        default=strawberry.UNSET, description="A custom field to be made."
    )


@strawberry.input
class ImportColumnInput:
    """A choice for one column."""

    index: int = strawberry.field(description="Its place, from 0.")
    target: ImportTarget | None = strawberry.field(
        description="What it becomes; null goes back to the guess."
    )


@strawberry.input
class CreateContactImportInput:
    """A file that is to be uploaded."""

    filename: str = strawberry.field(description="What it is called.")
    size_bytes: int = strawberry.field(description="How large it is: at most 100 megabytes.")
    idempotency_key: str | None = strawberry.field(
        default=strawberry.UNSET,
        description="The same key and input again answer with the first import.",
    )


@strawberry.input
class ConfigureContactImportInput:
    """Choices about an import; what is left out stays as it is."""

    id: strawberry.ID = strawberry.field(description="Which import.")
    columns: list[ImportColumnInput] = strawberry.field(
        default_factory=list, description="What columns become; those left out stay."
    )
    encoding: str | None = strawberry.field(
        default=strawberry.UNSET,
        description="Such as `utf-8` or `cp1252`; null finds out. Makes other columns, so that "
        "what was chosen for them is gone; so do `separator`, `sheet` and `hasHeader`.",
    )
    separator: str | None = strawberry.field(
        default=strawberry.UNSET, description="One character; null finds out."
    )
    sheet: str | None = strawberry.field(
        default=strawberry.UNSET, description="Of a workbook; null is the first with contacts."
    )
    has_header: bool | None = strawberry.field(
        default=strawberry.UNSET,
        description="Whether the first row names the columns; null finds out.",
    )
    existing: Existing | None = strawberry.field(
        default=strawberry.UNSET, description="What happens to people who are there already."
    )
    subscribed: bool | None = strawberry.field(
        default=strawberry.UNSET,
        description="Whether everybody in the file agreed to receive campaigns. Who has left "
        "stays unsubscribed all the same.",
    )
    consent_source: str | None = strawberry.field(
        default=strawberry.UNSET,
        description="Where and how they agreed, in at most 500 characters; needed with "
        "`subscribed`, and kept in the account's history.",
    )
    consent_date: date | None = strawberry.field(
        default=strawberry.UNSET,
        description="On which day they agreed; needed with `subscribed`, and kept likewise.",
    )
    label_ids: list[strawberry.ID] | None = strawberry.field(
        default=strawberry.UNSET, description="Labels of the account that every contact gets."
    )
    new_labels: list[str] | None = strawberry.field(
        default=strawberry.UNSET,
        description="Names of labels that every contact gets, made where there are none.",
    )


@strawberry.input
class CheckContactImportInput:
    """The import to try."""

    id: strawberry.ID = strawberry.field(description="Which import.")


@strawberry.input
class StartContactImportInput:
    """The import to begin."""

    id: strawberry.ID = strawberry.field(description="Which import.")


@strawberry.input
class CancelContactImportInput:
    """The check or import to stop."""

    id: strawberry.ID = strawberry.field(description="Which import.")


@strawberry.input
class UndoContactImportInput:
    """The import to take back."""

    id: strawberry.ID = strawberry.field(description="Which import.")
    dry_run: bool = strawberry.field(
        default=False, description="Only say what would be left; false by default."
    )


@strawberry.input
class DiscardContactImportInput:
    """The import to forget."""

    id: strawberry.ID = strawberry.field(description="Which import.")


@strawberry.type
class CreateContactImportPayload(Payload):
    """What announcing a file answers."""

    contact_import: ContactImport | None = strawberry.field(
        default=None, description="The import, with the address that takes its file."
    )


@strawberry.type
class ConfigureContactImportPayload(Payload):
    """What configuring an import answers."""

    contact_import: ContactImport | None = strawberry.field(
        default=None, description="The import as it is now."
    )


@strawberry.type
class CheckContactImportPayload(Payload):
    """What asking for a dry run answers."""

    contact_import: ContactImport | None = strawberry.field(
        default=None, description="The import, being checked."
    )


@strawberry.type
class StartContactImportPayload(Payload):
    """What beginning an import answers."""

    contact_import: ContactImport | None = strawberry.field(
        default=None, description="The import, running."
    )


@strawberry.type
class CancelContactImportPayload(Payload):
    """What stopping answers."""

    contact_import: ContactImport | None = strawberry.field(
        default=None, description="The import as it was left."
    )


@strawberry.type
class UndoContactImportPayload(Payload):
    """What taking an import back answers."""

    contact_import: ContactImport | None = strawberry.field(
        default=None, description="The import, being taken back; of a dry run, as it is."
    )
    contact_count: int = strawberry.field(
        default=0, description="How many contacts the import made or changed."
    )
    kept: list[KeptContact] = strawberry.field(
        default_factory=list,
        description="The first fifty contacts that would be left, as somebody changed them since.",
    )
    kept_count: int = strawberry.field(default=0, description="How many would be left.")


@strawberry.type
class DiscardContactImportPayload(Payload):
    """What forgetting an import answers."""

    contact_import_id: strawberry.ID | None = strawberry.field(
        default=None, description="The import that is gone."
    )
