# The two commands that a newcomer needs are `make demo` and `make test`; each sets up what it wants.
SHELL := /bin/bash
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
DEMO := demo

.PHONY: demo test lint types format bench docs gate clean tools

demo: $(STAMP)
	@BIN=$(BIN) OUT=$(DEMO) bash tools/demo.sh

test: $(STAMP) tools
	$(BIN)/python -m pytest -n 2

# What pip cannot install; it says what to do where it may not install anything itself.
tools:
	@bash tools/system.sh

lint: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: $(STAMP)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

gate: $(STAMP)
	$(BIN)/python quality/gate.py

bench: $(STAMP)
	$(BIN)/python bench/run.py

docs: $(STAMP)
	$(BIN)/python tools/docs.py
	$(BIN)/python tools/schemas.py

$(STAMP): pyproject.toml constraints.txt
	@PYTHON=$(PYTHON) VENV=$(VENV) bash tools/setup.sh
	@touch $@

clean:
	rm -rf $(VENV) $(DEMO) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
