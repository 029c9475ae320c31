"""Starts the language server: ``--bundled`` with the packages in ``libs`` before all others, ``--environment`` with
those that are installed beside this Python. What follows goes to ``gxlint server``."""

import sys
from pathlib import Path


def _run() -> int:
    here = Path(__file__).resolve().parent
    which, *rest = sys.argv[1:] or ["--bundled"]
    sys.path[:] = [one for one in sys.path if Path(one or ".").resolve() != here]
    if which == "--bundled":
        sys.path.insert(0, str(here / "libs"))
    from gxlint_lsp.main import main

    return main(["--stdio", *rest])


if __name__ == "__main__":
    sys.exit(_run())
