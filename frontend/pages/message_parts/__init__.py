"""A conversation and the field to write in, for the page of a contact and for the inbox.

conversation  `Conversation(contact_id=…)` or `Conversation(thread_id=…)`: all of it
state         the messages as one window sees them: read, followed, marked as read
message       one message, drawn once for every window
asked         the money that a message asks for, and how far it is paid
delivery      how far a message is, in words
acts          sending again, cancelling a payment request, showing images and files
opened        what is open above the conversation
writing       the composer, or what has to be done before one can write
composer      what is written, kept on the server while it is typed, sent once
recipient     who is written to
sending       what is typed, as the API takes it
enclosures    the files of a message that is being written
payment       the money that is asked for with it
saved_replies, reply_form, placeholders  what is written once and used again
"""
