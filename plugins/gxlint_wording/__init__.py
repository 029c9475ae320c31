"""The wording rules."""
