"""Use cases: one keyword-only function for each thing a user can do. A change returns what changed and is audited."""
