"""Rows → what a page, a paper or a mail prints."""
