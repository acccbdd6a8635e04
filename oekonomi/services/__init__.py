"""What can be done with the money that moves: one function = one action = one transaction = one audit line."""
