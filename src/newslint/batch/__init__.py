"""Run a job made of units that can be retried: executors, manifests, isolated processes, storage, progress."""
