"""Object types of imports."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

import strawberry

from backend.core.graphql import ErrorCode, Node, row_type
from backend.core.graphql.errors import ErrorParameter
from backend.custom_fields.kinds import CustomFieldKind
from backend.custom_fields.schema import CustomField
from backend.imports.choices import Existing
from backend.imports.formats import FileFormat
from backend.imports.notices import NoticeCode
from backend.imports.schema.enums import ContactImportField, ImportValueKind
from backend.imports.signatures import SourceKind
from backend.imports.states import FetchSource, ImportState
from backend.labels.schema import Label


@strawberry.type
class ImportProblem:
    """Why a file cannot be imported as it is configured, or why an import failed."""

    code: str = strawberry.field(graphql_type=ErrorCode, description="What is wrong.")
    path: list[str] = strawberry.field(description="The choice at fault, such as `encoding`.")
    parameters: list[ErrorParameter] = strawberry.field(
        description="What the words of this code need."
    )
    row: int | None = strawberry.field(description="The row at fault, if it is one.")
    column: str | None = strawberry.field(description="The header of the column at fault.")


@strawberry.type
class ImportSheet:
    """A table of a workbook."""

    name: str = strawberry.field(description="What it is called.")
    rows: int | None = strawberry.field(description="How many rows it has, where that is known.")


@strawberry.type
class ImportNotice:
    """What there is to know of a file, though it can be read."""

    code: NoticeCode = strawberry.field(description="What it is.")
    line: int | None = strawberry.field(description="The line of the file that it is about.")
    column: str | None = strawberry.field(description="The header that it is about.")


@strawberry.type
class ImportSource:
    """What was found out about a file, or chosen."""

    kind: SourceKind = strawberry.field(description="What kind of file it is.")
    format: FileFormat = strawberry.field(description="Which program wrote it.")
    encoding: str | None = strawberry.field(description="The encoding of a text.")
    separator: str | None = strawberry.field(description="What stands between its cells.")
    sheets: list[ImportSheet] = strawberry.field(description="The tables of a workbook.")
    sheet: str | None = strawberry.field(description="Which of them is read.")
    has_header: bool = strawberry.field(
        description="Whether its first row names the columns; else they are called by number."
    )
    notices: list[ImportNotice] = strawberry.field(description="What is odd in it.")


@strawberry.type
class ImportColumnTarget:
    """What a column becomes: nothing, a field that every contact has, or a custom field."""

    is_skipped: bool = strawberry.field(description="Whether the column is not imported.")
    field: ContactImportField | None = strawberry.field(
        description="The field that every contact has."
    )
    kind: ImportValueKind | None = strawberry.field(
        description="What the e-mail, phone or address is for, where the column says it."
    )
    number: int = strawberry.field(
        description="Which of several: the second e-mail goes with the second kind of e-mail."
    )
    custom_field: CustomField | None = strawberry.field(description="The account's custom field.")
    new_name: str | None = strawberry.field(description="Name of a custom field to be made.")
    new_kind: CustomFieldKind | None = strawberry.field(description="Its type.")


@strawberry.type
class ImportColumn:
    """A column of the file."""

    index: int = strawberry.field(description="Its place, from 0.")
    header: str = strawberry.field(description="What the file calls it.")
    samples: list[str] = strawberry.field(description="Beginnings of up to three of its cells.")
    is_empty: bool = strawberry.field(description="Whether the rows looked at have nothing in it.")
    target: ImportColumnTarget = strawberry.field(description="What it becomes.")
    is_guess: bool = strawberry.field(description="Whether nobody chose that.")
    guessed_kind: CustomFieldKind = strawberry.field(
        description="The type that a custom field of its cells would have."
    )


@strawberry.type
class ContactImportOptions:
    """What was chosen."""

    encoding: str | None = strawberry.field(description="Null: found out.")
    separator: str | None = strawberry.field(description="Null: found out.")
    sheet: str | None = strawberry.field(description="Null: the first that has contacts.")
    has_header: bool | None = strawberry.field(description="Null: found out.")
    existing: Existing = strawberry.field(
        description="What happens to people who are there already."
    )
    subscribed: bool = strawberry.field(
        description="Whether everybody in the file agreed to receive campaigns."
    )
    consent_source: str = strawberry.field(description="Where and how they agreed.")
    consent_date: date | None = strawberry.field(description="On which day they agreed.")
    labels: list[Label] = strawberry.field(description="Labels that every contact gets.")
    new_labels: list[str] = strawberry.field(description="Names of labels to be made for them.")


@strawberry.type
class ImportCounts:
    """What became of rows; each counts once."""

    rows: int = strawberry.field(description="How many were read.")
    created: int = strawberry.field(description="New contacts.")
    updated: int = strawberry.field(description="Rows that added to somebody who was there.")
    duplicates: int = strawberry.field(description="Rows of people who were there already.")
    rejected: int = strawberry.field(description="Rows that stay out.")
    left_out: int = strawberry.field(description="Cells that stay out, of rows that do not.")


@strawberry.type
class ImportReason:
    """Why rows stay out, and how many."""

    code: str = strawberry.field(graphql_type=ErrorCode, description="Why.")
    count: int = strawberry.field(description="How many rows.")


@strawberry.type
class ImportRowProblem:
    """A row with a fault."""

    row: int = strawberry.field(description="As a spreadsheet counts; the header is 1.")
    line: int = strawberry.field(description="Where it begins in the file.")
    column: str | None = strawberry.field(description="The header of the cell at fault.")
    code: str = strawberry.field(graphql_type=ErrorCode, description="What is wrong.")
    parameters: list[ErrorParameter] = strawberry.field(
        description="What the words of this code need."
    )
    text: str = strawberry.field(description="What was refused of the cell.")
    cells: list[str] = strawberry.field(description="Beginnings of the row's first cells.")
    is_imported: bool = strawberry.field(description="Whether only the cell at fault stays out.")


@strawberry.type
class ImportTrial:
    """What an import would do, as a dry run found."""

    counts: ImportCounts = strawberry.field(description="What would become of the rows.")
    reasons: list[ImportReason] = strawberry.field(description="Why rows would stay out.")
    ignored: list[str] = strawberry.field(
        description="Headers of columns that hold something and are not imported."
    )
    problems: list[ImportRowProblem] = strawberry.field(description="The first rows with faults.")
    has_more_problems: bool = strawberry.field(description="Whether there are more.")


@strawberry.type
class ImportProgress:
    """How far a check, an import or an undo is."""

    rows: int = strawberry.field(description="How many rows are dealt with.")
    created: int = strawberry.field(description="New contacts so far.")
    updated: int = strawberry.field(description="Rows that added to somebody who was there.")
    duplicates: int = strawberry.field(description="Rows of people who were there already.")
    rejected: int = strawberry.field(description="Rows that stay out.")
    left_out: int = strawberry.field(description="Cells that stay out, of rows that do not.")
    done: int = strawberry.field(description="Of `total`: bytes read; of an undo, contacts.")
    total: int = strawberry.field(description="How much there is; 0 while that is not known.")


@strawberry.type
class KeptContact:
    """A contact that an undo leaves, as somebody changed it since."""

    id: strawberry.ID = strawberry.field(description="Its global id.")
    name: str = strawberry.field(description="What it is called.")


@strawberry.type
class ImportFetch:
    """Another program's contacts, on their way here or come."""

    source: FetchSource = strawberry.field(description="The program.")
    account: str | None = strawberry.field(
        description="Whose contacts: an e-mail address there. Null for all but who fetches them."
    )
    selection: str = strawberry.field(
        description="The label there whose contacts they are; empty where they are all."
    )
    only_changes: bool = strawberry.field(
        description="Whether only those come who are new or changed since an earlier import."
    )
    people: int = strawberry.field(description="How many have come.")
    expected: int | None = strawberry.field(
        description="How many there are, as far as the program says it."
    )
    removed: int = strawberry.field(
        description="How many were deleted there since; they stay here as they are."
    )
    removed_contacts: list[KeptContact] = strawberry.field(
        description="Those of them who are in the book still, the first five hundred."
    )
    left_out: int = strawberry.field(
        description="Values beyond what a contact holds: its fifty first e-mails come, and so on."
    )
    is_restarted: bool = strawberry.field(
        description="Whether the program no longer knew what has changed, so that all came."
    )
    waiting_until: datetime | None = strawberry.field(
        description="Until when the program wants no more requests; null while it takes them."
    )


