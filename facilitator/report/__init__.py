"""A snapshot of a dialogue in, a PDF out; the only home of ReportLab."""
