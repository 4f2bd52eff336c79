#!/usr/bin/env bash
# Makes a Debian package of a published program: package.sh VERSION FOLDER FOLDER-THAT-RUNS-HERE OUT
set -euo pipefail
version=$1 folder=$(realpath "$2") runs=$(realpath "$3")/colorist out=$(realpath "$4")
cd "$(dirname "$0")"
case $folder in *-arm64) architecture=arm64 ;; *) architecture=amd64 ;; esac

root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT
share=$root/usr/share
mkdir -p "$root"/usr/{bin,lib} "$root/DEBIAN" "$share"/{man/man1,doc/colorist,bash-completion/completions,zsh/vendor-completions,fish/vendor_completions.d}
cp -r "$folder" "$root/usr/lib/colorist"
ln -s ../lib/colorist/colorist "$root/usr/bin/colorist"

"$runs" manual "$share/man/man1"
gzip -9n "$share"/man/man1/*
"$runs" completion bash > "$share/bash-completion/completions/colorist"
"$runs" completion zsh > "$share/zsh/vendor-completions/_colorist"
"$runs" completion fish > "$share/fish/vendor_completions.d/colorist.fish"

mv "$root/usr/lib/colorist/LICENSE" "$share/doc/colorist/copyright"
if [ -f "$root/usr/lib/colorist/THIRD-PARTY-NOTICES.md" ]; then mv "$root/usr/lib/colorist/THIRD-PARTY-NOTICES.md" "$share/doc/colorist"; fi
gzip -9nc ../../CHANGELOG.md > "$share/doc/colorist/changelog.gz"

# The entry opens the page; the unit serves it, once somebody enables it.
mkdir -p "$share"/{applications,icons/hicolor/scalable/apps} "$root/usr/lib/systemd/system"
cp colorist.desktop "$share/applications"
cp ../icon.svg "$share/icons/hicolor/scalable/apps/colorist.svg"
cp colorist.service colorist-work.service "$root/usr/lib/systemd/system"

sed "s/@version@/$version/; s/@architecture@/$architecture/; s/@size@/$(du -sk --apparent-size "$root/usr" | cut -f1)/" control > "$root/DEBIAN/control"
(cd "$root" && find usr -type f | sort | xargs -d '\n' md5sum) > "$root/DEBIAN/md5sums"
chmod -R u=rwX,go=rX "$root"
find "$root" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
dpkg-deb --root-owner-group -Zxz -z9 --build "$root" "$out/colorist_${version}_$architecture.deb" > /dev/null
