"""Drafts of invented reports, and what stands in a draft."""

from drafter.extract import extract_metrics
from drafter.model.draft import Block, Draft, Sentence
from drafter.model.raw import RawParagraph, RawReport
from drafter.parse import parse_report
from drafter.rollforward import roll

BODY = "\n".join(
    (
        "一、2023年推进法治政府建设的主要举措和成效",
        "（一）健全复议机制，化解行政争议更加有力。一是畅通渠道。坚持便民为民，对行政复议申请应收尽收。全年受理行政复议案件312件，同比增长8.5%，"
        "其中调解和解96件。8月下旬，举办行政复议业务培训班，近120人参加。二是规范应诉。市长祁同山主持召开市政府常务会议，研究应诉工作。",
        "（二）严格规范执法，执法监督持续加强。召开市执法协调小组第三次会议。印发《云溪市执法公示办法（2023年）》。10月，组织开展案卷评查。",
        "二、存在的问题",
        "（一）复议力量不足。部分县区没有专职人员。",
        "（二）执法标准不统一。同类事项检查尺度有差异。",
        "三、2024年工作安排",
        "（一）充实复议力量。为每个县区配备不少于2名复议人员，提高行政复议办案质量。",
        "（二）统一执法标准。制定重点领域行政检查标准20个，开展执法监督。",
    )
)
TITLE = "云溪市人民政府关于2023年法治政府建设情况的报告"
OPENING = (
    "2023年，云溪市人民政府依据《云溪市法治建设规划（2020—2022年）》和云政发〔2023〕8号文件，推进依法行政。现将有关情况报告如下。"
)
SIGNED = "云溪市人民政府\n2024年2月6日"


def report_raw(text: str) -> RawReport:
    """A plain text as a reader hands it over."""
    paragraphs, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            paragraphs.append(RawParagraph(start=at, end=at + len(line)))
        at += len(line) + 1
    return RawReport(path="last.txt", format="txt", text=text, paragraphs=tuple(paragraphs))


def draft_of(
    body: str = BODY, *, title: str = TITLE, opening: str = OPENING, signed: str = SIGNED, year: int | None = None
) -> Draft:
    """The draft that follows a report of these parts."""
    report = parse_report(report_raw("\n".join(part for part in (title, opening, body, signed) if part)))
    return roll(report, extract_metrics(report), year)


def text_of(block: Block) -> str:
    """A paragraph of the draft as it reads."""
    return "".join(piece.text for piece in block.pieces)


def lines(draft: Draft) -> list[str]:
    """The draft as it reads, a line a paragraph."""
    return [text_of(block) for block in draft.blocks]


def sentence(draft: Draft, holding: str) -> Sentence:
    """The decision about the sentence of LAST that holds these words."""
    return next(s for s in draft.sentences if holding in s.old.text)


def raw_of(draft: Draft) -> RawReport:
    """The draft's text as our own reader hands it over."""
    text = "\n".join(lines(draft))
    paragraphs, at = [], 0
    for block, line in zip(draft.blocks, lines(draft), strict=True):
        table = (0, len(paragraphs)) if block.style == "table_row" else None
        paragraphs.append(RawParagraph(start=at, end=at + len(line), table=table))
        at += len(line) + 1
    return RawReport(path="draft.txt", format="txt", text=text, paragraphs=tuple(paragraphs))
