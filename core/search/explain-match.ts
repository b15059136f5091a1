import { locateInDigits } from '#core/search/find-by-phone.ts';
import type { Party } from '#core/party/party.ts';
import { emailKeyOf, searchDigitsOf } from '#core/party/party-index.ts';
import type { SearchResult } from '#shared/search/contract.ts';
import type { PhoneQueryVariant } from '#shared/phone/phone-query.ts';
import { foldText, foldWords } from '#shared/text/fold-text.ts';

export type Match = SearchResult['matches'][number];

/** How much of a long text is shown around what was found, in UTF-16 units to each side. */
const around = 40;

/** Why a party was found: for each word typed, the best place that has it. */
export function explainWords(party: Party, companies: readonly string[], words: readonly string[]): readonly Match[] {
  const places = searchedTexts(party, companies);
  const matches: Match[] = [];
  for (const word of words) {
    for (const [field, text] of places) {
      const spot = explainWord(text, word);
      if (!spot) continue;
      matches.push(excerpt({ field, text, ...spot }));
      break;
    }
  }
  return matches;
}

/** Which of a party's phones fits what was typed, or undefined when none does. */
export function explainPhone(party: Party, variants: readonly PhoneQueryVariant[]): Match | undefined {
  for (const phone of party.phones) {
    const spot = locateInDigits(searchDigitsOf(phone), variants);
    if (!spot) continue;
    const text = phone.e164 ?? phone.raw;
    return { field: 'phone', text, ...spanOfDigits(text, spot) };
  }
  return undefined;
}

/** Which of a party's emails begins with what was typed, or undefined when none does. */
export function explainEmail(party: Party, typed: string): Match | undefined {
  const key = emailKeyOf(typed);
  const email = party.emails.find(({ address }) => emailKeyOf(address).startsWith(key));
  if (!email) return undefined;
  return { field: 'email', text: email.address, start: email.address.search(/\S/), length: key.length };
}

function searchedTexts(party: Party, companies: readonly string[]): readonly (readonly [Match['field'], string])[] {
  return [
    ['name', party.title],
    ...[party.nickname, party.middleName, party.legalName].map((text) => ['name', text] as const),
    ...party.emails.map((email) => ['email', email.address] as const),
    ...companies.map((title) => ['company', title] as const),
    ...[...party.tags, ...party.groups].map((tag) => ['tag', tag] as const),
    ['taxId', party.taxId],
    ...party.addresses.map(
      (place) => ['address', [place.street, place.postalCode, place.city, place.region].filter(Boolean).join(', ')] as const,
    ),
    ...party.messengers.map((messenger) => ['messenger', messenger.handle] as const),
    ['notes', party.notes],
    ...[party.jobTitle, party.industry, party.source, party.preferences].map((text) => ['notes', text] as const),
    ...Object.values(party.custom).map((value) => ['notes', String(value)] as const),
  ];
}

/** Where a word that begins with the folded one stands in a text as written. */
export function explainWord(text: string, word: string): { readonly start: number; readonly length: number } | undefined {
  for (const found of text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
    if (!foldWords(found[0]).some((part) => part.startsWith(word))) continue;
    let length = 1;
    while (length < found[0].length && !foldText(found[0].slice(0, length)).startsWith(word)) length++;
    return { start: found.index, length };
  }
  return undefined;
}

function excerpt(match: Match): Match {
  if (match.text.length <= around * 3) return match;
  const from = Math.max(0, match.start - around);
  const to = Math.min(match.text.length, match.start + match.length + around);
  const head = from > 0 ? '…' : '';
  const text = head + match.text.slice(from, to).replaceAll(/\s/g, ' ') + (to < match.text.length ? '…' : '');
  return { ...match, text, start: match.start - from + head.length };
}

/** Turns a position among a text's digits into one in the text. */
function spanOfDigits(text: string, { start, length }: { readonly start: number; readonly length: number }) {
  const positions = [...text.matchAll(/\d/g)].map((digit) => digit.index);
  const first = positions[start] ?? 0;
  const last = positions[start + length - 1] ?? first;
  return { start: first, length: last - first + 1 };
}
