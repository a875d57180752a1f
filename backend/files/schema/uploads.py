"""Uploads of files in GraphQL."""

from __future__ import annotations

from datetime import datetime
from typing import cast

import strawberry

from backend.core.graphql import Info, Payload, mutation, query
from backend.core.graphql.nodes import row_type
from backend.core.graphql.optional import given
from backend.core.ids import decode_id
from backend.core.permissions import Permission
from backend.files import service
from backend.files.limits import MEGABYTE, max_account_bytes
from backend.files.queries.files import taken_bytes
from backend.files.rows import FileRow

_UPLOAD = Permission.UPLOAD_FILES


@row_type(FileRow)
class FileUpload:
    """A file on its way. It is forgotten a day after it was given to nothing."""

    upload_id: strawberry.ID = strawberry.field(
        description="What the mutation takes that says where the file belongs."
    )
    upload_url: str = strawberry.field(
        description="Path of this server that takes the bytes by the core of the tus protocol: "
        "PATCH with `Upload-Offset` and at most 8 MiB at a time, HEAD to ask where to go on."
    )
    filename: str = strawberry.field(description="What the file is called, made safe.")
    size_bytes: int = strawberry.field(description="How long it will be.")
    uploaded_bytes: int = strawberry.field(description="How much of it has arrived.")
    expires_at: datetime = strawberry.field(description="When it is forgotten.")


@strawberry.type
class FileUsage:
    """How much the account's files take: those of contacts and messages, also the deleted ones that
    can still be brought back, and those on their way at their full length.
    """

    used_mb: int = strawberry.field(description="What they take, in megabytes, rounded up.")
    maximum_mb: int = strawberry.field(description="What they may take, in megabytes.")


@strawberry.type
class FilesQuery:
    """What can be read of files, whosever they are."""

    @query(Permission.READ, description="How much the account's files take, and may take.")
    async def file_usage(self, info: Info) -> FileUsage:
        taken = await taken_bytes(info.context.actor.account_id)
        return FileUsage(used_mb=-(-taken // MEGABYTE), maximum_mb=max_account_bytes() // MEGABYTE)


@strawberry.input
class CreateFileUploadInput:
    """A file that is to be sent."""

    idempotency_key: str | None = strawberry.field(
        default=strawberry.UNSET,
        description="The same key and input again answer with the first upload.",
    )
    filename: str = strawberry.field(description="What it is called.")
    size_bytes: int = strawberry.field(description="How long it is, in bytes.")


@strawberry.type
class CreateFileUploadPayload(Payload):
    """What announcing a file answers."""

    upload: FileUpload | None = strawberry.field(
        default=None, description="Where to send it; null when it was refused."
    )


@strawberry.input
class DiscardFileUploadInput:
    """An upload that nobody wants any more."""

    upload_id: strawberry.ID = strawberry.field(description="Which one.")


@strawberry.type
class DiscardFileUploadPayload(Payload):
    """What discarding an upload answers."""

    upload_id: strawberry.ID | None = strawberry.field(
        default=None, description="Which one; null when it was refused."
    )


@strawberry.type
class FilesMutation:
    """What can be done with files."""

    @mutation(
        _UPLOAD,
        description="Announce a file, and get a path that takes its bytes. Afterwards another "
        "mutation says where it belongs.",
    )
    async def create_file_upload(
        self, info: Info, input: CreateFileUploadInput
    ) -> CreateFileUploadPayload:
        made = await service.create_upload(
            info.context.actor,
            input.filename,
            input.size_bytes,
            idempotency_key=given(input.idempotency_key),
        )
        return CreateFileUploadPayload(upload=cast(FileUpload, made))

    @mutation(
        _UPLOAD,
        description="Forget a file that was announced, unless something has it already.",
    )
    async def discard_file_upload(
        self, info: Info, input: DiscardFileUploadInput
    ) -> DiscardFileUploadPayload:
        key = decode_id(input.upload_id, "FileUpload", ("uploadId",))
        await service.discard_upload(info.context.actor, key)
        return DiscardFileUploadPayload(upload_id=input.upload_id)
