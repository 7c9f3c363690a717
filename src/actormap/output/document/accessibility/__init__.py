"""Whether a document that people have edited can still be read by everybody: what can be checked of DOCX, HTML and PDF."""
