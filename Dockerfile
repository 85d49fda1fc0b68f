# The workshop with nothing installed: JupyterLab, the TypeScript kernel, gcc, strace, gdb and every lesson, offline.
#
#   docker build -t workshop .
#   docker run --rm -it -p 127.0.0.1:8888:8888 workshop
#
# Debian 12 is the release that the tests run on, so that one Python lock and one gcc serve both.

# --- The npm packages, Node 26 among them, from the lock. npm is needed here and nowhere later.
FROM node:26-bookworm-slim AS packages
WORKDIR /opt/workshop
COPY package.json package-lock.json .npmrc ./
COPY src/package.json src/
COPY exercises/package.json exercises/
COPY solutions/package.json solutions/
# No install script is run: koffi and zeromq load from the prebuilt files in their packages.
RUN npm ci --omit=dev --ignore-scripts
COPY image/prune-packages image/
RUN image/prune-packages node_modules

# --- JupyterLab and the single-user server of JupyterHub, from their locks.
FROM debian:bookworm-slim AS jupyter
RUN apt-get update \
 && apt-get install -y --no-install-recommends python3-venv \
 && rm -rf /var/lib/apt/lists/*
COPY src/setup/jupyter/requirements.txt image/requirements-hub.txt /tmp/
# --no-deps: the locks are whole, and each line has its hash.
RUN python3 -m venv /opt/jupyter \
 && /opt/jupyter/bin/pip install --no-cache-dir --no-deps --require-hashes \
      -r /tmp/requirements.txt -r /tmp/requirements-hub.txt
COPY image/prune-jupyter /tmp/
RUN /tmp/prune-jupyter /opt/jupyter

# --- What a learner meets.
FROM debian:bookworm-slim
LABEL org.opencontainers.image.title="Subprocess to FFI" \
      org.opencontainers.image.description="A workshop: what really happens when a program shells out, and how to call C in-process instead." \
      org.opencontainers.image.licenses="MIT AND CC-BY-4.0"

# The C toolchain, the tools that look at a process from outside, and the libraries that lessons bind.
# tini is process 1, because Node and Jupyter do not reap orphans. iconv comes with libc-bin.
RUN apt-get update \
 && apt-get install -y --no-install-recommends \
      ca-certificates file gcc gdb less libc6-dev libmagic-dev libsqlite3-dev lsof ltrace make procps \
      python3 sqlite3 strace tini \
 && rm -rf /var/lib/apt/lists/* /usr/share/doc/*

# uid 1000 and gid 100, as Jupyter's own images have them, so that volumes of a hub fit.
RUN useradd --create-home --uid 1000 --gid 100 --shell /bin/bash jovyan

COPY --from=jupyter /opt/jupyter /opt/jupyter
COPY --from=packages /opt/workshop/node_modules /opt/workshop/node_modules

# The master copy of the course. A volume over the home hides what lies there, so the start script lays the
# course into the home from here.
COPY . /opt/workshop
RUN make -C /opt/workshop/native \
 && ln -s "$(readlink -f /opt/workshop/node_modules/.bin/node)" /usr/local/bin/node \
 && node /opt/workshop/src/kernel/install.ts /opt/jupyter \
 && ln -s /opt/jupyter /opt/workshop/.venv

ENV PATH=/opt/jupyter/bin:/usr/local/bin:/usr/bin:/bin \
    WORKSHOP_MASTER=/opt/workshop \
    LANG=C.UTF-8 \
    # glibc keeps an arena a thread otherwise; two bound the memory of a kernel at no cost that a lesson shows.
    MALLOC_ARENA_MAX=2

# The image is refused here, not at the learner's, when pruning took too much.
RUN /opt/workshop/image/smoke-test

# What is laid into a home, file by file: the start script compares it, and ./workshop update tells by it what was edited.
RUN /opt/workshop/image/list-files /opt/workshop > /tmp/version \
 && mv /tmp/version /opt/workshop/image/version

USER 1000:100
WORKDIR /home/jovyan
EXPOSE 8888
# The path that JupyterHub sets as prefix is part of the address that must answer.
HEALTHCHECK --interval=10s --timeout=3s --start-period=10s --retries=3 CMD ["/opt/workshop/image/healthy"]
ENTRYPOINT ["tini", "-g", "--", "/opt/workshop/image/start"]
CMD ["/opt/workshop/image/serve"]
