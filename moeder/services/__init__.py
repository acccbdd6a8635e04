"""What can be done with meetings: one function is one action, one transaction, one audit line."""
