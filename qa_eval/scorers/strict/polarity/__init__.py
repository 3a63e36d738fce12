"""Yes, no and not: what an answer affirms or denies, and of what."""
