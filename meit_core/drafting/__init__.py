"""Drafting: the engine behind one Protocol, its child process, and the guard. Only ``local`` imports torch."""
