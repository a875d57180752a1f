"""What the pages of messages and of the mailbox share: why mail was not sent or read, in words."""
