# `make run` and `make test` make their own environment in .venv; nothing else has to be installed.
BIN := .venv/bin
WORKERS ?= 2
ROUNDS ?= 5
export PYTHONDONTWRITEBYTECODE := # empty is off: tests start many processes, and each would compile everything anew

.PHONY: run test test-hf test-ray test-adapters lint docs release format bench fuzz example accept clean

run: ## ask the bundled questions of the offline answerers and write the report
	@scripts/environment.sh run
	$(BIN)/qa-eval run

test: ## install what the tests need, browser included, and run them all
	@scripts/environment.sh test
	$(BIN)/pytest -n $(WORKERS) --dist loadscope --no-loadscope-reorder

test-ray: ## run on Ray for real, in an environment of its own: workers killed, a machine lost, resumed elsewhere
	@scripts/environment.sh test
	test -x .bench/ray/bin/python || $(BIN)/python -m venv .bench/ray
	.bench/ray/bin/python -m pip install --disable-pip-version-check -q -c constraints.txt -e '.[dev,ray]'
	.bench/ray/bin/python -m pytest tests/test_executor_ray.py
	.bench/ray/bin/python benchmarks/cluster.py

test-hf: ## models on this machine: their tests, in .venv-hf; TORCH names another build of it, such as TORCH=torch==2.13.0+cpu
	@TORCH=$(TORCH) scripts/environment.sh hf
	.venv-hf/bin/pytest tests/test_answerer_hf.py tests/test_answerer_onnx.py

lint: ## style, types and the curated questions
	@scripts/environment.sh test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/qa-eval check

docs: ## build the site into build/site, reference from the tool included; a warning is an error
	@scripts/environment.sh docs
	$(BIN)/python -m sphinx -W --keep-going -q -b html docs build/site

release: ## wheel, sdist and bill of materials into dist/, checked, and built twice to the same bytes
	@scripts/release.sh

format: ## rewrite the sources in the project's style
	@scripts/environment.sh test
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: ## speed and memory: one table beside the alternatives, then the engine, servers that limit, scoring, the web, a million questions; ROUNDS=1 is quicker
	@scripts/environment.sh test
	$(BIN)/python benchmarks/table.py $(ROUNDS)
	for part in engine limits scoring web; do $(BIN)/python benchmarks/$$part.py $(ROUNDS) || exit 1; done
	$(BIN)/python benchmarks/scale.py

fuzz: ## throw mutated bytes at the loaders, the reading and the journal, by atheris and by hypothesis, ten minutes each
	@scripts/environment.sh test
	for target in loaders reading journal; do $(BIN)/python benchmarks/fuzz.py $$target || exit 1; done

test-adapters: ## other harnesses, trackers and SDKs, each in an environment of its own in .adapters/; WITH=models adds model servers
	@scripts/environment.sh test
	@TORCH=$(TORCH) scripts/adapters.sh $(WITH)
	$(BIN)/pytest tests/adapters

example: ## rebuild reports/example and the README's picture from the answers in examples/
	@scripts/environment.sh test
	$(BIN)/python scripts/example.py --picture

accept: ## take the golden reports as they are written now, and rebuild reports/example
	@scripts/environment.sh test
	$(BIN)/pytest -q tests/test_golden.py --accept
	$(BIN)/python scripts/example.py

clean:
	rm -rf .venv build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .artefacts
