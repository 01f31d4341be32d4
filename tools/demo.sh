#!/usr/bin/env bash
# The main job on the shipped sample reports of an invented city: compare, review, redline, sheet, next year's draft, the ledger and its forms.
set -euo pipefail
OUT=${OUT:-demo}
BIN=${BIN:-.venv/bin}
export LANG=zh_CN.UTF-8 LC_ALL=
mkdir -p "$OUT"

"$BIN/drafter" compare reports/2024.docx reports/2025.docx --force \
  -o "$OUT/review.html" -o "$OUT/table.docx" -o "$OUT/figures.xlsx"
"$BIN/drafter" compare reports/2025.docx reports/2025-review.docx --force -o "$OUT/redline.docx" >/dev/null
"$BIN/drafter" draft reports/2025.docx --force -o "$OUT/2026-draft.docx"
"$BIN/drafter" ledger reports/2024.docx reports/2025.docx --force -o "$OUT/ledger.xlsx" >/dev/null
"$BIN/drafter" form "$OUT/ledger.xlsx" --force -o "$OUT/forms" >/dev/null

echo
echo "In $OUT/:"
echo "  review.html      the review page, 2024 to 2025   (审阅页)"
echo "  table.docx       the table that offices pass round (对照表)"
echo "  figures.xlsx     the same as sheets              (数据表)"
echo "  redline.docx     2025's two drafts, tracked changes (修订稿)"
echo "  2026-draft.docx  next year's draft               (下年度初稿)"
echo "  ledger.xlsx      what to collect for it, from whom  (指标台账)"
echo "  forms/           a form for each department      (报送表)"
