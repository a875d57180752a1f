"""What every domain stands on; knows no domain.

settings      the CARNET_* environment, checked once at start
database/     guarded transactions, separate read connections, migrations
unit_of_work  the only way to write: rows, facts and jobs commit together
change_log    the account's history, in a total order; cursors into it
bus, feed     who wakes whom after a commit; following the log live
jobs, mail    leased work after commit; letters through SMTP or the outbox folder
permissions   the actor, roles, scopes
errors        coded refusals, never prose
ids, paging   global ids, keyset cursors
light_rows    classes of rows that are made by the hundred thousand
registry      what each domain declares: personal data, importable and exportable columns
storage, secrets, clock, locale, idempotency
"""
