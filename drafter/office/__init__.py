"""What is known of Word files: the office page, content controls, comments, revisions, and how a package is saved."""
