"""The command line: parse, call, render. Logic lives below, errors become exit codes in `main`."""
