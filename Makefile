# Every target is a command of dev.py, which needs nothing but Python (Windows: py dev.py run).
# Words for it: make soak ARGS="--only kill --scale 0.1"
PYTHON ?= python3

.PHONY: help run test check lint bench soak package standards plate i18n lock clean
help:
	@$(PYTHON) dev.py --help

run test check lint bench soak package standards plate i18n lock clean:
	@$(PYTHON) dev.py $@ $(ARGS)
