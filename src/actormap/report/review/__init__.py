"""The review of a network: sections of short sentences, as text, Markdown, JSON or a workbook."""
