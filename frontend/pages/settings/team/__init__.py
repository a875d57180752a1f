"""The people of the account: members, roles, invitations."""
