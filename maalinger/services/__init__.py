"""What can be done with what was measured, one file a kind of thing."""
