"""The machinery of jobs over many files: units and manifests, executors, isolated processes, storage, progress."""
