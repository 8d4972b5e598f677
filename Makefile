# make start serves the demo at http://localhost:8000 (PORT= changes the port), make test runs the tests.
.PHONY: start test test-postgres test-browser test-gross messen bench-suche lint sperren

PORT ?= 8000
PY := .venv/bin/python
PYTEST := .venv/bin/pytest
PIP := .venv/bin/pip install --quiet --disable-pip-version-check --require-hashes
PYTESTOPT ?=
DATABASE_URL_POSTGRES ?= postgres:///verzeichnis
export PORT

start: .venv/.laufzeit
	@werkzeuge/demo_env.sh
	@werkzeuge/start.sh

test: .venv/.entwicklung
	$(PYTEST) -n auto $(PYTESTOPT)

test-postgres: .venv/.entwicklung
	DATABASE_URL=$(DATABASE_URL_POSTGRES) $(PYTEST) -n auto $(PYTESTOPT)

# Two at a time: each brings a browser and servers of its own.
test-browser: .venv/.entwicklung tests/browser/node_modules/.package-lock.json
	$(PYTEST) -m browser -n 2 --dist loadfile $(PYTESTOPT)

test-gross: .venv/.entwicklung
	$(PYTEST) -m gross $(PYTESTOPT)

messen: .venv/.laufzeit
	$(PY) werkzeuge/messen.py

# GROESSEN="1000 10000 100000" names the numbers of entries, ABLAGE=folder keeps the databases for another run.
bench-suche: .venv/.laufzeit
	$(PY) werkzeuge/bench_suche.py

lint: .venv/.entwicklung
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/djlint --lint --check templates
	MODUS=entwicklung $(PY) manage.py makemigrations --check --dry-run

# Brings the lock files up to the newest allowed releases.
sperren: .venv/.entwicklung
	.venv/bin/uv pip compile --no-config --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
		--no-header pyproject.toml -o requirements.lock
	.venv/bin/uv pip compile --no-config --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
		--no-header pyproject.toml --group dev -c requirements.lock -o requirements-dev.lock

.venv/bin/python:
	@werkzeuge/venv.sh .venv

tests/browser/node_modules/.package-lock.json: tests/browser/package-lock.json
	npm ci --prefix tests/browser --ignore-scripts --no-audit --no-fund

.venv/.laufzeit: requirements.lock | .venv/bin/python
	@echo "Pakete werden installiert …"
	@$(PIP) -r requirements.lock
	@touch $@

.venv/.entwicklung: requirements-dev.lock requirements.lock | .venv/bin/python
	@$(PIP) -r requirements-dev.lock
	@touch .venv/.laufzeit $@
