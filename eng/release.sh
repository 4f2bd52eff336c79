#!/usr/bin/env bash
# Makes everything that is released into artifacts/release: eng/release.sh VERSION
# The same commit is meant to give the same bytes. Needs the .NET SDK 10, tar, xz, dpkg-deb; the SDK fetches the runtimes of other systems.
set -euo pipefail
cd "$(dirname "$0")/.."

version=${1:?expected a version, as in eng/release.sh 0.1.0}
systems=${SYSTEMS:-linux-x64 linux-arm64 win-x64 osx-arm64} # SYSTEMS=linux-x64 for a trial
stage=artifacts/stage
out=artifacts/release
export SOURCE_DATE_EPOCH DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 LC_ALL=C TZ=UTC
SOURCE_DATE_EPOCH=$(git log -1 --format=%ct)
flags=(-c Release --nologo -v q "-p:Version=$version" -p:ContinuousIntegrationBuild=true -p:RunAnalyzers=false)

rm -rf "$stage" "$out"
mkdir -p "$stage" "$out"

# Packages of the library, the model and the command: one for each system, so that nobody fetches the native parts of others.
for project in src/Colorist nuget/Colorist.Model.ResNet18 nuget/Colorist.Runtime.Cuda; do dotnet pack "$project" "${flags[@]}" -o "$out"; done
dotnet pack src/Colorist.Cli "${flags[@]}" -p:EverySystem=true -o "$out"
dotnet run eng/release.cs -- normalize "$out"/*nupkg

# The program by itself, without any .NET beside it.
for system in $systems; do
    folder=$stage/colorist-$version-$system
    dotnet publish src/Colorist.Cli "${flags[@]}" -r "$system" -p:PublishSingleFile=true -o "$folder"
    rm -f "$folder"/*.pdb "$folder"/*.xml "$folder"/*.lib
    rm -f "$folder"/Colorist.Web.runtimeconfig.json "$folder"/aspnetcorev2_inprocess.dll # of a server in IIS, or by itself
    case $system in win-*) mv "$folder/Colorist.Cli.exe" "$folder/colorist.exe" ;; *) mv "$folder/Colorist.Cli" "$folder/colorist" ;; esac
    cp LICENSE "$folder"
    if [ -f THIRD-PARTY-NOTICES.md ]; then cp THIRD-PARTY-NOTICES.md "$folder"; fi
    chmod -R u=rwX,go=rX "$folder"
    case $system in *-x64) filter=--x86 ;; *) filter= ;; esac
    tar --sort=name --mtime="@$SOURCE_DATE_EPOCH" --owner=0 --group=0 --numeric-owner -C "$stage" -c "colorist-$version-$system" |
        xz -T1 $filter --lzma2=preset=9e,lc=3,lp=1,pb=1 > "$out/colorist-$version-$system.tar.xz"
done

for system in $systems; do
    case $system in linux-*) ;; *) continue ;; esac
    eng/debian/package.sh "$version" "$stage/colorist-$version-$system" "$stage/colorist-$version-linux-x64" "$out"
done

# The image's base comes from a registry; without one everything else is still made.
for system in $systems; do
    case $system in linux-*) ;; *) continue ;; esac
    dotnet publish src/Colorist.Cli "${flags[@]}" -r "$system" --no-self-contained /t:PublishContainer \
        -p:ContainerArchiveOutputPath="$PWD/$out/colorist-$version-container-$system.tar" > "$stage/container.log" 2>&1 ||
        echo "release.sh: no container image for $system: expected its base image, found: $(grep -m 1 error "$stage/container.log")" >&2
done

dotnet tool restore > /dev/null
dotnet CycloneDX src/Colorist.Cli/Colorist.Cli.csproj -o "$out" -fn "colorist-$version.cdx.json" -F Json -ns -sv "$version" -dpr > "$stage/sbom.log"
sed -i "s/\"timestamp\": \"[^\"]*\"/\"timestamp\": \"$(date -u -d "@$SOURCE_DATE_EPOCH" +%Y-%m-%dT%H:%M:%SZ)\"/" "$out/colorist-$version.cdx.json"

dotnet run eng/release.cs -- check "$stage" "$out" "$version" $systems
(cd "$out" && sha256sum -- * > SHA256SUMS)
ls -l "$out"
