"""What the server tells a client that is ahead of it."""

from __future__ import annotations

from pygls.protocol import default_converter

from gxlint_lsp.sync import ask_again


def test_a_client_that_has_edited_meanwhile_is_asked_to_ask_again() -> None:
    told = default_converter().unstructure(ask_again().to_response_error())
    assert (told["code"], told["data"]) == (-32802, {"retriggerRequest": True})
