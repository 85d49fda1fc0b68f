import { z } from 'zod';

/** Text that nbformat may store as one string or as its lines. */
const Text = z
  .union([z.string(), z.array(z.string())])
  .transform((text) => (typeof text === 'string' ? text : text.join('')));
const Json = z.record(z.string(), z.unknown());

const CellMetadata = z.looseObject({ tags: z.array(z.string()).optional() });
const shared = { id: z.string().optional(), metadata: CellMetadata, source: Text };

/** A cell as nbformat 4 stores it; what is not ours to know (an output) is kept as it is. */
export const Cell = z.discriminatedUnion('cell_type', [
  z.object({
    ...shared,
    cell_type: z.literal('code'),
    execution_count: z.number().nullable(),
    outputs: z.array(Json),
  }),
  z.object({ ...shared, cell_type: z.literal('markdown'), attachments: Json.optional() }),
  z.object({ ...shared, cell_type: z.literal('raw'), attachments: Json.optional() }),
]);
export type Cell = z.infer<typeof Cell>;
export type CodeCell = Extract<Cell, { cell_type: 'code' }>;

/** A notebook of nbformat 4, any minor version. */
export const Notebook = z.object({
  cells: z.array(Cell),
  metadata: Json,
  nbformat: z.literal(4),
  nbformat_minor: z.number().int(),
});
export type Notebook = z.infer<typeof Notebook>;
