"""The words of every refusal code of the API; a test holds this against the ErrorCode enum of
schema.graphql.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta

from frontend.billing_error_words import BILLING_ERROR_WORDS
from frontend.campaign_error_words import CAMPAIGN_ERROR_WORDS
from frontend.google_error_words import GOOGLE_ERROR_WORDS
from frontend.locale import (
    current_time_zone,
    format_date,
    format_number,
    format_time,
    format_wait,
    t,
)
from frontend.privacy_error_words import PRIVACY_ERROR_WORDS

Words = Callable[[Mapping[str, str]], str]
"""A refusal's parameters → its words, in the reader's language. Raises KeyError when one is
missing.
"""


def _too_many_tries(seconds: int) -> str:
    wait = format_wait(seconds)
    if str(current_time_zone()) == "UTC":  # a visitor whose clock is not known yet
        return t("Too many tries. Try again in {wait}.", wait=wait)
    time = format_time(datetime.now(UTC) + timedelta(seconds=seconds))
    return t("Too many tries. Try again in {wait}, at {time}.", wait=wait, time=time)


def _contact_field(name: str) -> str:
    return {
        "givenName": t("Given name"),
        "familyName": t("Family name"),
        "company": t("Company"),
        "position": t("Position"),
        "emails": t("E-mails"),
        "phones": t("Phones"),
        "addresses": t("Addresses"),
        "labels": t("Labels"),
        "photo": t("Photo"),
        "customValues": t("Custom fields"),
    }.get(name, name)


def _other_kind(kind: str) -> str:
    """Say what to do with a file of a kind that contacts are not read from."""
    if kind == "xls":
        return t(
            "This is an old Excel file, or one with a password. Save it as XLSX without a password."
        )
    if kind in ("ods", "numbers", "xlsb"):
        return t("This is a spreadsheet of another program. Save it as XLSX or CSV.")
    if kind in ("zip", "gzip", "rar", "7z"):
        return t("This is an archive. Unpack it, and choose the file in it.")
    return t("This is a file of another kind. Export the contacts as CSV, XLSX or vCard.")


ERROR_WORDS: dict[str, Words] = {
    "INVALID": lambda _: t("This is not right."),
    "REQUIRED": lambda _: t("This is needed."),
    "TOO_LONG": lambda p: t("At most {maximum} characters.", maximum=p["maximum"]),
    "TOO_MANY": lambda p: t("At most {maximum}.", maximum=p["maximum"]),
    "INVALID_CHARACTERS": lambda _: t("There are characters in it that cannot be kept."),
    "INVALID_WEB_ADDRESS": lambda _: t(
        "This is no address of a site. It begins with http:// or https:// and holds no password."
    ),
    "TOO_MANY_SITES": lambda p: t("At most {maximum} sites.", maximum=p["maximum"]),
    "INVALID_ID": lambda _: t("This does not exist."),
    "INVALID_CURSOR": lambda _: t("This place in the list no longer exists."),
    "INVALID_PAGE": lambda p: t("Ask for {maximum} at most.", maximum=p["maximum"]),
    "NOT_FOUND": lambda _: t("This no longer exists."),
    "UNAUTHENTICATED": lambda _: t("Sign in first."),
    "FORBIDDEN": lambda _: t("Your role does not allow this."),
    "STALE_VERSION": lambda _: t("Somebody changed this in the meantime."),
    "RATE_LIMITED": lambda p: _too_many_tries(int(p["retryAfterSeconds"])),
    "IDEMPOTENCY_KEY_REUSED": lambda _: t("This was sent before with other values."),
    "EMAIL_INVALID": lambda _: t("This is not an e-mail address."),
    "EMAIL_TAKEN": lambda _: t("Somebody already signs in with this address."),
    "EMAIL_REPEATED": lambda _: t("This address is already in the list."),
    "PASSWORD_TOO_SHORT": lambda p: t("At least {minimum} characters.", minimum=p["minimum"]),
    "PASSWORD_TOO_COMMON": lambda _: t("This password is among the first that anyone would try."),
    "PASSWORD_IS_EMAIL": lambda _: t("The password is too much like the e-mail address."),
    "PASSWORD_WRONG": lambda _: t("This is not the current password."),
    "SIGN_IN_FAILED": lambda _: t("The address and the password do not go together."),
    "SIGN_UP_CLOSED": lambda _: t("This server takes new people by invitation only."),
    "NO_ACCOUNT": lambda _: t("You belong to no account any more."),
    "TICKET_INVALID": lambda _: t("Signing in took too long. Try again."),
    "RESET_LINK_INVALID": lambda _: t("This link was used or is too old. Ask for another."),
    "EMAIL_LINK_INVALID": lambda _: t(
        "This link was used or is too old. Change the address again."
    ),
    "CODE_INVALID": lambda _: t("This code is not right."),
    "TOTP_ALREADY_ENABLED": lambda _: t("Two-factor sign-in is on already."),
    "TOTP_NOT_ENABLED": lambda _: t("Two-factor sign-in is off."),
    "COUNTRY_UNKNOWN": lambda _: t("Choose a country."),
    "LOCALE_UNKNOWN": lambda _: t("Choose a language."),
    "TIME_ZONE_UNKNOWN": lambda _: t("Choose a time zone."),
    "CURRENCY_UNKNOWN": lambda _: t("Choose a currency."),
    "INVITATION_INVALID": lambda _: t("This invitation was used or withdrawn, or is too old."),
    "INVITATION_FOR_ANOTHER": lambda _: t("This invitation is for another person."),
    "ALREADY_INVITED": lambda _: t("This address is invited already; send the invitation again."),
    "ALREADY_MEMBER": lambda _: t("This person is in the team already."),
    "ROLE_NOT_ALLOWED": lambda _: t("Your own role cannot give or take this one."),
    "LAST_OWNER": lambda _: t("An account always keeps an owner."),
    "ACCOUNT_UNKNOWN": lambda _: t("There is no such account."),
    "ACCOUNT_AMBIGUOUS": lambda _: t("Several accounts have this name."),
    "EXPIRY_IN_PAST": lambda _: t("Choose a day to come."),
    "KEY_INVALID": lambda _: t("This cannot be kept under this name."),
    "VALUE_TOO_LARGE": lambda _: t("This is too large to be kept."),
    "CONTACT_EMPTY": lambda _: t("Give a name, a company, an e-mail or a phone number."),
    "CONTACT_DELETED": lambda _: t("This contact is deleted. Restore it first."),
    "PHONE_INVALID": lambda _: t("A phone number has at least one digit."),
    "FILTER_TOO_COMPLEX": lambda _: t("This filter has too many parts."),
    "SEGMENT_NAME_TAKEN": lambda _: t("There is a saved filter of this name already."),
    "TOO_MANY_SEGMENTS": lambda p: t(
        "There are {maximum} saved filters already; delete one first.", maximum=p["maximum"]
    ),
    "SEGMENT_CYCLE": lambda _: t("A saved filter cannot be a condition of itself."),
    "SEGMENT_NOT_SHARED": lambda _: t(
        "It uses a saved filter that the team does not see. Share that one first."
    ),
    "DUE_NOT_UNDERSTOOD": lambda _: t(
        "This is no date. Try “tomorrow”, “next Friday at 3pm” or “27/11”."
    ),
    "DUE_OUT_OF_RANGE": lambda p: t(
        "A task is due between {earliest} and {latest}.",
        earliest=format_date(p["earliest"]),
        latest=format_date(p["latest"]),
    ),
    "DUE_TWICE": lambda _: t("Say once when it is due."),
    "REMINDER_PAST": lambda _: t("This time is over. Choose a later one."),
    "TASK_DELETED": lambda _: t("This task was deleted meanwhile."),
    "ASSIGNEE_UNKNOWN": lambda _: t("This person does not belong to the team."),
    "DAYS_OUT_OF_RANGE": lambda p: t(
        "Between {minimum} and {maximum} days.", minimum=p["minimum"], maximum=p["maximum"]
    ),
    "SELECTION_REQUIRED": lambda _: t("Choose some contacts first."),
    "UPLOAD_EXPIRED": lambda _: t("Sending took too long. Choose the file again."),
    "UPLOAD_TOO_LARGE": lambda p: t(
        "This file is too large: at most {maximum} MB.", maximum=p["maximumMb"]
    ),
    "UPLOAD_MISSING": lambda _: t("Choose a file."),
    "NOT_AN_IMAGE": lambda _: t("This is not a JPEG, PNG, WebP or GIF picture."),
    "IMAGE_TOO_LARGE": lambda _: t("This picture has too many pixels."),
    "LABEL_NAME_TAKEN": lambda _: t("There is a label of this name already."),
    "TOO_MANY_LABELS": lambda p: t(
        "There are {maximum} labels already; delete one first.", maximum=p["maximum"]
    ),
    "CUSTOM_FIELD_NAME_TAKEN": lambda _: t("There is a field of this name already."),
    "CUSTOM_FIELD_NAME_RESERVED": lambda _: t(
        "A standard field is called so already. Choose another name."
    ),
    "TOO_MANY_CUSTOM_FIELDS": lambda p: t(
        "There are {maximum} fields already; delete one first.", maximum=p["maximum"]
    ),
    "CUSTOM_VALUE_OF_OTHER_KIND": lambda p: t(
        "{field} holds values of another type.", field=p["field"]
    ),
    "CUSTOM_NUMBER_INVALID": lambda p: t("{field}: this is not a number.", field=p["field"]),
    "CUSTOM_NUMBER_TOO_PRECISE": lambda p: t(
        "{field}: at most {whole} digits before the decimal sign and {fraction} behind it.",
        field=p["field"],
        whole=p["whole"],
        fraction=p["fraction"],
    ),
    "CUSTOM_DATE_INVALID": lambda p: t("{field}: this is not a date.", field=p["field"]),
    "CUSTOM_URL_INVALID": lambda p: t(
        "{field}: this is not a web address, nor an e-mail after mailto:.", field=p["field"]
    ),
    "CUSTOM_VALUE_TOO_LONG": lambda p: t(
        "{field}: at most {maximum} characters.", field=p["field"], maximum=p["maximum"]
    ),
    "CUSTOM_VALUE_INVALID_CHARACTERS": lambda p: t(
        "{field}: there are characters in it that cannot be kept.", field=p["field"]
    ),
    "FILE_REFUSED": lambda _: t("This file cannot be imported."),
    "FILE_UNREADABLE": lambda p: t("The file {name} cannot be read.", name=p["name"]),
    "FILE_EMPTY": lambda _: t("There is nothing in this file."),
    "FILE_NOT_TEXT": lambda p: _other_kind(p["kind"]),
    "FILE_BROKEN": lambda _: t("This file is damaged, or not all of it is here. Export it again."),
    "FILE_TOO_COMPLEX": lambda p: t(
        "This file takes too much to read: more than {maximum} MB unpacked. Save it as CSV.",
        maximum=p["maximum"],
    ),
    "SHEET_UNKNOWN": lambda p: t("There is no sheet called {sheet}.", sheet=p["sheet"]),
    "ENCODING_UNKNOWN": lambda p: t("The encoding {encoding} is unknown.", encoding=p["encoding"]),
    "SEPARATOR_INVALID": lambda _: t("The separator must be one character."),
    "HEADER_UNREADABLE": lambda _: t(
        "The first row cannot be read: look for a quotation mark that is never closed."
    ),
    "HEADER_UNKNOWN": lambda _: t(
        "Nobody could be named or reached by these columns. Choose one for names, e-mails or "
        "phones."
    ),
    "IMPORT_TARGET_INVALID": lambda _: t("A column cannot become this."),
    "TOO_MANY_COLUMNS": lambda p: t(
        "The file has {columns} columns; {maximum} can be read. Delete some of them.",
        columns=p["columns"],
        maximum=p["maximum"],
    ),
    "ROW_REFUSED": lambda _: t("This row was left out."),
    "BROKEN_QUOTES": lambda _: t("A quotation mark is never closed."),
    "ROW_TOO_LONG": lambda p: t(
        "This row is longer than {maximum} characters.", maximum=p["maximum"]
    ),
    "TOO_MANY_CELLS": lambda p: t(
        "This row has {cells} cells for {columns} columns.", cells=p["cells"], columns=p["columns"]
    ),
    "UNDECODABLE_TEXT": lambda _: t("Some letters cannot be read in this encoding."),
    "NOTHING_TO_IMPORT": lambda _: t("There is nothing to import in this row."),
    "REPORT_UNWRITABLE": lambda p: t(
        "The report of rejected rows cannot be written to {name}.", name=p["name"]
    ),
    "DATE_INVALID": lambda _: t("This is not a date."),
    "EXPORT_EXPIRED": lambda _: t("This download took too long to begin. Export again."),
    "EXPORT_NOT_YOURS": lambda _: t(
        "This download was made by somebody else, or in another account."
    ),
    "IMPORT_TOO_LARGE": lambda p: t(
        "This file is too large: at most {maximum} MB. Split it into several.",
        maximum=p["maximumMb"],
    ),
    "IMPORT_QUOTA": lambda p: t(
        "{maximum} files wait to be imported already. Discard some of them first.",
        maximum=p["maximum"],
    ),
    "IMPORT_NOT_READY": lambda _: t(
        "This file cannot be imported yet: it is not all here, or cannot be read as it is."
    ),
    "IMPORT_RUNNING": lambda _: t("Work on this import is under way. Wait for it, or cancel it."),
    "IMPORT_OVER": lambda _: t("This import has begun already; its choices stand."),
    "IMPORT_NOT_STARTED": lambda _: t("There is nothing to stop or to undo."),
    "IMPORT_FAILED": lambda _: t(
        "The server could not go on, though it tried several times. Undo what was imported, or "
        "import the file again: people who are there are found."
    ),
    "CONSENT_NEEDED": lambda _: t("Say where, how and when these people agreed."),
    "UNDO_EXPIRED": lambda _: t("It is too late to undo this."),
    "UPLOAD_BUSY": lambda _: t("This file is being sent from another window."),
    "UPLOAD_OVER": lambda _: t("This upload is over. Choose the file again."),
    "UPLOAD_MISPLACED": lambda _: t("The server expected another part of the file."),
    "UPLOAD_OVERFLOW": lambda _: t("The file is larger than announced. Was it changed meanwhile?"),
    "FILE_TOO_LARGE": lambda p: t(
        "This file is too large: at most {maximum} MB.", maximum=p["maximumMb"]
    ),
    "FILES_TAKE_TOO_MUCH": lambda p: t(
        "There is no room for this: the account’s files may take {maximum} MB together, {free} MB "
        "are left. What was deleted counts until it is gone for good.",
        maximum=format_number(int(p["maximumMb"])),
        free=format_number(int(p["freeMb"])),
    ),
    "FILE_WITHOUT_CONTENT": lambda _: t("There is nothing in this file."),
    "TOO_MANY_UPLOADS": lambda p: t(
        "{maximum} files are being sent already. Wait for some of them.", maximum=p["maximum"]
    ),
    "UPLOAD_UNFINISHED": lambda _: t("Not all of this file has arrived. Send it again."),
    "FILE_LINK_EXPIRED": lambda _: t("This address is over. Open the file again."),
    "STORAGE_UNAVAILABLE": lambda _: t("Files cannot be kept right now. Try again in a moment."),
    "LEAD_UNREACHABLE": lambda _: t("A lead needs an e-mail or a phone."),
    "BUDGET_INVALID": lambda _: t("This is not an amount."),
    "DISK_FULL": lambda _: t("The server’s disk is full: nothing can be kept at the moment."),
    "SAME_CONTACT": lambda _: t("These are one contact already."),
    "CONTACT_MERGED": lambda _: t("This contact was merged into another one meanwhile."),
    "MERGE_FINAL": lambda p: t(
        "A merge can be undone for {days} days; this one is older.", days=p["days"]
    ),
    "CONSENT_IN_FUTURE": lambda _: t("Nobody has agreed on a day that is still to come."),
    "JOB_ACTIVE": lambda _: t("This still goes on; wait for its end, or stop it first."),
    "JOB_OVER": lambda _: t("This is over already: there is nothing left to stop."),
    "GONE_FOR_GOOD": lambda _: t("What was erased is gone for good."),
    "JOB_FINAL": lambda p: t(
        "This can be undone for {days} days; it is longer ago.", days=p["days"]
    ),
    "MERGED_AGAIN": lambda _: t("The contact was merged again since; undo that first."),
    "CHANGED_SINCE_MERGE": lambda p: t(
        "Undoing would destroy what was changed since: {fields}.",
        fields=", ".join(_contact_field(field) for field in p["fields"].split()),
    ),
    "EMPTY_MESSAGE": lambda _: t("Write something first."),
    "FILES_TOO_LARGE": lambda p: t(
        "At most {maximum_mb} MB for all files of a message.", maximum_mb=p["maximumMb"]
    ),
    "NO_EMAIL_ADDRESS": lambda _: t("This contact has no e-mail address."),
    "NOT_THEIR_ADDRESS": lambda _: t("This is none of their addresses."),
    "MESSAGE_NOT_FAILED": lambda _: t("This message did not fail."),
    "MESSAGE_NOT_HELD": lambda _: t("This message is not held any more."),
    "INVALID_AMOUNT": lambda _: t("This amount cannot be asked for."),
    "AMOUNT_OR_INVOICE": lambda _: t("Ask for an amount, or for what is left of an invoice."),
    "NOT_THEIR_INVOICE": lambda _: t("This invoice is another client's."),
    "NOTHING_TO_PAY": lambda _: t("Nothing is left to pay of this invoice."),
    "ASKED_BY_INVOICE": lambda _: t(
        "An invoice stays due: void it, or write a credit note, to ask for it no longer."
    ),
    "SAVED_REPLY_NAME_TAKEN": lambda _: t("There is a saved reply of this name already."),
    "TOO_MANY_SAVED_REPLIES": lambda p: t(
        "There are {maximum} saved replies already; delete one first.", maximum=p["maximum"]
    ),
    "UNKNOWN_PLACEHOLDER": lambda p: t(
        "“{name}” stands for nothing that is known.", name=p["name"]
    ),
    "INVALID_MAIL_HOST": lambda _: t("This is not the name of a server."),
    "INVALID_MAIL_PORT": lambda p: t("Choose one of these ports: {ports}.", ports=p["ports"]),
    "THREAD_HAS_CONTACT": lambda _: t("This conversation belongs to a contact already."),
    "MAIL_SECURITY_REQUIRED": lambda _: t(
        "A password must not travel in clear. Choose TLS or STARTTLS."
    ),
    "NO_RECIPIENT": lambda _: t("Choose who to write to."),
    **BILLING_ERROR_WORDS,
    **PRIVACY_ERROR_WORDS,
    **CAMPAIGN_ERROR_WORDS,
    **GOOGLE_ERROR_WORDS,
    "TOO_MANY_WORKFLOWS": lambda p: t(
        "There are {maximum} boards already; delete one first.", maximum=p["maximum"]
    ),
    "TOO_MANY_STEPS": lambda p: t("This board has {maximum} steps already.", maximum=p["maximum"]),
    "STEP_HAS_CARDS": lambda _: t("This step has cards. Choose where they go."),
    "DUE_DAYS_INVALID": lambda p: t("Between 0 and {maximum} days.", maximum=p["maximum"]),
    "STEP_THE_SAME": lambda _: t("Choose another step: cards come to this one."),
    "AUTOMATION_BROKEN": lambda _: t("Something that the automation needs is gone."),
    "STEP_GONE": lambda _: t("This step was deleted meanwhile. Choose another one."),
    "WON_STEP_NEEDED": lambda _: t("A board has exactly one step for what is won."),
    "LAST_STEP": lambda _: t("A board keeps at least one step beside its outcomes."),
    "LOST_STEP_TAKEN": lambda _: t("This board has a step for what is lost already."),
    "OUTCOME_FIXED": lambda _: t("The steps for what is won and lost stand last."),
    "WORKFLOW_DELETED": lambda _: t("This board was deleted meanwhile."),
    "CARD_ARCHIVED": lambda _: t("This card is archived. Take it out of the archive first."),
    "CARD_DELETED": lambda _: t("This card was deleted meanwhile."),
    "NEIGHBOUR_INVALID": lambda _: t("The card cannot stand there."),
    "NEIGHBOUR_GONE": lambda _: t("The card beside it was moved meanwhile. Try again."),
    "CONTACT_GIVEN_TWICE": lambda _: t("Choose a contact or make a new one, not both."),
    "CARD_UNNAMED": lambda _: t("A card needs a title or a contact."),
    "VALUE_OUT_OF_RANGE": lambda _: t("This value cannot be kept."),
    "NOT_LOST": lambda _: t("Only a lost card has a reason for it."),
    "STALE_DAYS_INVALID": lambda p: t("Between 1 and {maximum} days.", maximum=p["maximum"]),
}
