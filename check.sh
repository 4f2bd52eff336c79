#!/usr/bin/env bash
# Builds everything, checks the format, runs every test. The last line is "N passed, N failed".
set -euo pipefail
cd "$(dirname "$0")"

if ! dotnet --list-sdks 2>/dev/null | grep -q '^10\.'; then
    echo "check.sh: expected the .NET SDK 10 on the PATH (https://dot.net), found none" >&2
    exit 1
fi
if ! command -v ffmpeg >/dev/null || ! command -v ffprobe >/dev/null; then
    root=""
    [ "$(id -u)" -eq 0 ] || root="sudo -n"
    if ! command -v apt-get >/dev/null || ! { $root apt-get update -q && DEBIAN_FRONTEND=noninteractive $root apt-get install -q -y --no-install-recommends ffmpeg; }; then
        echo "check.sh: expected ffmpeg and ffprobe on the PATH (apt install ffmpeg, brew install ffmpeg, or https://ffmpeg.org), found none" >&2
        exit 1
    fi
fi
if ! command -v exiftool >/dev/null; then
    echo "check.sh: expected exiftool on the PATH (apt install libimage-exiftool-perl, brew install exiftool, or https://exiftool.org), found none" >&2
    exit 1
fi
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

dotnet build Colorist.slnx -c Release
dotnet format Colorist.slnx --no-restore --verify-no-changes

log=$(mktemp)
trap 'rm -f "$log"' EXIT
status=0
dotnet test --solution Colorist.slnx -c Release --no-build 2>&1 | tee "$log" || status=$?
count() { sed -n "s/^ *$1: *\([0-9]*\).*/\1/p" "$log" | tail -n 1; }
passed=$(count succeeded)
failed=$(count failed)
echo "${passed:-0} passed, ${failed:-0} failed"
[ "${passed:-0}" -gt 0 ] || exit 1
exit "$status"
