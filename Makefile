# Each target does its own set-up and may be called again: what is done is not done twice.
# Needs Python 3.11 or newer, pip and make, nothing else.

PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV   ?= .venv
BIN    := $(VENV)/bin
PIP    := $(BIN)/python -m pip --disable-pip-version-check
DEMO   := out/demo.kg
QUESTION := timeline -p type signing -p since 2020-01-01
SOURCES := $(shell find kg ontology queries data/lang data/authority -type f ! -name '*.pyc' 2>/dev/null)
ARTICLES := $(shell find data/articles/fr data/articles/en -type f 2>/dev/null)

export PYTHONUTF8 := 1

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help demo test lint format types vocab golden diagram eval bench readme screenshots clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' Makefile

# ---------------------------------------------------------------- set-up

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Python 3.11 or newer is needed: make PYTHON=/path/to/python3.11"; exit 1; }
	$(PYTHON) -m venv $(VENV)

# The package with its models; the stamp is older than what it was made from when that changes.
$(VENV)/.installed: pyproject.toml constraints.txt | $(BIN)/python
	$(PIP) install --quiet --constraint constraints.txt --editable ".[nlp]"
	@touch $@

# The same with all that tests, checks and notebooks need.
$(VENV)/.developing: $(VENV)/.installed
	$(PIP) install --quiet --constraint constraints.txt --editable ".[nlp,check,frames,formats,notebooks,dev]"
	@touch $@

# ---------------------------------------------------------------- use

demo: out/network.html ## build a graph from the sample articles, ask it a question, write the network page
	@echo; echo '$$ kg stats $(DEMO)'; COLUMNS=120 $(BIN)/kg stats $(DEMO) --table
	@echo; echo '$$ kg query $(DEMO) $(QUESTION)'; COLUMNS=120 $(BIN)/kg query $(DEMO) $(QUESTION) --table
	@echo; echo 'The network is in out/network.html: open it in a browser.'

out/demo.stamp: $(VENV)/.installed $(SOURCES) $(ARTICLES)
	@mkdir -p out && rm -rf $(DEMO)
	$(BIN)/kg build $(DEMO) data/articles/fr data/articles/en
	@touch $@

out/network.html: out/demo.stamp
	$(BIN)/kg view $(DEMO) -o $@ --replace

# ---------------------------------------------------------------- hold it to its promises

test: $(VENV)/.developing ## run the tests; those of the page are skipped where no Chromium is found
	$(BIN)/python -m pytest

lint: $(VENV)/.developing ## hold the code against the rules of style
	$(BIN)/ruff check
	$(BIN)/ruff format --check

format: $(VENV)/.developing ## put the code into the one form that `make lint` accepts
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

types: $(VENV)/.developing ## check the types
	$(BIN)/mypy

eval: $(VENV)/.developing ## measure what is extracted against gold annotations
	$(BIN)/python benchmarks/evaluate.py

bench: $(VENV)/.developing ## measure speed, memory and size
	$(BIN)/python benchmarks/speed.py
	$(BIN)/python benchmarks/stages.py
	$(BIN)/python benchmarks/store.py
	$(BIN)/python benchmarks/authority.py

# ---------------------------------------------------------------- write what is generated

vocab: $(VENV)/.developing ## write what follows from the ontology and the model: names, JSON-LD context, schema
	$(BIN)/python tools/write_vocab.py
	$(BIN)/python tools/write_context.py
	$(BIN)/python tools/write_schema.py

diagram: $(VENV)/.developing ## draw the class diagram of ontology/README.md from the ontology
	$(BIN)/python tools/write_ontology_readme.py

golden: $(VENV)/.developing ## rewrite the golden graphs; review the difference
	KG_REWRITE_GOLDEN=1 $(BIN)/python -m pytest tests -k golden

readme: $(VENV)/.developing ## write what the commands of README.md print, from a real run
	$(BIN)/python tools/write_readme.py demo bench test

screenshots: $(VENV)/.developing out/network.html ## take the pictures of the README with Chromium
	$(BIN)/python tools/take_screenshots.py out/network.html docs

clean: ## remove all that was made here, the virtual environment included
	rm -rf $(VENV) out build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
