"""What is written in signs: expressions, formulas, vectors, angles, orders and matched lists, read here once, judged by each policy."""
