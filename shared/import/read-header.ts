import { tierOf, tolerantConcepts } from '#shared/import/dictionary/dictionary.ts';
import type { Concept } from '#shared/import/dictionary/dictionary.ts';
import { dictionaries } from '#shared/import/dictionary/dictionaries.ts';
import { headerWords } from '#shared/import/header-words.ts';
import type { HeaderWord } from '#shared/import/header-words.ts';
import { compilePhrases, findPhrases } from '#shared/import/phrases.ts';
import type { Phrase } from '#shared/import/phrases.ts';
import { findLabel, findService } from '#shared/import/read-label.ts';
import type { MessengerService } from '#shared/import/read-label.ts';
import type { PartyType } from '#shared/party/fields.ts';

/** What a header says about its column. */
export interface HeaderReading {
  readonly concept: Concept | 'messenger';
  /** A point label or the words that stand beside the notion; '' when there are none. */
  readonly label: string;
  readonly service?: MessengerService;
  /** The ordinal in "Teléfono 2"; null without one. */
  readonly ordinal: number | null;
  /** Whose it is, where the header says so ("Email de la empresa"). */
  readonly party: PartyType | null;
  /** 0 to 1: how much of the header is understood. */
  readonly confidence: number;
}

interface Candidate {
  readonly concept: Concept;
  readonly words: number;
  readonly weight: number;
  readonly positions: readonly number[];
}

const phrasesByConcept: readonly (readonly [Concept, readonly Phrase[]])[] = [...tierOf.keys()].map(
  (concept) => [concept, dictionaries.flatMap((dictionary) => compilePhrases(dictionary.concepts[concept] ?? ''))] as const,
);
const noise = dictionaries.flatMap((dictionary) => compilePhrases(dictionary.noise));
const person = dictionaries.flatMap((dictionary) => compilePhrases(dictionary.person));
const organisation = dictionaries.flatMap((dictionary) => compilePhrases(dictionary.organisation));

/** Notions whose word may stand beside another without changing it: "nombre" in "nombre del vendedor". */
const companions: Partial<Record<Concept, readonly Concept[]>> = {
  contactPerson: ['name', 'fullName'],
  companyName: ['name', 'fullName'],
  legalName: ['name', 'companyName', 'fullName'],
  fullName: ['name'],
  givenName: ['name'],
  familyName: ['name'],
  owner: ['name', 'fullName', 'contactPerson'],
  identifier: ['rowNumber'],
  addressStreet: ['address'],
  addressMore: ['address', 'rowNumber'],
  addressCity: ['address'],
  addressRegion: ['address', 'state'],
  state: ['address', 'addressRegion'],
  addressPostalCode: ['address', 'identifier'],
  addressCountry: ['address', 'addressRegion'],
  birthday: ['custom'],
  taxId: ['identifier', 'rowNumber', 'custom'],
  custom: ['name', 'rowNumber', 'identifier', 'owner', 'fullName'],
  email: ['address', 'phone'],
  phone: ['email'],
};

/** Words for what a list is about only tell whose a value is where the notion is none of these. */
const namesThemselves = new Set<Concept>(['contactPerson', 'companyName', 'legalName', 'fullName', 'name']);

/** What a header says, in any of the languages; null when it says nothing known. */
export function readHeader(header: string): HeaderReading | null {
  const words = headerWords(header);
  if (words.length === 0) return header.trim() === '#' ? rowNumber : null;
  if (words.length > 12) return null;
  const messenger = readMessenger(words);
  if (messenger !== null) return messenger;
  const candidates = findCandidates(words.map((word) => word.folded));
  for (const candidate of candidates) {
    const reading = judge({ words, candidate, candidates });
    if (reading !== null) return reading;
  }
  return null;
}

const rowNumber: HeaderReading = { concept: 'rowNumber', label: '', ordinal: null, party: null, confidence: 1 };

function readMessenger(words: readonly HeaderWord[]): HeaderReading | null {
  const found = findService(words);
  if (found === null) return null;
  const { label, ordinal, party } = describeRest({ words, explained: new Set(found.positions) });
  return { concept: 'messenger', service: found.service, label, ordinal, party, confidence: 0.95 };
}

