"""The look: palette, style sheet, icons, fonts and measures."""
