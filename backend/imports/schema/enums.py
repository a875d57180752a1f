"""The enums of imports, as the schema shows them."""

from __future__ import annotations

from enum import StrEnum

from backend.core.graphql.enums import describe_enum
from backend.imports.choices import Existing
from backend.imports.formats import FileFormat
from backend.imports.notices import NoticeCode
from backend.imports.signatures import SourceKind
from backend.imports.states import FetchSource, ImportState
from backend.imports.targets import CHOICES, KINDS
from backend.imports.vocabulary import Field

_PICKER_ORDER = (
    Field.GIVEN_NAME, Field.MIDDLE_NAME, Field.FAMILY_NAME, Field.FULL_NAME, Field.COMPANY,
    Field.POSITION, Field.EMAIL, Field.EMAIL_KIND, Field.EMAIL_STATUS, Field.EMAIL_STATUS_SINCE,
    Field.PHONE, Field.PHONE_KIND, Field.ADDRESS, Field.STREET, Field.HOUSE_NUMBER,
    Field.EXTENDED, Field.PO_BOX, Field.CITY, Field.REGION, Field.POSTAL_CODE, Field.COUNTRY,
    Field.ADDRESS_KIND, Field.LABELS, Field.LABEL_COLORS, Field.CREATED, Field.LAST_ACTIVITY,
    Field.IDENTITY,
)  # fmt: skip
if set(_PICKER_ORDER) != set(CHOICES):
    raise TypeError("every field that a column can be chosen for has its place in the picker")

ContactImportField = StrEnum(  # type: ignore[misc]
    "ContactImportField", [(field.name, field.value) for field in _PICKER_ORDER]
)
ImportValueKind = StrEnum(  # type: ignore[misc]
    "ImportValueKind", [(kind.upper(), kind) for kind in KINDS]
)

describe_enum(
    ImportState,
    "Where an import stands.",
    {
        "UPLOADING": "Its file is announced; not all of it has arrived.",
        "FETCHING": "Its contacts are fetched from another program; see `fetch`. With a `problem` "
        "that has stopped, until somebody lets it go on.",
        "READY": "Its file is there, to be configured, checked and imported.",
        "CHECKING": "A dry run reads the file.",
        "RUNNING": "The contacts are being brought in.",
        "DONE": "The file was read to its end.",
        "FAILED": "The server could not go on; `problem` says why. Whole batches are in the book.",
        "CANCELLED": "Somebody stopped it. Whole batches are in the book.",
        "UNDOING": "What it brought is being taken back.",
        "UNDONE": "What it brought was taken back, but for what was changed since.",
    },
)
describe_enum(
    FetchSource,
    "The programs that contacts are fetched from.",
    {"GOOGLE": "Google Contacts."},
    name="ImportFetchSource",
)
describe_enum(
    Existing,
    "What happens to people who are in the book already, found by e-mail, then by phone.",
    {
        "SKIP": "Nothing; their rows count as duplicates.",
        "FILL": "Empty fields are filled; new e-mails, phones, addresses and labels are added.",
        "OVERWRITE": "As `FILL`, and names, company, position and custom values are replaced by "
        "what the file has.",
    },
    name="ImportExisting",
)
describe_enum(
    FileFormat,
    "Which program wrote a file, as far as its columns tell.",
    {
        "CARNET": "An export of our own.",
        "GOOGLE": "Google Contacts.",
        "GOOGLE_LEGACY": "Google Contacts, as it was exported until 2024.",
        "OUTLOOK": "Outlook.",
        "VCARD": "An address book that writes vCards.",
        "OTHER": "Any other program.",
    },
    name="ImportFormat",
)
describe_enum(
    ContactImportField,
    "What a column of a file can become, in the order of a picker.",
    {
        "GIVEN_NAME": "Given name.",
        "MIDDLE_NAME": "Middle name; it joins the given name.",
        "FAMILY_NAME": "Family name.",
        "FULL_NAME": "The whole name, which is never split.",
        "COMPANY": "Company.",
        "POSITION": "Position.",
        "EMAIL": "E-mail address.",
        "EMAIL_KIND": "What the e-mail of the same number is for.",
        "EMAIL_STATUS": "Whether the holder of the e-mail of the same number is subscribed.",
        "EMAIL_STATUS_SINCE": "Since when that is so.",
        "PHONE": "Phone number.",
        "PHONE_KIND": "What the phone of the same number is for.",
        "ADDRESS": "The whole postal address as one text.",
        "STREET": "Street.",
        "HOUSE_NUMBER": "House number; it joins the street.",
        "EXTENDED": "Second line of the street.",
        "PO_BOX": "Post office box.",
        "CITY": "City.",
        "REGION": "Region, state or province.",
        "POSTAL_CODE": "Postal code.",
        "COUNTRY": "Country, by name or code.",
        "ADDRESS_KIND": "What the address of the same number is for.",
        "LABELS": "Labels, several in one cell.",
        "LABEL_COLORS": "Colours of the labels, in their order; of our own export.",
        "CREATED": "When the contact was made; of our own export.",
        "LAST_ACTIVITY": "Its last activity; of our own export.",
        "IDENTITY": "The contact's id in the account that exported it.",
    },
)
describe_enum(
    ImportValueKind,
    "What an e-mail, a phone or an address of a file is for. E-mails are main, home, work or "
    "other; phones also mobile and fax; addresses home, work, billing, shipping or other.",
    {
        "MAIN": "The main one.",
        "HOME": "At home.",
        "WORK": "At work.",
        "MOBILE": "Mobile.",
        "FAX": "Fax.",
        "BILLING": "For invoices.",
        "SHIPPING": "For deliveries.",
        "OTHER": "Any other.",
    },
)
describe_enum(
    SourceKind,
    "What kind of file it is, whatever its name says.",
    {
        "CSV": "A table as text, whatever separates its cells.",
        "XLSX": "An Excel workbook.",
        "VCARD": "vCards of any version.",
    },
    name="ImportKind",
)
describe_enum(
    NoticeCode,
    "What there is to know of a file, though it can be read.",
    {
        "ENCODING_MIXED": "It is written in two encodings: letters of some rows come out wrong, or "
        "cost their row.",
        "HEADER_REPEATED": "Two columns are named the same.",
        "ONLY_HEADER": "There is nothing below the header.",
        "NO_HEADER": "The first row seems to be of a person: columns are called by number.",
    },
    name="ImportNoticeCode",
)
