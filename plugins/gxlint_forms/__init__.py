"""The forms rules."""
