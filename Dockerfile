# Colorist in a container, from the Debian package that eng/release.sh makes:
#   docker build --build-arg DEB=artifacts/release/colorist_0.1.0_amd64.deb -t colorist .
#   docker run --rm --user "$(id -u):$(id -g)" -v "$PWD:/work" colorist photo scan.png
# No HEALTHCHECK: most verbs listen nowhere and would be called unhealthy. eng/deploy/compose.yaml has one for serve.
FROM debian:13-slim
ARG DEB
COPY ${DEB} /tmp/colorist.deb
RUN apt-get update \
    && apt-get install -y --no-install-recommends /tmp/colorist.deb \
    && rm -rf /tmp/colorist.deb /var/lib/apt/lists/* \
    && useradd --create-home colorist
USER colorist
WORKDIR /work
ENTRYPOINT ["colorist"]
CMD ["--help"]
