"""The review page: one self-contained HTML file that opens from a USB stick and asks nothing of the network."""

import base64
import hashlib
import re
from functools import cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from drafter.model.change import Comparison
from drafter.render import wording
from drafter.render.mention_words import MENTION_TITLE, mentions_headline
from drafter.render.page import Places, figure_rows, finding_rows, mention_rows, plan_rows, problem_rows, sections_of
from drafter.render.page_text import text_blocks
from drafter.shipped import template
from drafter.text.pattern import lazy

# Characters that HTML forbids, and those that turn the direction of text: shown as a visible sign, not obeyed.
_UNSHOWN = lazy("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def render_page(comparison: Comparison) -> str:
    """The whole page as text. The same comparison gives the same page, character by character."""
    style, script = _part("review.css"), _part("review.js")
    places = Places(comparison.text)
    findings = finding_rows(comparison, places)
    page = _environment().get_template("review.html.j2")
    made = page.render(
        comparison=comparison, wording=wording, findings=findings, sections=sections_of(comparison, findings), figures=figure_rows(comparison, places, findings),
        plans=plan_rows(comparison.plans, places), problems=problem_rows(comparison.problems, places),
        mentions=mention_rows(comparison, places), mention_title=MENTION_TITLE, mentions_headline=mentions_headline(comparison),
        blocks=text_blocks(comparison, findings), style=Markup(style), script=Markup(script),
        policy=_policy(style, script),
    )  # fmt: skip
    return _UNSHOWN.sub(_shown, made)


def _shown(found: re.Match[str]) -> str:
    return f"[U+{ord(found[0]):04X}]" if found[0] > "\x9f" else "\ufffd"


def _part(name: str) -> str:
    """The style or the script, ours and fixed."""
    return "\n" + template(name).read_text(encoding="utf-8").strip() + "\n"


def _policy(style: str, script: str) -> str:
    """A content security policy under which only our own style and script work, and nothing is fetched."""
    return (
        f"default-src 'none'; style-src 'sha256-{_digest(style)}'; script-src 'sha256-{_digest(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    """As a policy wants it."""
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode("ascii")


@cache
def _environment() -> Environment:
    """Everything is escaped, and a misspelt name is an error."""
    loader = FileSystemLoader(template("review.html.j2").parent, encoding="utf-8")
    return Environment(
        loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, auto_reload=False
    )
