"""The totals rules."""
