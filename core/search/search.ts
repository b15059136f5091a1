import type { ReadDb } from '#core/database/connection.ts';
import { partyRecord } from '#core/party/party-record.ts';
import type { Party } from '#core/party/party.ts';
import { countryOf } from '#core/records/country.ts';
import { decodeRow } from '#core/records/write.ts';
import { explainEmail, explainPhone, explainWords } from '#core/search/explain-match.ts';
import type { Match } from '#core/search/explain-match.ts';
import { findByEmail, looksLikeEmail } from '#core/search/find-by-email.ts';
import { findByPhone } from '#core/search/find-by-phone.ts';
import { findByText } from '#core/search/find-by-text.ts';
import { looksLikePhoneQuery, phoneQueryVariants } from '#shared/phone/phone-query.ts';
import type { SearchResult } from '#shared/search/contract.ts';
import { foldWords } from '#shared/text/fold-text.ts';

export interface SearchRequest {
  readonly text: string;
  readonly type?: Party['type'] | undefined;
  readonly limit: number;
}

/**
 * Finds parties in use as the text is being typed. Digits and phone punctuation alone look for a phone first; words look
 * for beginnings of words; a text with both looks for the words among those who have such a phone.
 */
export function search(db: ReadDb, { text, type, limit }: SearchRequest): readonly SearchResult[] {
  const country = countryOf(db);
  const found = new Map<number, SearchResult>();
  function take(seqs: Iterable<number>, explain: (party: Party, companies: readonly string[]) => readonly Match[] | undefined) {
    // Asked for one at a time, since the later ones of a search cost most.
    if (found.size >= limit) return;
    for (const seq of seqs) {
      if (found.has(seq)) continue;
      const party = readParty(db, seq);
      if (!party || (type && party.type !== type)) continue;
      const companies = party.type === 'contact' ? companiesOf(db, party.id) : [];
      const matches = explain(party, companies);
      if (!matches) continue;
      found.set(seq, toResult(party, companies, matches));
      if (found.size >= limit) return;
    }
  }
  const words = foldWords(text);
  if (looksLikePhoneQuery(text)) takePhones(text);
  if (looksLikeEmail(text)) takeEmails(text);
  // An address that is somebody's is looked for nowhere else.
  if (found.size > 0 && looksLikeEmail(text)) return [...found.values()];
  take(findByText(db, words), (party, companies) => explainAll(party, companies, words));
  if (found.size === 0) takeWordsAndPhone();
  return [...found.values()];

  /** Words of hidden fields and of hidden companies are in the index too: nobody is found by what can't be shown. */
  function explainAll(party: Party, companies: readonly string[], sought: readonly string[]): readonly Match[] | undefined {
    const matches = explainWords(party, companies, sought);
    return db.isNarrowed && matches.length < sought.length ? undefined : matches;
  }
  function takePhones(typed: string) {
    const variants = phoneQueryVariants(typed, country);
    take(findByPhone(db, typed, country), (party) => {
      const match = explainPhone(party, variants);
      return match && [match];
    });
  }
  function takeEmails(typed: string) {
    take(findByEmail(db, typed), (party) => {
      const match = explainEmail(party, typed);
      return match && [match];
    });
  }
  function takeWordsAndPhone() {
    const { letters, digits } = separate(text);
    if (letters.length === 0 || digits === '') return;
    const variants = phoneQueryVariants(digits, country);
    take(findByText(db, letters, new Set(findByPhone(db, digits, country))), (party, companies) => {
      const phone = explainPhone(party, variants);
      const matches = explainAll(party, companies, letters);
      return phone && matches && [...matches, phone];
    });
  }
}

/** "maria 625 60": the words to find, and the piece of a phone. */
function separate(text: string): { readonly letters: readonly string[]; readonly digits: string } {
  const parts = text.split(/\s+/);
  return {
    letters: foldWords(parts.filter((part) => /\p{L}/u.test(part)).join(' ')),
    digits: parts.filter((part) => !/\p{L}/u.test(part) && /\d/.test(part)).join(' '),
  };
}

function readParty(db: ReadDb, seq: number): Party | undefined {
  const row = db.read<[number], Record<string, unknown>>('SELECT * FROM party WHERE seq = ? AND deleted_at IS NULL').get(seq);
  return row && decodeRow(partyRecord, row);
}

function companiesOf(db: ReadDb, contactId: string): readonly string[] {
  return db
    .readColumn<[string], string>(
      'SELECT company.title FROM link JOIN party company ON company.id = link.company_id WHERE link.contact_id = ? ORDER BY link.created_at',
    )
    .all(contactId);
}

function toResult(party: Party, companies: readonly string[], matches: readonly Match[]): SearchResult {
  const city = party.addresses.find((address) => address.city !== '')?.city;
  return {
    id: party.id,
    type: party.type,
    kind: party.kind,
    title: party.title,
    subtitle: [party.jobTitle, companies[0] ?? party.industry, city]
      .filter((part) => part !== undefined && part !== '')
      .join(' · '),
    phones: party.phones.map((phone) => phone.e164 ?? phone.raw),
    emails: party.emails.map((email) => email.address),
    matches: [...matches],
  };
}
