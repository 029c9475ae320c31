"""The official forms as data, and laying the tables of a report on them."""

from __future__ import annotations

from gxlint.forms.load import FormError, bundled_forms, load_form

__all__ = ["FormError", "bundled_forms", "load_form"]
