"""How the account sends campaigns, and what it counts of their readers."""
