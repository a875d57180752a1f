"""Joining an account, by the link of an invitation."""
