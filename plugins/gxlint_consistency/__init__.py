"""The consistency rules."""
