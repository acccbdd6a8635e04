"""What the rules of spending, deliveries and accounts say: pure, no user, no clock, no writes."""
