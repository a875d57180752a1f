"""What resume_google_import.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import TypedDict

from frontend.operations import Operation, load


class ResumeGoogleImportInput(TypedDict):
    id: str


class ResumeGoogleImportVariables(TypedDict):
    input: ResumeGoogleImportInput


class ResumeGoogleImportResumeGoogleImportContactImport(TypedDict):
    id: str


class ResumeGoogleImportResumeGoogleImportErrorsParameters(TypedDict):
    name: str
    value: str


class ResumeGoogleImportResumeGoogleImportErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[ResumeGoogleImportResumeGoogleImportErrorsParameters]


class ResumeGoogleImportResumeGoogleImport(TypedDict):
    contactImport: ResumeGoogleImportResumeGoogleImportContactImport | None
    errors: list[ResumeGoogleImportResumeGoogleImportErrors]


class ResumeGoogleImport(TypedDict):
    resumeGoogleImport: ResumeGoogleImportResumeGoogleImport | None


resume_google_import: Operation[ResumeGoogleImport] = load("google/resume_google_import")
