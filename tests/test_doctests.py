"""Every example in a docstring says what happens."""

import doctest
import importlib
import pkgutil

import pytest

import qa_eval

MODULES = [
    module.name
    for module in pkgutil.walk_packages(qa_eval.__path__, "qa_eval.")
    if not module.name.endswith("__main__") and not module.name.startswith("qa_eval.bundled")
]


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_of_a_module_run(name):
    try:
        module = importlib.import_module(name)
    except ImportError as error:
        pytest.skip(f"an optional package is missing: {error}")
    assert doctest.testmod(module).failed == 0


def test_there_are_modules():
    assert "qa_eval.api" in MODULES
