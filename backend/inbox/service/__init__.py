"""One function per verb on messages, threads, saved replies and mailboxes.

write, again, holding   messages written, sent again, held; payment requests taken back
marking, moving         threads read, put aside, given to contacts
replies                 saved replies
mailbox, trying         the settings, and whether they work
setting_aside           letters that cannot be kept
pictures                messages with the images that lie elsewhere
carrying                how letters of other domains leave by the account's own server
senders, threads, search_index     what the others stand on
"""

from backend.inbox.service.again import cancel_payment_request, send_message_again
from backend.inbox.service.holding import discard_message
from backend.inbox.service.mailbox import (
    MailboxDraft,
    MailboxWritten,
    ServerDraft,
    remove_mailbox,
    save_mailbox,
)
from backend.inbox.service.marking import archive_threads, assign_thread, mark_threads
from backend.inbox.service.pictures import pictured_path
from backend.inbox.service.replies import (
    FilledReply,
    ReplyWritten,
    create_reply,
    delete_reply,
    fill_reply,
    find_replies,
    restore_reply,
    update_reply,
)
from backend.inbox.service.setting_aside import dismiss_set_aside
from backend.inbox.service.trying import MailboxTried, test_mailbox
from backend.inbox.service.write import MessageKept, send_message

__all__ = [
    "FilledReply",
    "MailboxDraft",
    "MailboxTried",
    "MailboxWritten",
    "MessageKept",
    "ReplyWritten",
    "ServerDraft",
    "archive_threads",
    "assign_thread",
    "cancel_payment_request",
    "create_reply",
    "delete_reply",
    "discard_message",
    "dismiss_set_aside",
    "fill_reply",
    "find_replies",
    "mark_threads",
    "pictured_path",
    "remove_mailbox",
    "restore_reply",
    "save_mailbox",
    "send_message",
    "send_message_again",
    "test_mailbox",
    "update_reply",
]
