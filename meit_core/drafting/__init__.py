"""Drafting: the engine behind one Protocol, its child process, and the guard. Only ``local_engine`` imports torch."""
