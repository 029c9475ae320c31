"""The markup rules."""
