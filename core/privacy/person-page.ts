import { escapeHtml, htmlPage } from '#core/privacy/escape-html.ts';
import { codeWords, fieldName, moneyWords, valueWords } from '#core/privacy/field-words.ts';
import { pageFields } from '#core/privacy/page-fields.ts';
import type { PageField } from '#core/privacy/page-fields.ts';
import type { PersonData } from '#core/privacy/person-data.ts';
import { typeName } from '#core/privacy/type-name.ts';
import { messageText } from '#shared/messages/message-text.ts';
import type { Language } from '#shared/settings/contract.ts';

type PlainRecord = Readonly<Record<string, unknown>>;
type Row = readonly [name: string, value: string];

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
    if (Array.isArray(value)) return value.map((part: unknown) => show(field, part)).join('; ');
    if (typeof value === 'object' && value !== null)
      return Object.entries(value)
        .filter(([key, part]) => !isTechnical(key) && isSaid(part))
        .map(([key, part]) => (ofPoint.has(key) ? show(key, part) : `${fieldName(key, language)}: ${show(key, part)}`))
        .join(', ');
    return valueWords(field, value, language);
  };
  const currencyOf = ({ currency, dealId }: PlainRecord) => {
    const ofDeal = records['deal']?.find(({ id }) => id === dealId)?.['currency'];
    return [currency, ofDeal].find((known) => typeof known === 'string') ?? 'EUR';
  };
  const say = ({ codes, as }: PageField, field: string, record: PlainRecord): string => {
    const value = record[field];
    if (as === 'money') return moneyWords({ amount: Number(value), currency: currencyOf(record) }, language);
    if (as === 'rate') return String(Number(value) / 100);
    return codes === undefined ? show(field, value) : codeWords(codes, String(value), language);
  };
  const chosen = (fields: Readonly<Record<string, PageField>>, record: PlainRecord): readonly Row[] =>
    Object.entries(fields)
      .filter(([field, { as }]) => isSaid(record[field]) && (as === undefined || record[field] !== 0))
      .map(([field, how]) => [messageText(how.label, language), say(how, field, record)]);
  const filledIn = (type: string, record: PlainRecord): readonly Row[] =>
    Object.entries(record)
      .filter(([field, value]) => !isTechnical(field) && isSaid(value))
      .map(([field, value]) => [fieldName(field, language, type), show(field, value)]);
  const table = (type: string, record: PlainRecord) => {
    const fields = pageFields(type);
    const rows = fields === undefined ? filledIn(type, record) : chosen(fields, record);
    const others = ['partyId', 'contactId', 'companyId'].flatMap((field) => named[String(record[field])] ?? []);
    const all = [...rows, ...others.map((name) => ['', name] as const)];
    return `<table>${all.map(([field, value]) => `<tr><th>${escapeHtml(field)}</th><td>${escapeHtml(value)}</td></tr>`).join('')}</table>`;
  };
  const sections = Object.entries(records).map(
    ([type, list]) =>
      `<h2>${escapeHtml(typeName(type, language))} (${list.length})</h2>\n${list.map((record) => table(type, record)).join('\n')}`,
  );
  const intro = messageText('privacy.person.text', language, { date: when.format(at) });
  const body = `<h1>${escapeHtml(title)}</h1>\n<p>${escapeHtml(intro)}</p>\n${sections.join('\n')}`;
  return htmlPage({ language, title, body });
}

function isSaid(value: unknown): boolean {
  if (value === null || value === undefined || value === '') return false;
  return typeof value !== 'object' || Object.keys(value).length > 0;
}
