import { escapeHtml } from './escape.ts';
import { type Bundle, show } from './show.ts';

// Small enough for a trace's rows beside an open sidebar. The font is named, for exported pages give
// a <pre> within HTML the font of the text around it.
const STYLE = 'overflow-x:auto;white-space:pre;font-size:.85em;margin:0;font-family:monospace';

/** Returns lines of fixed-width text as one output; in a narrow window they scroll and never wrap. */
export const listingBundle = (text: string): Bundle => ({
  data: {
    'text/html': `<pre style="${STYLE}">${escapeHtml(text)}</pre>`,
    'text/plain': text,
  },
});

/** Shows lines of fixed-width text, such as the rows of a trace. */
export const listing = (text: string): void => show(listingBundle(text));
