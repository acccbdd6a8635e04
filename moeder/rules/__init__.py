"""What the rules say about meetings: pure, no user, no clock, no writes."""
