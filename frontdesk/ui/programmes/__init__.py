"""Programmes as the owner sets them up: stamp cards, passes and memberships, in plain words."""
