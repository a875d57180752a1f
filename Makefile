# Each target is a line or two to a real tool. `make help` lists them; ARGS="…" is passed on.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --disable-pip-version-check --only-binary :all: --require-hashes
UV := UV_HTTP_TIMEOUT=15 UV_HTTP_RETRIES=1 $(BIN)/uv pip install --python $(BIN)/python \
	--only-binary :all: --require-hashes
CLIENTS := tests/contract/js
# One worker a core, four at most: every one drives a Chromium of its own.
WORKERS ?= auto
OPERATIONS ?= 20000

.DELETE_ON_ERROR:
.PHONY: run demo test nightly check bench lock fmt clean help chromium clients dovecot

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "make %-9s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: $(VENV)/run.stamp ## Serve Carnet on http://localhost:8000 (stop with Ctrl-C)
	@exec $(BIN)/carnet serve $(ARGS)

demo: $(VENV)/run.stamp ## Fill the database with demo data; ARGS="--contacts 100000" for more
	@$(BIN)/carnet demo $(ARGS)

test: $(VENV)/test.stamp chromium clients dovecot ## Run every test, the browser's included; ARGS="-k grid" for some
	@$(BIN)/python -m pytest --numprocesses $(WORKERS) --maxprocesses 4 --dist worksteal $(ARGS)

nightly: $(VENV)/test.stamp ## Compare 20,000 random operations with graphql-core's answers, 15 minutes; OPERATIONS=… for more
	@CARNET_TEST_OPERATIONS=$(OPERATIONS) $(BIN)/python -m pytest -vv tests/backend/api/equality $(ARGS)

check: $(VENV)/test.stamp ## Lint, type-check, import contracts, printed schema
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports --no-cache
	$(BIN)/mypy
	$(BIN)/carnet schema | diff schema.graphql -

bench: $(VENV)/bench.stamp chromium ## Measure; ARGS="a d" for some parts; writes tests/bench/RESULTS.md
	@$(BIN)/python -m tests.bench $(ARGS)

lock: $(VENV)/test.stamp ## Resolve pyproject.toml into the lock files; ARGS=--upgrade for newer versions
	$(UV_COMPILE) pyproject.toml --output-file requirements.lock $(ARGS)
	$(UV_COMPILE) pyproject.toml --group pyproject.toml:test --constraint requirements.lock \
		--output-file requirements-test.lock $(ARGS)
	$(UV_COMPILE) --group pyproject.toml:bench --no-deps --output-file requirements-bench.lock $(ARGS)

fmt: $(VENV)/test.stamp ## Format the Python files and fix what can be fixed
	$(BIN)/ruff check --fix-only .
	$(BIN)/ruff format .

clean: ## Remove the virtual environment and the caches; the data stays
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis

UV_COMPILE := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-header --no-annotate

$(VENV)/bin/python:
	@$(PYTHON) -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
		echo 'Carnet needs Python 3.11 or newer with its venv module. On Debian or Ubuntu:' >&2; \
		echo '    apt-get install python3 python3-venv' >&2; \
		echo 'Another interpreter: make run PYTHON=/path/to/python3.12' >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV)

# The package is not built: a .pth file and a one-line command are all that it takes to be found.
$(VENV)/bin/carnet: $(VENV)/bin/python Makefile
	@pwd > "$$($(BIN)/python -c 'import sysconfig; print(sysconfig.get_path("purelib"))')/carnet.pth"
	@printf '#!/bin/sh\nexec "$${0%%/*}/python" -m backend.cli.main "$$@"\n' > $@ && chmod +x $@

$(VENV)/run.stamp: requirements.lock $(VENV)/bin/carnet
	@echo 'Installing the locked dependencies (once, up to a minute) …'
	@$(call install,requirements.lock)
	@touch $@

# It names what it takes to run, too, at the same versions.
$(VENV)/test.stamp: requirements-test.lock requirements.lock $(VENV)/bin/carnet
	@echo 'Installing the locked dependencies and test tools …'
	@$(call install,requirements-test.lock)
	@touch $(VENV)/run.stamp $@

$(VENV)/bench.stamp: requirements-bench.lock $(VENV)/test.stamp
	@echo 'Installing what is measured with …'
	@$(PIP) -qq --no-deps -r requirements-bench.lock
	@touch $@

# The reference clients of GraphQL, which the contract tests run.
clients: $(CLIENTS)/node_modules/.package-lock.json
$(CLIENTS)/node_modules/.package-lock.json: $(CLIENTS)/package-lock.json
	@$(call needs,npm,nodejs npm)
	@npm ci --prefix $(CLIENTS) --ignore-scripts --no-audit --no-fund --loglevel error >/dev/null

chromium:
	@command -v "$${CARNET_TEST_CHROMIUM:-chromium-headless-shell}" >/dev/null || \
		$(call needs,chromium,chromium)

# The mail server that mailboxes are read from in tests; it is not on everybody's path.
dovecot:
	@PATH="$$PATH:/usr/sbin"; $(call needs,dovecot,dovecot-imapd)

# $(call install,lock): by uv, itself from the lock, in a tenth of pip's time; by pip where uv is not
# to be had, or where it does not find the registry that pip was told of.
define install
sed -n '/^uv==/,/[^\\]$$/p' requirements-test.lock > $(VENV)/uv.lock; \
{ $(PIP) -qq -r $(VENV)/uv.lock && $(UV) -q -r $(1); } 2>/dev/null || $(PIP) -qq -r $(1)
endef

# $(call needs,command,packages): as root on Debian they are installed, else one is told how to.
define needs
command -v "$(1)" >/dev/null || { \
	if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
		echo 'Installing $(2) …'; apt-get update -qq && \
		DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $(2) >/dev/null; \
	else \
		echo 'The tests need $(2). On Debian or Ubuntu: sudo apt-get install $(2)' >&2; exit 1; \
	fi; }
endef
