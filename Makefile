# The two commands of the README: `make course` builds the course, `make test` passes the tests.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SOURCES := coursebuilder tests benchmarks

.PHONY: course test check bench docs clean
.DELETE_ON_ERROR:

course: $(VENV)/.tool  ## Build every package of the course in modules/ into build/
	$(BIN)/coursebuilder build modules --out build

test: $(VENV)/.dev tests/node_modules/.ready  ## Run all tests (browser tests use Chromium)
	sh tests/ensure-chromium
	$(BIN)/python -m pytest -n auto --dist loadgroup $(PYTEST_ARGS)

check: $(VENV)/.dev  ## Lint and type-check the code, check the course
	$(BIN)/ruff check $(SOURCES)
	$(BIN)/ruff format --check $(SOURCES)
	$(BIN)/mypy
	$(BIN)/coursebuilder check modules --strict
	$(BIN)/coursebuilder fmt modules --check

bench: $(VENV)/.dev  ## Measure against a bare Markdown script, in the same run
	$(BIN)/python -m benchmarks

docs: $(VENV)/.tool  ## Build the guide as two websites: build/docs-en (with the reference) and build/docs-nl
	rm -rf build/guide build/docs-en build/docs-nl
	mkdir -p build
	cp -R docs/guide build/guide
	$(BIN)/python -m coursebuilder.cli.reference docs --module build/guide/en/04-reference
	for language in en nl; do \
	  $(BIN)/coursebuilder build build/guide/$$language -t site --packing folder --out build/guide/out -q && \
	  mv build/guide/out/*-site build/docs-$$language || exit 1; \
	done

clean:  ## Remove what was built and installed here
	rm -rf build dist $(VENV) tests/node_modules .pytest_cache .mypy_cache .ruff_cache .hypothesis

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.tool: pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	touch $@

$(VENV)/.dev: pyproject.toml $(VENV)/.tool
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[test,dev]'
	touch $@

tests/node_modules/.ready: tests/package.json
	npm install --prefix tests --no-audit --no-fund --no-package-lock --ignore-scripts --loglevel=error
	touch $@
