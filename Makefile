# Two commands set a fresh machine up: `make site` and `make test`. Python 3.11 or newer; PYTHON names another one.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: site test lint serve bench lock clean
.DELETE_ON_ERROR:

site: $(VENV)/.site  ## the sample archive, built into public/
	$(BIN)/sitegen build content --output public

test: $(VENV)/.test node_modules/.installed  ## the whole test suite, browser tests included
	$(BIN)/python -m tests.install_chromium
	$(BIN)/python -m pytest

lint: $(VENV)/.test  ## style, types and layers
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

serve: $(VENV)/.site  ## the sample archive, rebuilt on change
	$(BIN)/sitegen serve content

bench: $(VENV)/.test  ## tables of what a build costs; asserts nothing
	$(BIN)/python -m benchmarks.build

lock:  ## both lock files, with hashes and no address of any index
	uv pip compile pyproject.toml --universal --python-version 3.11 --extra build \
		--generate-hashes --no-emit-index-url --no-header --quiet --output-file requirements.lock
	uv pip compile pyproject.toml --universal --python-version 3.11 --extra build --extra test --constraint requirements.lock \
		--generate-hashes --no-emit-index-url --no-header --no-annotate --quiet --output-file requirements-test.lock

clean:  ## everything that was made
	rm -rf $(VENV) public node_modules .sitegen

# An editable install without isolation: hatchling comes from the lock file, so nothing unpinned is fetched.
$(VENV)/.site: requirements.lock pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

$(VENV)/.test: $(VENV)/.site requirements-test.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-test.lock
	touch $@

node_modules/.installed: package.json package-lock.json
	npm ci --ignore-scripts --no-audit --no-fund --silent
	touch $@
