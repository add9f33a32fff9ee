.DEFAULT_GOAL := help
.PHONY: help check lint nightly quick fmt build demo sim sim-long soak faults sbom clean

MVN := ./mvnw -B

help: ## show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

check: ## all that must hold: every test, every lint rule, no skipped test
	.ci/run

# Compiled anew: what is compiled already is not judged again when only the rules change.
STRICT := '-Dlapor.errorprone.tests=$${lapor.errorprone}' -Dlapor.errorprone.warnings=
lint: ## what judges the sources, without a test: Error Prone's warnings and its look at the tests, too
	$(MVN) -ntp clean verify -DskipTests $(STRICT)

LONG := '-Dlapor.test.timeout=24 h'
THOROUGH := $(LONG) -DexcludedGroups= -Dlapor.thorough=true -Dlapor.cut-every=1
nightly: ## the same with what takes minutes: disks that fail, every byte, whole years; KILLS=200 CUTS=50
	$(MVN) -ntp clean verify $(STRICT) $(THOROUGH) -Dlapor.kills=$(KILLS) -Dlapor.cuts=$(CUTS)

quick: ## verify without the tests tagged "slow"
	$(MVN) verify -DexcludedGroups='slow|nightly'

SEEDS ?= 10000
sim: ## what may happen to a portal: SEEDS=10000 random courses, or one again by SEED=N
	$(MVN) -ntp -Pfast -Dmaven.test.skip=false -DskipTests=false $(LONG) test -pl connector-core -am \
	  -Dtest='PortalSimulationTest#whatever*' -Dsurefire.failIfNoSpecifiedTests=false \
	  -Dlapor.seeds=$(SEEDS) $(if $(SEED),-Dlapor.seed=$(SEED))

STEPS ?= 2000
FROM ?= 1
sim-long: ## the engine under faults: SEEDS=10000 courses of STEPS=2000 FROM=1, or one again by SEED=N
	$(MVN) -ntp -Pfast -Dmaven.test.skip=false -DskipTests=false $(LONG) test -pl connector-core -am \
	  -Dtest='EngineSimulationTest#whatever*' -Dsurefire.failIfNoSpecifiedTests=false \
	  -Dlapor.first-seed=$(FROM) -Dlapor.seeds=$(SEEDS) -Dlapor.steps=$(STEPS) $(if $(SEED),-Dlapor.seed=$(SEED))

MINUTES ?= 480
STORE ?= sqlite
soak: ## even load with files and reports for MINUTES=480 on STORE=sqlite; whether anything grows
	examples/bench/run soak --minutes $(MINUTES) --store $(STORE) --report target/soak.md

KILLS ?= 200
CUTS ?= 50
FAULTS := $(shell seq -s '|' -f 'F%.0f' 71)
faults: ## every fault that a test makes happen, KILLS=200 kills and CUTS=50 power cuts of each store; target/faults.md
	find . -type d -name surefire-reports -path '*/target/*' -prune -exec rm -rf {} +
	$(MVN) -ntp -Pfast -Dmaven.test.skip=false -DskipTests=false -Dmaven.test.failure.ignore=true \
	  verify -Dgroups='$(FAULTS)' $(THOROUGH) -Dlapor.kills=$(KILLS) -Dlapor.cuts=$(CUTS)
	java .ci/FaultReport.java

fmt: ## format the sources (google-java-format)
	$(MVN) -q spotless:apply -pl :lapor-code-style

build: ## compile and package: no tests, no lint
	$(MVN) -q -Pfast package

demo: ## the whole story as Kabupaten Bintan
	./lapor demo

sbom: ## write target/lapor-bom.json (CycloneDX)
	$(MVN) -q verify -DskipTests
	@ls -l target/lapor-bom.json

clean: ## remove what was built
	$(MVN) -q clean
