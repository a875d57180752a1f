"""The documents of a contact, in a tab of its page, and what begins new ones."""
