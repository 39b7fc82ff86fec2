"""What a job writes for people and for other programs: the summary, --report, --clean and --spans."""
