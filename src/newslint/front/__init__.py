"""What a person or a program starts."""
