"""What people fill in about what happened, one file a kind of thing."""
