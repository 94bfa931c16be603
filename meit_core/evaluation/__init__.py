"""How good the drafts are: text metrics, clinical labels, baselines and the benchmark's tasks."""
