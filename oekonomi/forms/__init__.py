"""What people send in about the money that moves."""
