"""What leaves the shop on paper: cards and sheets, drawn with QPainter because only Qt shapes every script.

QtCore and QtGui only. A printer is made by the window and handed in as a QPagedPaintDevice; a PDF needs no
window at all.
"""
