import { cp, mkdir, realpath, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { execa } from 'execa';
import type { Engine } from './engine.ts';

const ROOT = new URL('../../', import.meta.url).pathname;

/** The names under which the Dockerfile asks for its bases. */
export const DEBIAN = 'debian:bookworm-slim';
export const NODE = 'node:26-bookworm-slim';

// What this machine needs to reach the registries stays in the stand-ins; the Dockerfile never names it.
const FIT_FOR_A_BASE = [
  'mkdir -p "$1/usr/local/share/ca-certificates"',
  'cp /usr/local/share/ca-certificates/*.crt "$1/usr/local/share/ca-certificates/" 2>/dev/null || true',
  'chroot "$1" update-ca-certificates',
  // As in Debian's own image: no downloaded package stays in a layer.
  `echo 'DPkg::Post-Invoke { "rm -f /var/cache/apt/archives/*.deb /var/cache/apt/*.bin || true"; };' > "$1/etc/apt/apt.conf.d/docker-clean"`,
  'printf "[global]\\ncert=/etc/ssl/certs/ca-certificates.crt\\n" > "$1/etc/pip.conf"',
].join('; ');

const NODE_DOCKERFILE = `FROM ${DEBIAN}
RUN apt-get update && apt-get install -y --no-install-recommends libatomic1 && rm -rf /var/lib/apt/lists/*
COPY node /usr/local/bin/node
COPY npm /usr/local/lib/node_modules/npm
RUN ln -s ../lib/node_modules/npm/bin/npm-cli.js /usr/local/bin/npm \\
 && mkdir -p /usr/local/etc && echo cafile=/etc/ssl/certs/ca-certificates.crt > /usr/local/etc/npmrc
CMD ["node"]
`;

// The slim variants of Debian's image leave these out, so the stand-in does, too.
const SLIM = ['doc', 'man', 'locale', 'info', 'groff', 'lintian', 'linda'].map(
  (folder) => `--dpkgopt=path-exclude=/usr/share/${folder}/*`,
);

/**
 * Makes stand-ins for the two base images where no image registry is reachable: Debian from its own packages,
 * and Node with npm on top of it, as in the official image.
 */
export async function standInBases(engine: Engine, work: string): Promise<void> {
  const tar = join(work, 'debian.tar');
  await execa('mmdebstrap', [
    ...['--quiet', '--variant=minbase', '--include=ca-certificates', ...SLIM],
    ...[`--customize-hook=${FIT_FOR_A_BASE}`, 'bookworm', tar],
  ]);
  await engine.docker(['import', tar, DEBIAN]);
  await rm(tar);

  const context = join(work, 'node-base');
  await mkdir(context, { recursive: true });
  await cp(await realpath(join(ROOT, 'node_modules/.bin/node')), join(context, 'node'));
  await cp(await npmFolder(), join(context, 'npm'), { recursive: true });
  await writeFile(join(context, 'Dockerfile'), NODE_DOCKERFILE);
  await engine.docker(['build', '-q', '--network', 'host', '-t', NODE, context]);
  await rm(context, { recursive: true });
}

/** The folder of the npm that this machine has. */
async function npmFolder(): Promise<string> {
  const { stdout } = await execa('sh', ['-c', 'command -v npm']);
  return dirname(dirname(await realpath(stdout)));
}
