"""The interactive page: template, styles, scripts and data put together."""
