"""The group `drafter`; commands are loaded when they are called, so that `drafter --version` starts fast."""

from importlib import import_module

import click

from drafter.cli.language import say
from drafter.cli.page import Group, command
from drafter.version import __version__

# Command → what it does (Chinese, English). The module of the same name holds it; the order is that of the work.
COMMANDS: dict[str, tuple[str, str]] = {
    "compare": ("比对两年报告或两份稿件，列出变化、应变未变和承诺回应情况", "compare two years' reports or two drafts"),
    "draft": ("以上年报告为底稿，生成下一年度 Word 稿", "roll last year's report forward into a Word draft"),
    "status": ("查看稿件中待填、待写和沿用未确认之处", "list what is still open in a draft"),
    "fill": ("填入指标台账的数据和可由已填数据算出的数据", "fill in the ledger's figures and what follows from filled ones"),
    "finish": ("全部填写确认后，生成不含控件、批注和痕迹的清稿", "make the clean copy once nothing is open"),
    "ledger": ("以各年报告生成指标台账，或按新一年报告更新", "make the ledger of figures from reports, or bring it up to date"),
    "form": ("按指标台账为每个责任单位生成数据报送表", "make a form for each department from the ledger"),
    "collect": ("把各单位报回的报送表汇入指标台账，列出待核对事项", "merge returned forms into the ledger and list what to ask"),
    "template": ("取用和检查年度报告稿的 Word 模板", "take and check the Word template of a draft"),
    "check": ("公布前检查：序号、合计、比率、遗留占位等", "check a report before it is published"),
    "materials": ("从各单位报送的文字材料中查找台账所需数据，列出候选", "find the ledger's figures in departments' own reports"),
    "metrics": ("列出报告中的数据", "list the figures of a report"),
    "outline": ("列出报告的标题层次、问题和安排", "show the structure of a report"),
    "text": ("输出报告文本（其他命令的位置以此为准）", "print the text of a report"),
}


class _Lazy(Group):
    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands in the order of the work."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command's module is imported here and not before."""
        if cmd_name not in COMMANDS:
            return None
        found: click.Command = import_module(f"drafter.cli.{cmd_name}").run
        return found

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        """Name the nearest command where a name is mistyped."""
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            near = _nearest(args[0])
            hint = say(f"，是否为 {near}？", f", did you mean {near}?") if near else ""
            ctx.fail(say(f"没有“{args[0]}”这个命令{hint}", f"no such command: {args[0]}{hint}"))
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list without loading a single command."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, say(*words)) for name, words in COMMANDS.items()])


def _nearest(name: str) -> str:
    from difflib import get_close_matches

    return next(iter(get_close_matches(name.lower(), COMMANDS, n=1, cutoff=0.5)), "")


_CHINESE = """法治政府建设年度报告：比对、起草、检查。读取 .docx、.doc、.wps、.html、.txt，完全离线，同样输入得到同样输出。

\b
例：
  drafter compare 2024.docx 2025.docx -o 比对.html -o 对照表.docx
  drafter draft 2025.docx -o 2026初稿.docx
  drafter check 2025.docx --against 2024.docx

退出码：0 完成；1 仅在以 --exit-code、--fail-on 要求时；2 用法或输入有误（标准错误中一行说明）。"""
_ENGLISH = """Compare, draft and check rule-of-law annual reports (法治政府建设年度报告). Reads .docx, .doc, .wps, .html and .txt;
offline, and the same input gives the same output. What it says of a report is in the report's own language, Chinese.

\b
Examples:
  drafter compare 2024.docx 2025.docx -o review.html -o table.docx
  drafter draft 2025.docx -o 2026-draft.docx
  drafter check 2025.docx --against 2024.docx

Exit status: 0 done; 1 only where asked for (--exit-code, --fail-on); 2 bad usage or bad input, one line on standard error."""


@command("drafter", _CHINESE, _ENGLISH, cls=_Lazy)
@click.version_option(
    __version__, prog_name="drafter", message="%(prog)s %(version)s", help=say("显示版本并退出", "show the version and exit")
)
def drafter() -> None:
    """The group itself does nothing."""


drafter.subcommand_metavar = say("命令 [参数]…", "COMMAND [ARGS]...")
