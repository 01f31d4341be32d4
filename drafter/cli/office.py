"""The office's own settings, and the line that says that they hold."""

from pathlib import Path
from typing import TYPE_CHECKING

from drafter.cli.language import say
from drafter.cli.streams import tell

if TYPE_CHECKING:
    from drafter.settings import Settings


def office_settings() -> "Settings":
    """The settings of the current folder or the nearest above; where they hold anything, one line on standard error."""
    from drafter.settings import NAME, NONE, settings_for

    try:
        found = settings_for(Path.cwd())
    except FileNotFoundError:  # the current folder was taken away; the report may still be there
        return NONE
    if found.units:
        count = len(found.units)
        tell(
            say(f"drafter: 采用 {NAME} 中的计量单位{count}个（{found.path}）", f"drafter: units taken from {found.path}: {count}")
        )
    if found.directions:
        count = len(found.directions)
        tell(
            say(
                f"drafter: 采用 {NAME} 中的指标方向{count}个（{found.path}）",
                f"drafter: directions taken from {found.path}: {count}",
            )
        )
    if found.plans:
        count = len(found.plans)
        tell(
            say(f"drafter: 采用 {NAME} 中的规划期限{count}个（{found.path}）", f"drafter: plans taken from {found.path}: {count}")
        )
    return found