/** The best match of each notion, most telling first. */
function findCandidates(folded: readonly string[]): Candidate[] {
  const order = [...tierOf.keys()];
  return phrasesByConcept
    .flatMap(([concept, phrases]) => {
      const matches = findPhrases(folded, phrases);
      const best = matches.toSorted((a, b) => b.length - a.length || b.weight - a.weight)[0];
      if (best === undefined) return [];
      const positions = matches.flatMap(({ start, length }) => Array.from({ length }, (_, offset) => start + offset));
      // A birthday is a date too, and in more words.
      const words = best.length + (concept === 'birthday' ? 2 : 0);
      return [{ concept, words, weight: best.weight, positions }];
    })
    .sort(
      (a, b) =>
        (tierOf.get(a.concept) ?? 0) - (tierOf.get(b.concept) ?? 0) ||
        b.words - a.words ||
        order.indexOf(a.concept) - order.indexOf(b.concept),
    );
}

/** Whether the notion explains the header, alone or with labels, filler words and whose it is. */
function judge(options: {
  words: readonly HeaderWord[];
  candidate: Candidate;
  candidates: readonly Candidate[];
}): HeaderReading | null {
  const { words, candidate, candidates } = options;
  const { concept } = candidate;
  const beside = companions[concept] ?? [];
  const explained = new Set(candidate.positions);
  for (const other of candidates) if (beside.includes(other.concept)) for (const at of other.positions) explained.add(at);
  const rest = describeRest({ words, explained, own: candidate.positions });
  if (rest.unexplained.length === 0) {
    return {
      concept,
      label: isNoLabel(rest, { candidate, words }) ? '' : rest.label,
      ordinal: rest.ordinal,
      party: namesThemselves.has(concept) ? null : rest.party,
      confidence: 1,
    };
  }
  if (!tolerantConcepts.has(concept)) return null;
  const unexplained = rest.unexplained.map((word) => word.raw).join(' ');
  const label = rest.label === '' ? unexplained : rest.label;
  const share = rest.unexplained.length / words.length;
  return { concept, label, ordinal: rest.ordinal, party: rest.party, confidence: 0.85 - share / 2 };
}

/** "Domicilio" is a word for any address; "Тел./факс" is the phone, on which faxes arrive as well. */
function isNoLabel(
  { label, labelAt }: { label: string; labelAt: readonly number[] },
  { candidate, words }: { candidate: Candidate; words: readonly HeaderWord[] },
): boolean {
  if (candidate.concept === 'address' && labelAt.length === 1 && candidate.words === 1 && labelAt[0] === candidate.positions[0])
    return true;
  return isPhoneAndFax(label, { concept: candidate.concept, words });
}

function isPhoneAndFax(label: string, { concept, words }: { concept: Concept; words: readonly HeaderWord[] }): boolean {
  return (
    concept === 'phone' &&
    label === 'fax' &&
    words.some(({ folded }) => /^(?:tel|phone|тел|τηλ|fone)/.test(folded) && !/fax/.test(folded))
  );
}

/** What the words beside the notion say: a label, an ordinal, whose it is; and which of them say nothing known. */
function describeRest({
  words,
  explained,
  own = [],
}: {
  words: readonly HeaderWord[];
  explained: ReadonlySet<number>;
  own?: readonly number[];
}) {
  const folded = words.map((word) => word.folded);
  const found = findLabel(words);
  const known = new Set(explained);
  for (const at of found?.positions ?? []) known.add(at);
  const ordinals = folded.flatMap((word, index) => (/^\d{1,2}$/.test(word) && !own.includes(index) ? [Number(word)] : []));
  const mark = (phrases: readonly Phrase[]) => {
    const positions = findPhrases(folded, phrases).flatMap(({ start, length }) =>
      Array.from({ length }, (_, offset) => start + offset),
    );
    const fresh = positions.filter((at) => !own.includes(at) && found?.positions.includes(at) !== true);
    for (const at of fresh) known.add(at);
    return fresh.length > 0;
  };
  mark(noise);
  const ofPerson = mark(person);
  const ofOrganisation = mark(organisation);
  return {
    label: found?.label ?? '',
    labelAt: found?.positions ?? [],
    ordinal: ordinals[0] ?? null,
    party: ofOrganisation === ofPerson ? null : ofOrganisation ? ('company' as const) : ('contact' as const),
    unexplained: words.filter((word, index) => !known.has(index) && !/^\d{1,2}$/.test(word.folded)),
  };
}
