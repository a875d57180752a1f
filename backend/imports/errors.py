"""Why a file, or one row of it, stays out."""

from __future__ import annotations

from backend.core.errors import Refusal


class FileRefused(Refusal):
    """The whole file cannot be imported; each reason below has its own code."""

    code = "FILE_REFUSED"


class ImportTooLarge(Refusal):
    """Parameters: ``maximum_mb`` of a file."""

    code = "IMPORT_TOO_LARGE"


class ImportQuota(Refusal):
    """Too many files wait to be imported; discard some. Parameters: ``maximum`` files."""

    code = "IMPORT_QUOTA"


class ImportNotReady(Refusal):
    """The file is not whole yet, or cannot be read as it is configured."""

    code = "IMPORT_NOT_READY"


class ImportRunning(Refusal):
    """A check, an import or an undo is at work on it."""

    code = "IMPORT_RUNNING"


class ImportOver(Refusal):
    """The import has begun or is over: its choices stand."""

    code = "IMPORT_OVER"


class ImportNotStarted(Refusal):
    """There is nothing to cancel, or to undo."""

    code = "IMPORT_NOT_STARTED"


class ImportFailed(Refusal):
    """The server could not go on, several times; what is done can be undone."""

    code = "IMPORT_FAILED"


class PersonErased(Refusal):
    """Who the row is of asked to be erased; by hand they can be written down again."""

    code = "PERSON_ERASED"


class ConsentNeeded(Refusal):
    """Subscribing people needs where, how and when they agreed."""

    code = "CONSENT_NEEDED"


class UndoExpired(Refusal):
    """What could be undone for thirty days is final now."""

    code = "UNDO_EXPIRED"


class FileUnreadable(FileRefused):
    """There is no such file, it may not be read, or is no file. Parameters: ``name``."""

    code = "FILE_UNREADABLE"


class FileEmpty(FileRefused):
    """The file has no header, or nothing at all."""

    code = "FILE_EMPTY"


class FileNotText(FileRefused):
    """The file is none that contacts are read from, whatever its name says.

    Parameters: ``kind``, what it looks like: xls, ods, numbers, pdf, zip, html, docx ...
    """

    code = "FILE_NOT_TEXT"


class FileTooComplex(FileRefused):
    """A workbook or a file of cards that takes too much to read; as CSV it would be read.

    Parameters: ``maximum`` megabytes unpacked.
    """

    code = "FILE_TOO_COMPLEX"


class FileBroken(FileRefused):
    """The file is cut off or damaged. Parameters: ``kind``, xlsx or vcard."""

    code = "FILE_BROKEN"


class SheetUnknown(FileRefused):
    """The workbook has no such sheet. Parameters: ``sheet``."""

    code = "SHEET_UNKNOWN"


class EncodingUnknown(FileRefused):
    """The chosen encoding is not one of a text file. Parameters: ``encoding``."""

    code = "ENCODING_UNKNOWN"


class SeparatorInvalid(FileRefused):
    """The chosen separator is not one character, or one that cannot separate."""

    code = "SEPARATOR_INVALID"


class HeaderUnreadable(FileRefused):
    """The first record is not a row of names: broken quotes, or far too long.

    Parameters: ``row``.
    """

    code = "HEADER_UNREADABLE"


class HeaderUnknown(FileRefused):
    """No column has a name that says what it holds. Parameters: ``columns``, how many there are."""

    code = "HEADER_UNKNOWN"


class TargetInvalid(FileRefused):
    """What was chosen for a column is nothing that a column can become. Parameters: ``target``."""

    code = "IMPORT_TARGET_INVALID"


class TooManyColumns(FileRefused):
    """Parameters: ``columns`` found, ``maximum`` read, ``row`` of the header."""

    code = "TOO_MANY_COLUMNS"


class ReportUnwritable(FileRefused):
    """The report of rejected rows cannot be written there. Parameters: ``name``."""

    code = "REPORT_UNWRITABLE"


class RowRefused(Refusal):
    """One row stays out; the path of the refusal is the header of the cell at fault, if any."""

    code = "ROW_REFUSED"


class BrokenQuotes(RowRefused):
    """A quote is opened and never closed, or closed in the middle of a cell.

    Parameters: ``lines`` of the file that are left out with it.
    """

    code = "BROKEN_QUOTES"


class RowTooLong(RowRefused):
    """Parameters: ``maximum`` characters in one row, ``lines`` of the file that are left out."""

    code = "ROW_TOO_LONG"


class TooManyCells(RowRefused):
    """The row has more cells than the header. Parameters: ``cells``, ``columns``."""

    code = "TOO_MANY_CELLS"


class UndecodableText(RowRefused):
    """Some bytes mean nothing in the file's encoding."""

    code = "UNDECODABLE_TEXT"


class NothingToImport(RowRefused):
    """The row holds nothing in the columns that are imported."""

    code = "NOTHING_TO_IMPORT"


class DateInvalid(RowRefused):
    """The text is not a date and time that this format writes."""

    code = "DATE_INVALID"
