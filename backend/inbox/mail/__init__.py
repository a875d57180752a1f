"""Mail servers: connecting to them, giving them letters, reading letters from them.

hosts      which addresses may be connected to, and connecting
trouble    what can go wrong, by code
smtp       giving a letter to a server
carrier    giving many letters to one, over one connection
imap       reading a mailbox
composing  a message as the letter that is sent
parsing    a letter as the message that is kept
"""
