"""Passive views: they show values and tell wishes, nothing else."""
