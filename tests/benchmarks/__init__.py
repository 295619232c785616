"""Benchmarks: each figure beside the floor it is held to. ``python -m tests.benchmarks`` runs them all."""
