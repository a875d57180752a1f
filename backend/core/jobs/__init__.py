"""Work after a commit: queued in the same transaction, leased, at least once.

queue              inserting and claiming rows
handlers           the functions by name, and the schedules
reactions, react   jobs that follow from what happened
worker             the loop
"""

from backend.core.jobs.handlers import attend, job, schedule

__all__ = ["attend", "job", "schedule"]
