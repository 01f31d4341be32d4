"""What is known of Chinese official text, whatever the report: widths, numerals, units, sentences, years."""
