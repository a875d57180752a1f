"""What keeps the door: password, two-factor sign-in, sessions."""
