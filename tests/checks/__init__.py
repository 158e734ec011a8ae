"""What the checks decide, case by case where a table says it best."""
