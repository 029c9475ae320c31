"""What a check costs, told as ratios, because absolute figures say more about the machine than about gxlint.

    python -m benchmarks            a table
    python -m benchmarks server     the language server, beside a server that does nothing
    python -m benchmarks --json     the same for programs

Run it from the root of the repository, on a machine that has nothing else to do.
"""
