"""The address that the account writes from, and where its answers are read.

page     the tab: how it does, the form, forgetting it
form     what is set, tried and saved
servers  the fields of a server for sending or reading
values   from the API's mailbox to the form's fields, and back
"""
