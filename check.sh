#!/usr/bin/env bash
# Builds everything, checks the format, runs every test. The last line is "N passed, N failed".
set -euo pipefail
cd "$(dirname "$0")"

if ! dotnet --list-sdks 2>/dev/null | grep -q '^10\.'; then
    echo "check.sh: expected the .NET SDK 10 on the PATH (https://dot.net), found none" >&2
    exit 1
fi
for program in ffmpeg ffprobe exiftool; do
    command -v "$program" >/dev/null && continue
    echo "check.sh: expected $program on the PATH, found none: apt-get install ffmpeg libimage-exiftool-perl (or brew install ffmpeg exiftool)" >&2
    exit 1
done
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
export DOTNET_TieredPGO=0 DOTNET_TC_CallCountThreshold=3000 # tests are over before compiling a second time pays

dotnet build Colorist.slnx -c Release
dotnet format whitespace . --folder --exclude '**/obj/**' '**/bin/**' --verify-no-changes # what else the style asks is asked by the build

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
