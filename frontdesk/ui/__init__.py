"""Windows: what a cashier sees and touches. The only room besides printing/ that imports PySide6."""
