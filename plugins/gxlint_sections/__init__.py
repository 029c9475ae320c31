"""The sections rules."""
