"""The same goals for very many people, without a list of their pairs."""
