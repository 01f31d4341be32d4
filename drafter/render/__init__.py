"""Comparison → what people and programs read: terminal, page, Word, sheets, JSON."""
