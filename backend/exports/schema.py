"""Exports in GraphQL."""

from __future__ import annotations

from datetime import datetime

import strawberry

from backend.contacts.schema.filters import ContactSortInput, sort_of
from backend.contacts.schema.inputs import ContactSelection
from backend.contacts.sorting import ContactSort, ContactSortField
from backend.core.graphql import Info, Payload, mutation
from backend.core.graphql.enums import describe_enum
from backend.core.graphql.optional import given
from backend.core.permissions import Permission
from backend.exports.options import CsvSeparator, ExportFormat, options_for
from backend.exports.requests import ExportRequest
from backend.exports.service import prepare_export

describe_enum(
    ExportFormat,
    "The kinds of file that contacts can be exported as.",
    {
        "CARNET_CSV": "Everything that a contact has, but its photo; imported back, nothing is "
        "lost. Opens in spreadsheets.",
        "GOOGLE_CSV": "For Google Contacts. Holds no subscription status and no dates.",
        "OUTLOOK_CSV": "For Outlook. Holds three e-mails without their kind, an address each at "
        "home, at work and elsewhere, and some phones of each kind.",
        "VCARD": "vCard 4.0, for phones and address books. Holds no subscription status.",
    },
)
describe_enum(
    CsvSeparator,
    "What stands between two cells of a table.",
    {
        "COMMA": "What most programs expect.",
        "SEMICOLON": "What a spreadsheet expects in languages with a decimal comma.",
        "TAB": "For programs that take neither.",
    },
)


@strawberry.input
class ExportContactsInput:
    """Which contacts, in which order, as what."""

    idempotency_key: str | None = strawberry.field(
        default=strawberry.UNSET,
        description="The same key and input again answer with the first link.",
    )
    selection: ContactSelection = strawberry.field(
        description="Which contacts. Those in the trash are left out, unless the filter asks for "
        "them."
    )
    sort: ContactSortInput | None = strawberry.field(
        default=strawberry.UNSET, description="The order of the rows; as they were made by default."
    )
    format: ExportFormat = strawberry.field(
        default=ExportFormat.CARNET_CSV, description="The kind of file; our own by default."
    )
    separator: CsvSeparator | None = strawberry.field(
        default=strawberry.UNSET,
        description="Of tables. By default what opens right: in our own a semicolon for whoever "
        "reads French or Italian; else a comma.",
    )
    byte_order_mark: bool | None = strawberry.field(
        default=strawberry.UNSET,
        description="Whether a table begins with the mark by which Excel knows UTF-8; by default "
        "all but Google's do.",
    )


@strawberry.type
class ExportContactsPayload(Payload):
    """What asking for an export answers."""

    url: str | None = strawberry.field(
        default=None,
        description="Path of this server where the file is: a GET with the session or a token of "
        "whoever asked, in the same account. The file has the contacts as they are then.",
    )
    expires_at: datetime | None = strawberry.field(
        default=None, description="When the path stops working: ten minutes later."
    )
    filename: str | None = strawberry.field(
        default=None, description="What the file is called, such as `contacts-2026-11-22.csv`."
    )
    contact_count: int = strawberry.field(
        default=0, description="How many contacts the file would have now."
    )


@strawberry.type
class ExportsMutation:
    """What can be done with exports."""

    @mutation(
        Permission.EXPORT_CONTACTS,
        description="Ask for contacts as a file, and get a path where it can be downloaded.",
    )
    async def export_contacts(
        self, info: Info, input: ExportContactsInput
    ) -> ExportContactsPayload:
        actor, chosen_sort = info.context.actor, given(input.sort)
        request = ExportRequest(
            input.selection.to_selection(),
            sort_of(chosen_sort) if chosen_sort else ContactSort(ContactSortField.CREATED),
            options_for(
                input.format,
                actor.locale,
                separator=given(input.separator),
                byte_order_mark=given(input.byte_order_mark),
            ),
        )
        done = await prepare_export(actor, request, idempotency_key=given(input.idempotency_key))
        return ExportContactsPayload(
            url=done.url,
            expires_at=done.expires_at,
            filename=done.filename,
            contact_count=done.contact_count,
            cursor=done.cursor or None,
        )
