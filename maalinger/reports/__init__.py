"""What pages and papers print about criteria: which there are, what was measured, and where each stands."""
