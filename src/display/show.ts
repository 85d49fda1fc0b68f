/** What one output of a cell holds: the same content in several MIME types; a front end picks one. */
export type Bundle = {
  data: { 'text/plain': string; 'text/html'?: string } & Record<string, unknown>;
  metadata?: Record<string, unknown>;
  displayId?: string;
  update?: boolean;
};

type Show = (bundle: Bundle) => void;

const SLOT = Symbol.for('workshop.display');

const isShow = (value: unknown): value is Show => typeof value === 'function';

const kernelShow = (): Show | undefined => {
  const slot: unknown = Reflect.get(globalThis, SLOT);
  return isShow(slot) ? slot : undefined;
};

/** Says whether a cell is there to show things in; elsewhere everything is printed as text. */
export const inCell = (): boolean => kernelShow() !== undefined;

/** Shows the bundle in the cell that runs; outside a kernel prints its text form. */
export const show = (bundle: Bundle): void => {
  const send = kernelShow();
  if (send) send(bundle);
  else process.stdout.write(`${bundle.data['text/plain']}\n`);
};
