"""Tells the extension what this Python is, as one line of JSON. Runs on any Python, however old, so that an old one can
be told apart from a broken one."""

import json
import sys


def _has_gxlint():
    from importlib.util import find_spec

    return all(find_spec(name) is not None for name in ("gxlint", "gxlint_lsp", "pygls", "lsprotocol"))


# The folder of this file is no place to import from.
sys.path[:] = sys.path[1:] if not getattr(sys.flags, "isolated", 0) else sys.path
print(
    json.dumps(
        {
            "version": list(sys.version_info[:3]),
            "executable": sys.executable,
            "gxlint": sys.version_info >= (3, 11) and _has_gxlint(),
        }
    )
)
