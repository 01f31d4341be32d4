"""The 指标台账 as a workbook: made from reports, sent out as forms, collected, and held against the text."""
