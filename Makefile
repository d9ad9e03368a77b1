# make demo   the whole story, from samples/ to a picture
# make test   every test, with all set-up
# make check  style, types, layers
# make accuracy  how well real documents are read, and what changed (needs ../shared)
# make bench     how fast files are read and answers found
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin

.PHONY: demo test check packaging accuracy bench clean

demo: $(VENV)/.installed
	$(BIN)/chidao demo

test: $(VENV)/.developing
	$(BIN)/pytest --ignore=tests/packaging $(PYTEST_ARGS)

check: $(VENV)/.developing
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

packaging: $(VENV)/.developing
	$(BIN)/pytest tests/packaging $(PYTEST_ARGS)

accuracy: $(VENV)/.developing
	$(BIN)/python benchmarks/accuracy/report.py ../shared $(ACCURACY_ARGS)

bench: $(VENV)/.developing
	-$(BIN)/python -m pip install --quiet --group bench
	$(BIN)/python benchmarks/speed.py $(BENCH_ARGS)
	$(BIN)/python benchmarks/store/bench_store.py 5000
	$(BIN)/python benchmarks/store/bench_queries.py 10000
	-$(BIN)/python benchmarks/store/bench_neo4j.py 2000

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "chidao needs Python 3.11 or newer; name it: make $(MAKECMDGOALS) PYTHON=/path/to/python3.11" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip

$(VENV)/.installed: $(VENV)/bin/python pyproject.toml
	$(BIN)/python -m pip install --quiet --editable .
	@touch $@

$(VENV)/.developing: $(VENV)/.installed
	$(BIN)/python -m pip install --quiet --group dev --editable .
	@touch $@

clean:
	rm -rf $(VENV) demo build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
