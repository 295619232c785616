"""Pages that print: feedback cards and member cards, with a preview, to a printer or to a PDF."""
