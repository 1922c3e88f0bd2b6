# Two commands need nothing before them but Python 3.11+ and make:
#   make run     open the reader on the articles that ship
#   make test    every check
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
PIP    := $(BIN)/python -m pip --disable-pip-version-check --quiet

.PHONY: run test lint data bench fuzz quality format clean

run: $(VENV)/.run
	@$(BIN)/nashra

test: lint data
	$(BIN)/python -m pytest

lint: $(VENV)/.dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

data: $(VENV)/.dev
	$(BIN)/python -m glossary.format --check
	$(BIN)/python -m glossary.validate

# What the analysis gets right, on sentences of our own.
quality: $(VENV)/.dev
	$(BIN)/python scripts/quality.py
	$(BIN)/python scripts/choices.py

# Layout against two other implementations, on many more strings than the tests try; every property on new cases.
fuzz: $(VENV)/.dev
	$(BIN)/python scripts/fuzz_layout.py --strings 200000
	HYPOTHESIS_PROFILE=fuzz $(BIN)/python -m pytest -m hypothesis

# Ratios on this machine: the reader beside a bare app, analysis, library, decks beside a bare genanki loop.
bench: $(VENV)/.dev
	$(BIN)/python scripts/bench_reader.py
	$(BIN)/python scripts/bench_analysis.py
	$(BIN)/python scripts/bench_corpus.py
	$(BIN)/python scripts/bench_anki.py

format: $(VENV)/.dev
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .
	$(BIN)/python -m glossary.format

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Nashra needs Python 3.11 or newer; set PYTHON=/path/to/python3.11" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.run: pyproject.toml constraints.txt | $(VENV)/bin/python
	$(PIP) install -c constraints.txt -e .
	@touch $@

$(VENV)/.dev: pyproject.toml constraints.txt | $(VENV)/bin/python
	$(PIP) install -c constraints.txt -e '.[dev]'
	@# The second oracle of the layout's tests builds from source; without ICU's headers those tests skip and say so.
	@$(PIP) install 'PyICU>=2.15,<3' 2>/dev/null || echo "PyICU was not built: the layout's tests against ICU will be skipped"
	@touch $@ $(VENV)/.run

clean:
	rm -rf $(VENV) build dist glossary/data/index .mypy_cache .ruff_cache .pytest_cache .hypothesis
