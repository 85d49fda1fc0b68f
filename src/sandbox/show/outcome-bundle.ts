import { type Bundle, escapeHtml } from '../../display/index.ts';
import type { CallEnding, Ending, Observed } from '../outcome.ts';
import { details } from './details.ts';
import { headline } from './headline.ts';

type Ended = (CallEnding<unknown> | Ending) & Observed;

// JupyterLab stripes the rows of a table and puts a box behind a <pre>; here both would only cut up the panel.
const LABEL = 'text-align:left;vertical-align:top;white-space:nowrap';
const TEXT =
  'margin:0;padding:0;background:none;color:inherit;white-space:pre-wrap;font-family:monospace';

/** An outcome in plain text: the headline, then what is known, indented under its label. */
export function describe(ended: Ended): string {
  const blocks = details(ended).map(
    ({ label, text }) => `  ${label}:\n${text.replace(/^/gm, '    ')}`,
  );
  return [headline(ended), ...blocks].join('\n');
}

/** An outcome as one output of a cell. The bar's colour repeats what the headline says. */
export function outcomeBundle(ended: Ended): Bundle {
  const good = ended.kind === 'returned' || (ended.kind === 'exited' && ended.code === 0);
  const bar = `border-left:4px solid ${good ? '#3f97cf' : '#c94f00'};padding:.3em .8em`;
  const rows = details(ended).map(
    ({ label, text }) =>
      `<tr style="background:none"><th scope="row" style="${LABEL}">${escapeHtml(label)}</th>` +
      `<td style="text-align:left"><pre style="${TEXT}">${escapeHtml(text)}</pre></td></tr>`,
  );
  const table = rows.length === 0 ? '' : `<table style="margin:.3em 0 0">${rows.join('')}</table>`;
  return {
    data: {
      'text/html': `<div role="note" style="${bar}"><strong>${escapeHtml(headline(ended))}</strong>${table}</div>`,
      'text/plain': describe(ended),
    },
  };
}
