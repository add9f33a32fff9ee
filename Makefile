.DEFAULT_GOAL := help
.PHONY: help check quick fmt build demo sim sbom clean

MVN := ./mvnw -B

help: ## show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

check: ## all that must hold: every test, every lint rule, no skipped test
	.ci/run

quick: ## the same without the tests tagged "slow"
	$(MVN) verify -DexcludedGroups=slow

SEEDS ?= 10000
sim: ## what may happen to a portal: SEEDS=10000 random courses, or one again by SEED=N
	$(MVN) -ntp -Pfast -Dmaven.test.skip=false -DskipTests=false test -pl connector-core -am \
	  -Dtest='PortalSimulationTest#whatever*' -Dsurefire.failIfNoSpecifiedTests=false \
	  -Dlapor.seeds=$(SEEDS) $(if $(SEED),-Dlapor.seed=$(SEED))

fmt: ## format the sources (google-java-format)
	$(MVN) -q spotless:apply

build: ## compile and package: no tests, no lint
	$(MVN) -q -Pfast package

demo: ## the whole story as Kabupaten Bintan
	./lapor demo

sbom: ## write target/lapor-bom.json (CycloneDX)
	$(MVN) -q verify -DskipTests
	@ls -l target/lapor-bom.json

clean: ## remove what was built
	$(MVN) -q clean
