"""Every SELECT of billing, scoped to the actor's account."""
