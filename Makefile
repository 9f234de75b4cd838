# The doors of the project. Each does its own set-up on Debian with a Swift toolchain; `make` alone lists them.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
MAKEFLAGS += --no-print-directory

PREFIX ?= /usr/local
RELEASE_OF := -c release --static-swift-stdlib --product
RELEASE := $(RELEASE_OF) manifold

# What tests of images push to and build with, where it can be had; they say so where it cannot.
with_tools = scripts/registry.sh >/dev/null; scripts/buildx.sh >/dev/null;

# Lets tests and benchmarks compare with docker-compose where it can be had; they say so where it cannot.
with_compose = compose=$$(scripts/compose.sh); \
	if [[ -n $$compose ]]; then export MANIFOLD_DOCKER_COMPOSE="$$compose"; else unset MANIFOLD_DOCKER_COMPOSE; fi;

.PHONY: help
help:
	@echo 'make demo         plan, apply, change, repair and destroy examples/shop on a real engine'
	@echo 'make test         every test, those on a real engine included'
	@echo 'make integration  only the tests on a real engine'
	@echo 'make engines      the same on Docker 26.1, and restarts of either engine'
	@echo 'make corpus       applies and plans every project of the corpus that can run here'
	@echo 'make check        format, imports between floors, diagnostics catalogue, house rules, scripts'
	@echo 'make fuzz         the front end against mutated manifests (RUNS=200000)'
	@echo 'make bench        side by side with docker-compose'
	@echo 'make build        the release binary'
	@echo 'make install      the release binary to $$(DESTDIR)$$(PREFIX)/bin (PREFIX=$(PREFIX))'
	@echo 'make clean        removes what was built'

.PHONY: demo
demo: images
	@swift build --product manifold
	@$(with_compose) scripts/demo.sh

.PHONY: test
test: images
	@# In three processes: property tests keep every core busy, and tests that wait for an answer would wait for them.
	@swift test --skip 'IntegrationTests|DockerEngineTests|ManifoldDockerTests'
	@swift test --filter 'DockerEngineTests|ManifoldDockerTests'
	@$(with_tools) $(with_compose) swift test --filter IntegrationTests

.PHONY: integration
integration: images
	@$(with_tools) $(with_compose) swift test --filter IntegrationTests

.PHONY: engines
engines: bootstrap
	@swift build --build-tests
	@# Those that restart their engine have it to themselves.
	@scripts/engine-own.sh swift test --skip-build --filter IntegrationTests.RestartTests
	@scripts/engine-own.sh swift test --skip-build --filter IntegrationTests.CorpusTests
	@$(with_compose) scripts/engine-own.sh --newer swift test --skip-build --filter IntegrationTests \
		--skip 'RestartTests|CorpusTests'
	@scripts/engine-own.sh --newer swift test --skip-build --filter IntegrationTests.RestartTests
	@scripts/engine-own.sh --newer swift test --skip-build --filter IntegrationTests.CorpusTests

.PHONY: corpus
corpus: images
	@MANIFOLD_CORPUS_EVERY=1 swift test --filter IntegrationTests.CorpusTests

.PHONY: check
check:
	@scripts/bootstrap.sh shellcheck python3-jsonschema python3-yaml
	swift format lint --strict --configuration .swift-format -r Sources Tests Benchmarks Fuzzing Package.swift
	scripts/check-floors.sh
	scripts/check-diagnostics.sh
	scripts/check-source.sh
	scripts/check-schema.sh
	scripts/check-scripts.sh

.PHONY: fuzz
fuzz: bootstrap
	@RUNS=$${RUNS:-200000} scripts/fuzz.sh

.PHONY: bench
bench:
	@scripts/bootstrap.sh python3 time
	@scripts/engine-start.sh
	@scripts/demo-images.sh
	@swift build $(RELEASE)
	@swift build $(RELEASE_OF) planning-benchmark
	@$(with_compose) bin=$$(swift build $(RELEASE) --show-bin-path); \
	MANIFOLD="$$bin/manifold" PLANNING_BENCHMARK="$$bin/planning-benchmark" Benchmarks/run.sh

.PHONY: build
build: bootstrap
	swift build $(RELEASE)

.PHONY: install
install: build
	install -D -s -m 755 "$$(swift build $(RELEASE) --show-bin-path)/manifold" "$(DESTDIR)$(PREFIX)/bin/manifold"

.PHONY: clean
clean:
	rm -rf .build

# What the doors above stand on, in this order.

.PHONY: bootstrap
bootstrap:
	@scripts/bootstrap.sh

.PHONY: engine
engine: bootstrap
	@scripts/engine-start.sh

.PHONY: images
images: engine
	@scripts/demo-images.sh
