"""Plain typed data that crosses between the stages: frozen, no I/O."""
