#!/bin/sh
# fresh.sh [FOLDER]: is what the Makefile installs enough?  Makes a Debian that
# holds only make, git and ca-certificates besides its minimum, clones HEAD
# into it and runs there what a newcomer runs: as a user who may install
# nothing, as one who has sudo, and as root.  Takes root, debootstrap, the
# machine's own Debian mirror and some minutes; the folder is kept if it is
# named, so that a second run is quicker.
set -eu
cd "$(dirname "$0")/.."
if [ "$(id -u)" != 0 ] || ! command -v debootstrap >/dev/null; then
	echo "fresh.sh: takes root and debootstrap" >&2
	exit 2
fi

# the first mirror that apt uses for bookworm itself, in either notation
mirror() {
	cat /etc/apt/sources.list /etc/apt/sources.list.d/* 2>/dev/null | awk '
		$1 == "deb" {
			for (i = 2; i < NF; i++)
				if ($i ~ /:\// && $(i + 1) == "bookworm")
					print $i
		}
		$1 == "URIs:" { uri = $2 }
		$1 == "Suites:" {
			for (i = 2; i <= NF; i++)
				if ($i == "bookworm")
					print uri
		}' | head -n 1
}

# how this machine reaches its mirror: proxies, credentials, certificates
reach() {
	grep -ls Acquire /etc/apt/apt.conf /etc/apt/apt.conf.d/* |
	    while read -r file; do
		cp "$file" "$1/etc/apt/apt.conf.d/"
	done
	for path in /etc/apt/auth.conf /etc/apt/auth.conf.d/* /etc/resolv.conf \
	    /etc/hosts /etc/ssl/certs/ca-certificates.crt; do
		# a link there would lead out of the folder: do not write through it
		[ ! -e "$path" ] || cp -L --remove-destination "$path" "$1$path"
	done
}

leave() {
	umount "$root/proc" 2>/dev/null || true
	[ -n "$keep" ] || rm -rf --one-file-system "$root"
}

keep=${1:+yes}
root=${1:-$(mktemp -d)}
chmod 755 "$root"		# users pass through it
trap leave EXIT
if [ ! -e "$root/etc/debian_version" ]; then
	debootstrap --variant=minbase --include=make,git,ca-certificates \
	    bookworm "$root" "$(mirror)"
fi
reach "$root"
mountpoint -q "$root/proc" || mount -t proc proc "$root/proc"
rm -rf "$root/bylint"
git clone -q --no-hardlinks . "$root/bylint"
export DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 SUDO_FORCE_REMOVE=yes
cat >"$root/tmp/newcomer" <<'END'
set -eu
packages() {
	dpkg-query -W -f '${Package}\n' | sort
}

as_user() {
	su tester -s /bin/sh -c "cd /home/tester/bylint && $1"
}

cd /bylint
id tester >/dev/null 2>&1 || useradd -m tester
rm -f /etc/sudoers.d/tester
rm -rf /home/tester/bylint
cp -r /bylint /home/tester/bylint
chown -R tester: /home/tester/bylint
apt-get update -q >/dev/null
[ -e /tmp/minimum ] || packages >/tmp/minimum
new=$(packages | comm -13 /tmp/minimum -)
[ -z "$new" ] || apt-get purge -q -y $new >/dev/null

echo '== a user who may install nothing'
if as_user 'make demo' >/tmp/said 2>&1; then
	echo 'make demo found its packages in a minimal Debian'
	exit 1
fi
cat /tmp/said
[ "$(grep -c '^bylint: missing:.*libyaml-dev' /tmp/said)" = 1 ]

echo '== a user with sudo'
apt-get install -q -y --no-install-recommends sudo >/dev/null
echo 'tester ALL=(ALL) NOPASSWD: ALL' >/etc/sudoers.d/tester
as_user 'make demo'
apt-get purge -q -y $(packages | comm -13 /tmp/minimum -) >/dev/null

echo '== root'
make || echo 'make names what is missing, as it should'
make demo
make -j"$(nproc)" check
make install DESTDIR=/tmp/bylint-installed
/tmp/bylint-installed/usr/local/bin/bylint --version
test -z "$(git status --porcelain)"
END
start=$(date +%s)
chroot "$root" sh /tmp/newcomer
echo "took $(($(date +%s) - start)) s"
