"""What read_import.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, TypedDict

from frontend.operations import Operation, load


class ReadImportVariables(TypedDict):
    id: str


class ReadImportContactImportProblemParameters(TypedDict):
    name: str
    value: str


class ReadImportContactImportProblem(TypedDict):
    code: str
    path: list[str]
    parameters: list[ReadImportContactImportProblemParameters]
    row: int | None
    column: str | None


class ReadImportContactImportSourceSheets(TypedDict):
    name: str
    rows: int | None


class ReadImportContactImportSourceNotices(TypedDict):
    code: Literal["ENCODING_MIXED", "HEADER_REPEATED", "ONLY_HEADER", "NO_HEADER"]
    line: int | None
    column: str | None


class ReadImportContactImportSource(TypedDict):
    kind: Literal["CSV", "XLSX", "VCARD"]
    format: Literal["CARNET", "GOOGLE", "GOOGLE_LEGACY", "OUTLOOK", "VCARD", "OTHER"]
    encoding: str | None
    separator: str | None
    sheet: str | None
    sheets: list[ReadImportContactImportSourceSheets]
    hasHeader: bool
    notices: list[ReadImportContactImportSourceNotices]


class ReadImportContactImportColumnsTargetCustomField(TypedDict):
    id: str
    name: str
    kind: Literal["TEXT", "NUMBER", "DATE", "URL"]


class ReadImportContactImportColumnsTarget(TypedDict):
    isSkipped: bool
    field: str | None
    kind: Literal["MAIN", "HOME", "WORK", "MOBILE", "FAX", "BILLING", "SHIPPING", "OTHER"] | None
    number: int
    customField: ReadImportContactImportColumnsTargetCustomField | None
    newName: str | None
    newKind: Literal["TEXT", "NUMBER", "DATE", "URL"] | None


class ReadImportContactImportColumns(TypedDict):
    index: int
    header: str
    samples: list[str]
    isGuess: bool
    isEmpty: bool
    guessedKind: Literal["TEXT", "NUMBER", "DATE", "URL"]
    target: ReadImportContactImportColumnsTarget


class ReadImportContactImportOptionsLabels(TypedDict):
    id: str
    name: str
    color: Literal["GRAY", "RED", "ORANGE", "AMBER", "GREEN", "TEAL", "BLUE", "INDIGO", "PURPLE", "PINK"]


class ReadImportContactImportOptions(TypedDict):
    encoding: str | None
    separator: str | None
    sheet: str | None
    hasHeader: bool | None
    existing: Literal["SKIP", "FILL", "OVERWRITE"]
    subscribed: bool
    consentSource: str
    consentDate: str | None
    labels: list[ReadImportContactImportOptionsLabels]
    newLabels: list[str]


class ReadImportContactImportTrialCounts(TypedDict):
    rows: int
    created: int
    updated: int
    duplicates: int
    rejected: int
    leftOut: int


class ReadImportContactImportTrialReasons(TypedDict):
    code: str
    count: int


class ReadImportContactImportTrialProblemsParameters(TypedDict):
    name: str
    value: str


class ReadImportContactImportTrialProblems(TypedDict):
    row: int
    line: int
    column: str | None
    code: str
    parameters: list[ReadImportContactImportTrialProblemsParameters]
    text: str
    cells: list[str]
    isImported: bool


class ReadImportContactImportTrial(TypedDict):
    counts: ReadImportContactImportTrialCounts
    reasons: list[ReadImportContactImportTrialReasons]
    ignored: list[str]
    problems: list[ReadImportContactImportTrialProblems]
    hasMoreProblems: bool


class ReadImportContactImportProgress(TypedDict):
    rows: int
    created: int
    updated: int
    duplicates: int
    rejected: int
    leftOut: int
    done: int
    total: int


class ReadImportContactImportCounts(TypedDict):
    rows: int
    created: int
    updated: int
    duplicates: int
    rejected: int
    leftOut: int


class ReadImportContactImportReasons(TypedDict):
    code: str
    count: int


class ReadImportContactImportUndoKept(TypedDict):
    id: str
    name: str


class ReadImportContactImportUndo(TypedDict):
    until: str
    isPossible: bool
    keptCount: int
    kept: list[ReadImportContactImportUndoKept]


class ReadImportContactImportFetchRemovedContacts(TypedDict):
    id: str
    name: str


class ReadImportContactImportFetch(TypedDict):
    source: Literal["GOOGLE"]
    account: str | None
    selection: str
    onlyChanges: bool
    people: int
    expected: int | None
    removed: int
    leftOut: int
    isRestarted: bool
    waitingUntil: str | None
    removedContacts: list[ReadImportContactImportFetchRemovedContacts]


class ReadImportContactImport(TypedDict):
    id: str
    version: int
    filename: str
    sizeBytes: int
    uploadedBytes: int
    uploadUrl: str | None
    state: Literal["UPLOADING", "FETCHING", "READY", "CHECKING", "RUNNING", "DONE", "FAILED", "CANCELLED", "UNDOING", "UNDONE"]
    problem: ReadImportContactImportProblem | None
    source: ReadImportContactImportSource | None
    columns: list[ReadImportContactImportColumns]
    preview: list[list[str]]
    options: ReadImportContactImportOptions
    trial: ReadImportContactImportTrial | None
    progress: ReadImportContactImportProgress | None
    counts: ReadImportContactImportCounts | None
    reasons: list[ReadImportContactImportReasons]
    ignored: list[str]
    rejectsUrl: str | None
    undo: ReadImportContactImportUndo | None
    createdAt: str
    startedAt: str | None
    finishedAt: str | None
    jobId: str | None
    startedBy: str
    expiresAt: str
    fetch: ReadImportContactImportFetch | None


class ReadImport(TypedDict):
    contactImport: ReadImportContactImport | None


read_import: Operation[ReadImport] = load("imports/read_import")
