# SPDX-License-Identifier: MIT
# office.sh - projects for tests to work on: `. tests/office.sh` after tap.sh.
#
#   small DIR        a copy of the smallest office that builds
#   demonstration DIR  a copy of the demonstration office
#   snapshot DIR     every file with its inode, time of change and hash, to compare
#   whole DIR        the manifest names every file of ours, and their hashes are true
manifest=manifest.sha256

small() { cp -R tests/boards/small "$1"; }

demonstration() {
	cp -R content "$1"
	rm -rf "$1/.niemyet" "$1/site"
}

snapshot() { (cd "$1" && find . -type f -exec stat -c '%n %i %Y %y' {} + | sort && find . -type f -exec sha256sum {} + | sort); }

whole() { # DIR [foreign files that may be there besides]
	(cd "$1" && sha256sum --quiet -c $manifest) || return 1
	whole_here=$(cd "$1" && find . -type f ! -name $manifest ! -path './.*' | sed 's,^\./,,' | grep -vxF "${2:-$manifest}" | LC_ALL=C sort)
	whole_listed=$(cut -c 67- "$1/$manifest" | grep -v '^\.' | LC_ALL=C sort)
	[ "$whole_here" = "$whole_listed" ] || { echo 'files and manifest differ'; return 1; }
}
