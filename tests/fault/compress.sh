#!/bin/sh
# SPDX-License-Identifier: MIT
# The same as fault/publish.sh for a build with compressed copies, at some operations of many.
OPTION=--compress EVERY=11
. tests/fault/publish.sh
