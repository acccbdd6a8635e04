"""What can be done to the agreement: one function is one action, one transaction, one audit line."""
