"""Bringing customers in from another system's file: look first, then bring in, and take back as a whole."""
