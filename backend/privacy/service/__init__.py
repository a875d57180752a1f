"""What is done with privacy requests, one verb a file.

changing   holding the row of a request, writing its columns, telling who follows it
matching   details → the people they may be
create     a request is written down
confirm    whose data it is; a copy begins then
cancel     calling one off
copying    the job of a copy
downloading, links, sending   how a copy reaches who asked for it
expiring   the end of its archive
deadlines, telling   reminders and notices to the team
purging    the end of documents that the law made the account keep
held       what requests themselves hold about a person
"""
