"""How often gxlint is right: alarms on reports that are in order, and defects found on reports that have one.

python -m tests.accuracy --write docs/accuracy.md
"""
