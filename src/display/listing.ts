import { escapeHtml } from './escape.ts';
import { type Bundle, show } from './show.ts';

/** Returns lines of fixed-width text as one output; in a narrow window they scroll and never wrap. */
export const listingBundle = (text: string): Bundle => ({
  data: {
    'text/html': `<pre style="overflow-x:auto;white-space:pre">${escapeHtml(text)}</pre>`,
    'text/plain': text,
  },
});

/** Shows lines of fixed-width text, such as the rows of a trace. */
export const listing = (text: string): void => show(listingBundle(text));
