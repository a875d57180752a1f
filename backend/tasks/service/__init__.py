"""Verbs of tasks.

drafts     what is handed in, checked
write      create and update
state      complete and reopen, delete and restore
noting     which contacts have open tasks, noted where filters look
following  how tasks follow their contacts
reminding  telling the assignee in time
feeds      the secret address of a person's calendar
tidy       erasing for good, personal data
"""

from backend.tasks.service.drafts import UNSET, DueDraft, TaskChanges, TaskDraft
from backend.tasks.service.feeds import create_feed, feed_path, open_feed, revoke_feed
from backend.tasks.service.moments import moment_of
from backend.tasks.service.reminding import remind
from backend.tasks.service.state import complete_task, delete_task, reopen_task, restore_task
from backend.tasks.service.tidy import erase_tasks, gather_tasks, purge_deleted_tasks
from backend.tasks.service.write import TaskWritten, create_task, update_task

__all__ = [
    "UNSET",
    "DueDraft",
    "TaskChanges",
    "TaskDraft",
    "TaskWritten",
    "complete_task",
    "create_feed",
    "create_task",
    "delete_task",
    "erase_tasks",
    "feed_path",
    "gather_tasks",
    "moment_of",
    "open_feed",
    "purge_deleted_tasks",
    "remind",
    "reopen_task",
    "restore_task",
    "revoke_feed",
    "update_task",
]
