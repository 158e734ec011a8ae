"""The forms of handouts. What a form changes in the styles stands in `templates/handout/<form>.css`."""

from __future__ import annotations

from collections.abc import Mapping

from generator.items.handout import Form
from generator.pages.outputs.handout import onesheet
from generator.pages.outputs.handout.print_form import PrintForm

FORMS: Mapping[Form, PrintForm] = {"full": PrintForm(), "onepage": onesheet.FORM, "large": PrintForm()}
