import { createReadStream } from 'node:fs';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createGzip } from 'node:zlib';
import { execa } from 'execa';
import { z } from 'zod';
import type { Engine } from './engine.ts';

const Manifest = z.tuple([z.object({ Config: z.string(), Layers: z.array(z.string()) })]);
const Config = z.object({
  history: z.array(
    z.object({ created_by: z.string().default(''), empty_layer: z.boolean().optional() }),
  ),
});

/** One layer of an image: what made it, its bytes as files and as a registry stores them (gzip), and its tar. */
export interface Layer {
  readonly madeBy: string;
  readonly bytes: number;
  readonly compressed: number;
  readonly tar: string;
}

/** Saves the image under `folder` and describes its layers, the base first. The caller removes the folder. */
export async function layersOf(engine: Engine, image: string, folder: string): Promise<Layer[]> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const archive = join(folder, 'image.tar');
  await engine.docker(['save', '-o', archive, image]);
  await execa('tar', ['-xf', archive, '-C', folder]);
  await rm(archive);
  const read = async (name: string) => JSON.parse(await readFile(join(folder, name), 'utf8'));
  const [manifest] = Manifest.parse(await read('manifest.json'));
  const { history } = Config.parse(await read(manifest.Config));
  const makers = history.filter((step) => step.empty_layer !== true);
  const layers: Layer[] = [];
  for (const [index, name] of manifest.Layers.entries()) {
    const tar = join(folder, name);
    const { bytes, compressed } = await sizes(tar);
    layers.push({ madeBy: brief(makers[index]?.created_by ?? ''), bytes, compressed, tar });
  }
  return layers;
}

async function sizes(tar: string): Promise<{ bytes: number; compressed: number }> {
  let bytes = 0;
  let compressed = 0;
  const source = createReadStream(tar).on('data', (chunk) => {
    bytes += chunk.length;
  });
  for await (const chunk of source.pipe(createGzip({ level: 6 }))) compressed += chunk.length;
  return { bytes, compressed };
}

/** The first words of a Dockerfile instruction, as history records it. */
function brief(createdBy: string): string {
  const words = createdBy
    .replace(/\/bin\/sh -c (#\(nop\) )?|# buildkit$/g, '')
    .replace(/\s+/g, ' ');
  return words.trim().slice(0, 60) || 'base';
}

/** The report of the sizes: a line a layer, and the totals in the last line. */
export function sizeReport(layers: readonly Layer[]): string {
  const line = (bytes: number, compressed: number, name: string) =>
    `${mb(bytes)} MB ${mb(compressed)} MB compressed  ${name}`;
  const sum = (key: 'bytes' | 'compressed') =>
    layers.reduce((total, layer) => total + layer[key], 0);
  return [
    ...layers.map((layer) => line(layer.bytes, layer.compressed, layer.madeBy)),
    line(sum('bytes'), sum('compressed'), 'total'),
  ].join('\n');
}

function mb(bytes: number): string {
  return (bytes / 1e6).toFixed(0).padStart(5);
}
