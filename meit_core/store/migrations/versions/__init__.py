"""Steps, oldest first by number."""
