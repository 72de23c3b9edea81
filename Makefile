# Everything happens in .venv with the exact versions of requirements/; nothing outside this folder is changed.
PYTHON ?= python3.11
VENV := .venv
BIN := $(VENV)/bin
# node and npm come from a wheel: a machine with only Python can build the style sheet and scripts.
export PATH := $(abspath $(BIN)):$(PATH)
PORT ?= 8000
# no file names a package index host
LOCKED := --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --upgrade

.PHONY: run install test check format lock messages clean

run: install ## set up everything and serve the example authority at http://127.0.0.1:8000
	@echo "3 of 3: starting. The first time the example is built, which takes about a minute; the address comes when it is ready."
	@EXAMPLE=1 exec $(BIN)/regiewijzer run --port $(PORT)

install: $(VENV)/installed $(VENV)/built ## what the program needs: packages, style sheet, scripts, texts

$(VENV)/bin/python:
	@echo "Setting up Regiewijzer in this folder: packages, style sheet, texts, then the example. The first time takes two to five minutes."
	$(PYTHON) -m venv $(VENV)

$(VENV)/installed: requirements/run.txt pyproject.toml | $(VENV)/bin/python
	@echo "1 of 3: fetching packages (about a minute)."
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/run.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/tested: requirements/dev.txt $(VENV)/installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	@touch $@

SOURCES := $(shell find src/regiewijzer/ui/assets locale package.json package-lock.json -type f 2>/dev/null)
$(VENV)/built: $(SOURCES) | $(VENV)/installed
	@echo "2 of 3: making the style sheet, scripts and texts (about half a minute)."
	npm ci --silent --no-audit --no-fund --ignore-scripts
	npm run --silent build
	$(BIN)/regiewijzer texts
	$(BIN)/regiewijzer collect
	@touch $@

test: install $(VENV)/tested ## every test, browser journeys included
	$(BIN)/python -m pytest -n 2 --dist loadscope --no-loadscope-reorder

check: install $(VENV)/tested ## style, types, the rules of the code base, templates
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	PYTHONPATH=src $(BIN)/lint-imports
	$(BIN)/djlint src --lint --quiet
	$(BIN)/regiewijzer advisories

format: $(VENV)/tested
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

lock: ## choose versions again; uv must be on the PATH
	uv pip compile pyproject.toml --group install $(LOCKED) -o requirements/run.txt
	uv pip compile pyproject.toml --group dev $(LOCKED) -o requirements/dev.txt

messages: $(VENV)/tested ## gather new texts of templates and code in locale/
	$(BIN)/regiewijzer texts --gather

clean: ## take away what was built; data in var/ stays
	rm -rf $(VENV) node_modules src/regiewijzer/ui/static/ui/built
