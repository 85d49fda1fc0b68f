import { escapeHtml } from './escape.ts';
import { ROWS_STYLE } from './listing.ts';
import { type Bundle, show } from './show.ts';

/** Returns a long text as one output, closed under its summary until the reader opens it. */
export const foldBundle = (summary: string, text: string): Bundle => ({
  data: {
    'text/html':
      `<details><summary>${escapeHtml(summary)}</summary>` +
      `<pre style="${ROWS_STYLE};max-height:30em;overflow-y:auto">${escapeHtml(text)}</pre></details>`,
    'text/plain': `${summary}\n\n${text}`,
  },
});

/** Shows a long text that the reader opens on demand. */
export const fold = (summary: string, text: string): void => show(foldBundle(summary, text));
