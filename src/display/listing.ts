import { escapeHtml } from './escape.ts';
import { type Bundle, show } from './show.ts';

/**
 * How rows of fixed-width text look: small enough beside an open sidebar, and never wrapped. The font is
 * named, for exported pages give a <pre> within HTML the font of the text around it.
 */
export const ROWS_STYLE =
  'overflow-x:auto;white-space:pre;font-size:.85em;margin:0;font-family:monospace';

/** Returns lines of fixed-width text as one output; in a narrow window they scroll and never wrap. */
export const listingBundle = (text: string): Bundle => ({
  data: {
    'text/html': `<pre style="${ROWS_STYLE}">${escapeHtml(text)}</pre>`,
    'text/plain': text,
  },
});

/** Shows lines of fixed-width text, such as the rows of a trace. */
export const listing = (text: string): void => show(listingBundle(text));
