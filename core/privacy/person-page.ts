import { escapeHtml, htmlPage } from '#core/privacy/escape-html.ts';
import { fieldName, valueWords } from '#core/privacy/field-words.ts';
import type { PersonData } from '#core/privacy/person-data.ts';
import { typeName } from '#core/privacy/type-name.ts';
import { messageText } from '#shared/messages/message-text.ts';
import type { Language } from '#shared/settings/contract.ts';

/** Fields that say nothing to a person: ids, and what the program keeps for itself. */
const isTechnical = (field: string) => field === 'id' || /Id$|Key$|Hash$|^hash$|^sharedWith$|^e164$/.test(field);
/** Parts of a phone, an address or another way to reach somebody: they speak for themselves. */
const ofPoint: ReadonlySet<string> = new Set(
  'label raw extension address service handle url street postalCode city region country'.split(' '),
);
const isMoment = (field: string, value: unknown): value is number =>
  typeof value === 'number' && value > 1e11 && /^at$|At$|Since$/.test(field);

/** All that is kept about a client as a page to read, in the shop's language. What isn't filled in is left out. */
export function personPage({ title, records, named }: PersonData, language: Language, at: number): string {
  const when = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short' });
  const show = (field: string, value: unknown): string => {
    if (isMoment(field, value)) return when.format(value);
    if (Array.isArray(value)) return value.map((part: unknown) => show('', part)).join('; ');
    if (typeof value === 'object' && value !== null)
      return Object.entries(value)
        .filter(([key, part]) => !isTechnical(key) && isSaid(part))
        .map(([key, part]) => (ofPoint.has(key) ? show(key, part) : `${fieldName(key, language)}: ${show(key, part)}`))
        .join(', ');
    return valueWords(field, value, language);
  };
  const table = (record: Readonly<Record<string, unknown>>) => {
    const rows = Object.entries(record).filter(([field, value]) => !isTechnical(field) && isSaid(value));
    const others = ['partyId', 'contactId', 'companyId'].flatMap((field) => named[String(record[field])] ?? []);
    const all = [
      ...rows.map(([field, value]) => [fieldName(field, language), show(field, value)] as const),
      ...others.map((name) => ['', name] as const),
    ];
    return `<table>${all.map(([field, value]) => `<tr><th>${escapeHtml(field)}</th><td>${escapeHtml(value)}</td></tr>`).join('')}</table>`;
  };
  const sections = Object.entries(records).map(
    ([type, list]) => `<h2>${escapeHtml(typeName(type, language))} (${list.length})</h2>\n${list.map(table).join('\n')}`,
  );
  const intro = messageText('privacy.person.text', language, { date: when.format(at) });
  const body = `<h1>${escapeHtml(title)}</h1>\n<p>${escapeHtml(intro)}</p>\n${sections.join('\n')}`;
  return htmlPage({ language, title, body });
}

function isSaid(value: unknown): boolean {
  if (value === null || value === undefined || value === '') return false;
  return typeof value !== 'object' || Object.keys(value).length > 0;
}
