# Two commands set a fresh machine up: `make site` and `make test`. Python 3.11 or newer; PYTHON names another one.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SOAK ?= 1000
MINUTES ?= 60
PEERS := .venv-bench
S3 := .venv-s3

.PHONY: site test test-s3 soak lint serve bench bench-build bench-compare bench-extract bench-group bench-provenance bench-site bench-story bench-truth lock clean
.DELETE_ON_ERROR:

site: $(VENV)/.site  ## the sample archive, built into public/
	$(BIN)/sitegen build content --output public

test: $(VENV)/.test node_modules/.installed  ## the whole test suite, browser tests included
	$(BIN)/python -m tests.install_chromium
	$(BIN)/python -m tests.install_java
	$(BIN)/python -m pytest --numprocesses auto --dist worksteal

test-s3: $(S3)/.installed  ## uploads to a server of S3 on this machine
	$(S3)/bin/python -m pytest tests/publish/s3_server.py

soak: $(VENV)/.test  ## the standing adversary for MINUTES=60, what chance can do to a build, a build of 100,000 articles; SOAK=100 for a tenth of chance
	$(BIN)/python -m tests.adversary --minutes $(MINUTES)
	command -v strace >/dev/null || { apt-get update && apt-get install --yes --no-install-recommends strace; } >/dev/null
	SOAK=$(SOAK) $(BIN)/python -m pytest tests/publish/test_faults.py tests/build/test_faults.py tests/build/test_bad_caches.py \
		tests/build/test_edits.py tests/properties/test_grouping.py tests/build/test_take_down.py tests/build/test_same_bytes.py tests/build/other_pythons.py tests/build/syscalls.py
	$(BIN)/python -m tests.controls
	$(BIN)/python -m benchmarks.build --soak

lint: $(VENV)/.test  ## style, types and layers
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

serve: $(VENV)/.site  ## the sample archive, rebuilt on change
	$(BIN)/sitegen serve content

bench: $(VENV)/.test  ## tables of what a build costs; asserts nothing
	$(BIN)/python -m benchmarks.build --sizes 100,1000 --only clean,edits,pages

bench-build: $(PEERS)/.installed  ## the same up to 10,000 articles, beside other generators and floors; half an hour. ARGS: options
	cd benchmarks/peers && npm ci --ignore-scripts --no-audit --no-fund --silent || true
	PATH="$$PWD/benchmarks/peers/node_modules/.bin:$$PATH" $(PEERS)/bin/python -m benchmarks.build $(ARGS)

bench-compare: $(PEERS)/.installed  ## our comparison beside other engines; one that cannot be had is told as not here
	cd benchmarks/peers && npm ci --ignore-scripts --no-audit --no-fund --silent || true
	php -m 2>/dev/null | grep -q wikidiff2 || test "$$(id -u)" != 0 \
		|| { apt-get update && apt-get install --yes --no-install-recommends php-cli php-wikidiff2; } >/dev/null 2>&1 || true
	$(PEERS)/bin/python -m benchmarks.compare

bench-extract: $(PEERS)/.installed  ## what `add` finds of pages, beside trafilatura, readability and newspaper4k; one that cannot be had is told as not here
	$(PEERS)/bin/python -m benchmarks.extract

bench-group: $(PEERS)/.installed  ## our grouping beside other ways to group; one that cannot be had is told as not here. ARGS: options
	$(PEERS)/bin/python -m benchmarks.group $(ARGS)

bench-provenance: $(VENV)/.test  ## whether what is said of who took from whom is true: generated descents, versions, wire copies. ARGS: options
	$(BIN)/python -m benchmarks.provenance $(ARGS)

bench-site: $(VENV)/.test node_modules/.installed  ## what pages are worth to readers: axe, Nu, Lighthouse, weights, keys, links; what is not here is said. ARGS: options
	$(BIN)/python -m tests.install_chromium
	$(BIN)/python -m tests.install_java
	cd benchmarks/site && npm ci --ignore-scripts --no-audit --no-fund --silent || true
	$(BIN)/python -m benchmarks.site $(ARGS)

bench-story: $(VENV)/.test  ## how well a story is read as an edition: sentences aligned in and across languages, kinds of sentences, cost. ARGS: options
	$(BIN)/python -m benchmarks.story $(ARGS)

bench-truth: $(VENV)/.test  ## whether what is said of two copies is true: cases, sentences judged by hand, planted changes. ARGS: options
	$(BIN)/python -m benchmarks.truth $(ARGS)

lock:  ## all lock files, with hashes and no address of any index
	uv pip compile pyproject.toml --universal --python-version 3.11 --extra build --extra import --extra tables \
		--generate-hashes --no-emit-index-url --no-header --quiet --output-file requirements.lock
	uv pip compile pyproject.toml --universal --python-version 3.11 --extra build --extra import --extra tables --extra parquet --extra brotli --extra cards --extra semantic --extra cluster --extra test --constraint requirements.lock \
		--generate-hashes --no-emit-index-url --no-header --no-annotate --quiet --output-file requirements-test.lock
	uv pip compile pyproject.toml --universal --python-version 3.11 --extra build --extra import --extra bench --constraint requirements.lock \
		--generate-hashes --no-emit-index-url --no-header --no-annotate --quiet --output-file requirements-bench.lock
	uv pip compile pyproject.toml requirements-s3.in --universal --python-version 3.11 \
		--generate-hashes --no-emit-index-url --no-header --no-annotate --quiet --output-file requirements-s3.lock

clean:  ## everything that was made
	rm -rf $(VENV) $(PEERS) $(S3) benchmarks/peers/node_modules benchmarks/site/node_modules public node_modules .sitegen

# A lock file names everything, so nothing is resolved: pip before 24 ends at an extra that two packages spell two ways.
# An editable install without isolation: hatchling comes from the lock file, so nothing unpinned is fetched. Whatever was
# installed as `sitegen`, as this project once was, goes first: uninstalled later it would take the command with it.
$(VENV)/.site: requirements.lock pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements.lock
	$(BIN)/python -m pip uninstall -qq --disable-pip-version-check --yes sitegen
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	$(BIN)/python -m compileall -qq sitegen
	touch $@

$(VENV)/.test: $(VENV)/.site requirements-test.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements-test.lock
	touch $@

# An environment of its own: what other engines need must not reach the tests. Without a peer the run goes on.
$(PEERS)/.installed: requirements-bench.lock requirements.lock
	test -x $(PEERS)/bin/python || $(PYTHON) -m venv $(PEERS)
	$(PEERS)/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements-bench.lock \
		|| $(PEERS)/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements.lock
	touch $@

# Apart as well: the libraries of S3 cannot use what trafilatura pins.
$(S3)/.installed: requirements-s3.lock
	test -x $(S3)/bin/python || $(PYTHON) -m venv $(S3)
	$(S3)/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-compile --require-hashes -r requirements-s3.lock
	touch $@

node_modules/.installed: package.json package-lock.json
	npm ci --ignore-scripts --no-audit --no-fund --silent
	touch $@