@strawberry.type
class ImportUndo:
    """Taking back what an import brought."""

    until: datetime = strawberry.field(description="When that is no longer possible.")
    is_possible: bool = strawberry.field(description="Whether it is possible now.")
    contact_count: int = strawberry.field(
        description="How many contacts the import made or changed."
    )
    kept: list[KeptContact] = strawberry.field(
        description="Once it is done: the first fifty contacts that were left, as somebody changed "
        "them since."
    )
    kept_count: int = strawberry.field(description="How many were left.")


@dataclass(slots=True)
class ShownImport:
    """An import with all that its type shows."""

    id: str
    filename: str
    size_bytes: int
    uploaded_bytes: int
    upload_url: str | None
    state: ImportState
    version: int
    problem: ImportProblem | None
    source: ImportSource | None
    columns: list[ImportColumn]
    preview: list[list[str]]
    options: ContactImportOptions
    trial: ImportTrial | None
    progress: ImportProgress | None
    counts: ImportCounts | None
    reasons: list[ImportReason]
    ignored: list[str]
    rejects_url: str | None
    undo: ImportUndo | None
    job_id: str | None
    created_at: datetime
    started_at: datetime | None
    finished_at: datetime | None
    expires_at: datetime
    started_by: str
    fetch: ImportFetch | None


