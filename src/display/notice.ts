import { escapeHtml } from './escape.ts';
import { type Bundle, show } from './show.ts';

export type NoticeKind = 'note' | 'warning';

// The bar's colour is never the only sign: a warning also says so in words.
const BAR: Record<NoticeKind, string> = { note: '#3f97cf', warning: '#c94f00' };

/** Returns one remark to the reader as an output; `text` is plain, its line breaks are kept. */
export const noticeBundle = (text: string, kind: NoticeKind = 'note'): Bundle => {
  const lead = kind === 'warning' ? 'Warning: ' : '';
  const style = `border-left:4px solid ${BAR[kind]};padding:.3em .8em;white-space:pre-wrap`;
  return {
    data: {
      'text/html': `<div role="note" style="${style}">${escapeHtml(lead + text)}</div>`,
      'text/plain': lead + text,
    },
  };
};

/** Shows one remark to the reader: a fallback taken, a limit met, a thing to know. */
export const notice = (text: string, kind: NoticeKind = 'note'): void =>
  show(noticeBundle(text, kind));
