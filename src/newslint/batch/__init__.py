"""The machinery of jobs over many files: units and manifests, executors, child processes, storage, progress."""
