"""DuckDB reads the tables that are exported, and the record of a run, by the lines that the page shows."""


def test_the_lines_of_the_page_count_join_and_read_a_record(place):
    *_, printed = place.follow("trackers.md", "Tables: Parquet, DuckDB, pandas", DUCKDB_NO_COLOR="1")
    reasons, joined, counted, asked = printed.split("┌")[1:]
    assert "wrong_name" in reasons
    assert "The document does not say." in joined
    assert "lexical" in counted
    assert "correct" in counted
    assert "How many" in asked
