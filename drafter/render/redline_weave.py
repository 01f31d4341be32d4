"""Write the planned steps into NEW's own document as tracked changes."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from drafter.model.change import Edit
from drafter.office.foreign import Fitter, held
from drafter.office.revisions import OP_KIND, Kind, Reviser
from drafter.office.runs import Node, cut, pieces, runs_of
from drafter.render.redline_blocks import Block, Paragraph, Row, Table
from drafter.render.redline_layout import MARKS, is_paragraph, keep_looks, laid_edits, laid_marks
from drafter.render.redline_places import groups, insert_between, insert_block, notes_before
from drafter.render.redline_plan import RowStep, Step


@dataclass(slots=True)
class Weaver:
    """Makes the revisions of one redline; `moves` holds the names of moves by number."""

    reviser: Reviser
    fitter: Fitter
    moves: dict[int, str] = field(default_factory=dict)

    def weave(self, steps: Sequence[Step], container: Node) -> None:
        """Write the steps into a body or a cell of NEW."""
        marks = laid_marks(steps)
        nodes: list[Node] = []
        for at, (step, edits) in enumerate(zip(steps, laid_edits(steps, marks), strict=True)):
            node = step.new.node if step.new is not None else self._placed(steps, at, container)
            nodes.append(node)
            if is_paragraph(step):
                self._paragraph(step, node, edits)
                if (mark := marks[at]) is not None:
                    self.reviser.mark_paragraph(node, mark)
            else:
                self._table(step, node)
        keep_looks(steps, nodes, self.reviser)

    def _placed(self, steps: Sequence[Step], at: int, container: Node) -> Node:
        """A block of OLD made anew before the next block of NEW, its text still unmarked."""
        old = steps[at].old
        assert old is not None
        made = self._made(old, _neighbour(steps, at))
        following = next((s.new.node for s in steps[at + 1 :] if s.new is not None), None)
        insert_block(made, following, container)
        return made

    def _made(self, block: Block, neighbour: Node | None) -> Node:
        """OLD's paragraph with its text, or OLD's table with every row deleted."""
        if isinstance(block, Table):
            return self._dropped_table(block)
        made = self.fitter.paragraph(block.node, neighbour)
        made.extend(self.fitter.runs(block.node, block.text, (0, len(block.text)), neighbour))
        return made

    def _paragraph(self, step: Step, node: Node, edits: Sequence[Edit]) -> None:
        if step.kind == "keep":
            assert isinstance(step.old, Paragraph)
            self._edited(node, step.old.node, edits)
        elif step.kind in ("drop", "add"):
            self._whole(node, MARKS[step.kind])
        else:
            self._moved(step, node, edits)

    def _whole(self, node: Node, kind: Kind) -> None:
        """Every run of the paragraph came or went."""
        for group in groups(list(runs_of(node))):
            self.reviser.wrap(kind, group)

    def _moved(self, step: Step, node: Node, edits: Sequence[Edit]) -> None:
        """A moved paragraph: what both ends share moved; what only this end has was deleted or inserted beside it."""
        edited = "delete" if step.kind == "from" else "insert"
        own = [e for e in edits if e.op in ("equal", edited)]
        cut(node, _ends(own))
        runs, at = pieces(node), 0
        for edit in own:
            kind = MARKS[step.kind] if edit.op == "equal" else OP_KIND[edit.op]
            for group in groups([p.run for p in runs if at <= p.start and p.end <= at + len(edit.text)]):
                self.reviser.wrap(kind, group)
            at += len(edit.text)
        if step.move not in self.moves:
            self.moves[step.move] = self.reviser.new_move()
        self.reviser.span_move(node, MARKS[step.kind], self.moves[step.move])

    def _edited(self, node: Node, old: Node, edits: Sequence[Edit]) -> None:
        """A paragraph that stays: insertions around NEW's runs, deletions between them."""
        if all(e.op == "equal" for e in edits):
            return
        cut(node, _ends([e for e in edits if e.op != "delete"]))
        runs, last = pieces(node), None
        old_at = new_at = 0
        for edit in edits:
            end = new_at + len(edit.text)
            covered = [p.run for p in runs if new_at <= p.start and p.end <= end]
            if edit.op == "delete":
                after = next((p.run for p in runs if p.start == new_at), None)
                made = self.fitter.runs(old, edit.text, (old_at, old_at + len(edit.text)), node)
                deletion = self.reviser.wrap("del", made)
                insert_between(deletion, node, last, after, notes_before(old, old_at))
                last = deletion
            elif edit.op == "insert":
                last = [self.reviser.wrap("ins", group) for group in groups(covered)][-1]
            else:
                last = covered[-1]
            old_at += len(edit.text) if edit.op != "insert" else 0
            new_at = end if edit.op != "delete" else new_at

    def _table(self, step: Step, node: Node) -> None:
        if step.kind == "keep":
            self._rows(step.rows, node)
        elif step.kind == "add":
            for row in held(node, "w:tr"):
                self._whole_row(row, "ins")

    def _rows(self, rows: Sequence[RowStep], table: Node) -> None:
        for at, row in enumerate(rows):
            if row.new is None:
                following = next((r.new.node for r in rows[at + 1 :] if r.new is not None), None)
                assert row.old is not None
                insert_block(self._dropped_row(row.old), following, table)
            elif row.old is None:
                self._whole_row(row.new.node, "ins")
            else:
                for steps, cell in zip(row.cells, list(held(row.new.node, "w:tc")), strict=True):
                    self.weave(steps, cell)

    def _whole_row(self, row: Node, kind: Kind) -> None:
        """A row came or went, and all text in it."""
        for paragraph in list(row.iter(qn("w:p"))):
            self._whole(paragraph, kind)
        self.reviser.mark_row(row, kind)

    def _dropped_table(self, table: Table) -> Node:
        made = self._copied(table.node, "w:tblPr", "w:tblGrid")
        made.extend([self._dropped_row(row) for row in table.rows])
        return made

    def _dropped_row(self, row: Row) -> Node:
        made = self._copied(row.node, "w:tblPrEx", "w:trPr")
        for blocks, source in zip(row.cells, held(row.node, "w:tc"), strict=True):
            cell = self._copied(source, "w:tcPr")
            cell.extend([self._made(block, None) for block in blocks])
            made.append(cell)
        self._whole_row(made, "del")
        return made

    def _copied(self, source: Node, *properties: str) -> Node:
        """A new element of the same name with the properties of OLD's, fitted to this document."""
        made: Node = OxmlElement("w:" + str(source.tag).rpartition("}")[2])
        found = [source.find(qn(name)) for name in properties]
        made.extend([self.fitter.properties(node) for node in found if node is not None])
        return made


def _ends(edits: Sequence[Edit]) -> list[int]:
    """The offsets at which the edits end in the text that they make."""
    ends, at = [], 0
    for edit in edits:
        at += len(edit.text)
        ends.append(at)
    return ends


def _neighbour(steps: Sequence[Step], at: int) -> Node | None:
    """The nearest paragraph of NEW with text, the one before first: deleted text without a look of its own takes its."""
    around = [*reversed(steps[:at]), *steps[at + 1 :]]
    return next((s.new.node for s in around if isinstance(s.new, Paragraph) and s.new.text.strip()), None)
