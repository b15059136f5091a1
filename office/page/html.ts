/** A piece of a page that is safe to send. */
export interface Html {
  readonly html: string;
}

type Part = string | number | Html | null | readonly Part[];

/** Builds a page: whatever is put in is text, and can't be anything else, unless it was built by this as well. */
export function html(texts: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return { html: texts.reduce((whole, text, index) => whole + rendered(parts[index - 1] ?? null) + text) };
}

/** Text that is known to be a safe piece of a page: a drawing made here. */
export function trusted(text: string): Html {
  return { html: text };
}

function rendered(part: Part): string {
  if (part === null) return '';
  if (typeof part === 'object') return 'html' in part ? part.html : part.map(rendered).join('');
  return String(part).replace(/[&<>"']/g, (sign) => entities[sign] ?? '');
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
