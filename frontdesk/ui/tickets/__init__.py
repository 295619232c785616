"""Making a ticket: stamp now, name later."""