@row_type(ShownImport)
class ContactImport(Node):
    """A file that somebody brings into the account, and what came of it."""

    filename: str = strawberry.field(description="What the file is called.")
    size_bytes: int = strawberry.field(description="How large it is.")
    uploaded_bytes: int = strawberry.field(description="How much of it has arrived.")
    upload_url: str | None = strawberry.field(
        description="Path of this server that takes the file by the tus protocol (HEAD, PATCH), "
        "with the session or a token of whoever announced it. Null once the file is there."
    )
    state: ImportState = strawberry.field(description="Where it stands.")
    version: int = strawberry.field(
        description="Grows with every choice and change of state; not with progress."
    )
    problem: ImportProblem | None = strawberry.field(
        description="Why it cannot be imported as it is configured, or why it failed."
    )
    source: ImportSource | None = strawberry.field(
        description="What its file is; null before it is there, and where it cannot be read."
    )
    columns: list[ImportColumn] = strawberry.field(description="Its columns.")
    preview: list[list[str]] = strawberry.field(
        description="Its first ten rows, each as wide as the columns."
    )
    options: ContactImportOptions = strawberry.field(description="What was chosen.")
    trial: ImportTrial | None = strawberry.field(
        description="What a dry run of the present choices found; null before it."
    )
    progress: ImportProgress | None = strawberry.field(
        description="How far the last check, import or undo is; null before the first."
    )
    counts: ImportCounts | None = strawberry.field(
        description="What became of the rows so far; null before the import begins."
    )
    reasons: list[ImportReason] = strawberry.field(description="Why rows stayed out.")
    ignored: list[str] = strawberry.field(
        description="Headers of columns that hold something and were not imported."
    )
    rejects_url: str | None = strawberry.field(
        description="Path of this server where the rows with faults are, as CSV with the reasons: "
        "a GET with the session or a token of somebody who may write contacts. Null without any."
    )
    undo: ImportUndo | None = strawberry.field(
        description="Taking back what it brought; null before it has brought anything."
    )
    job_id: strawberry.ID | None = strawberry.field(
        description="The job that brings the contacts in, by which `ContactFilter` chooses them; "
        "null before it begins, and once it is forgotten."
    )
    created_at: datetime = strawberry.field(description="When it was announced.")
    started_at: datetime | None = strawberry.field(description="When the import itself began.")
    finished_at: datetime | None = strawberry.field(description="When it was over.")
    expires_at: datetime = strawberry.field(
        description="When its file and its rejected rows are forgotten."
    )
    started_by: str = strawberry.field(description="Who announced it, as named then.")
    fetch: ImportFetch | None = strawberry.field(
        description="Which other program its contacts are fetched from, and how far that is; null "
        "of a file."
    )
