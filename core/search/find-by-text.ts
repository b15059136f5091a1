import type { ReadDb } from '#core/database/connection.ts';

/** The newest of those that match are ranked; more aren't looked at, so that a common name costs no more than a rare one. */
const candidates = 200;

interface Candidate {
  readonly seq: number;
  readonly sortKey: string;
}

/**
 * Rowids of parties in which every word begins some word: of the name, or else of anything searched. Best names first.
 * @param words folded
 */
export function* findByText(db: ReadDb, words: readonly string[], among?: ReadonlySet<number>): Generator<number> {
  if (words.length === 0) return;
  const expression = words.map((word) => `"${word}" *`).join(' AND ');
  const named = match(db, `name : (${expression})`, among);
  yield* rank(readCandidates(db, named), words);
  if (named.length >= candidates / 4) return;
  const others = match(db, expression, among).filter((seq) => !named.includes(seq));
  yield* rank(readCandidates(db, others), words);
}

function match(db: ReadDb, expression: string, among: ReadonlySet<number> | undefined): readonly number[] {
  const limit = among ? 5000 : candidates;
  const seen = db.isNarrowed ? 'AND EXISTS (SELECT 1 FROM party WHERE party.seq = party_text.rowid)' : '';
  const seqs = db
    .readColumn<[string, number], number>(
      `SELECT rowid FROM party_text WHERE party_text MATCH ? ${seen} ORDER BY rowid DESC LIMIT ?`,
    )
    .all(expression, limit);
  return among ? seqs.filter((seq) => among.has(seq)) : seqs;
}

function readCandidates(db: ReadDb, seqs: readonly number[]): readonly Candidate[] {
  const read = db.readColumn<[number], string>('SELECT sort_key FROM party WHERE seq = ?');
  return seqs.flatMap((seq) => {
    const sortKey = read.get(seq);
    return sortKey === undefined ? [] : [{ seq, sortKey }];
  });
}

function rank(found: readonly Candidate[], words: readonly string[]): readonly number[] {
  const scored = found.map((candidate) => ({ ...candidate, score: scoreOf(candidate.sortKey, words) }));
  scored.sort((one, other) => one.score - other.score || other.seq - one.seq);
  return scored.map(({ seq }) => seq);
}

/** Lower is better: the whole name, then whole words of it, then beginnings, in the order typed or another. */
function scoreOf(sortKey: string, words: readonly string[]): number {
  const typed = words.join(' ');
  if (sortKey === typed) return 0;
  const parts = sortKey.split(' ');
  const whole = words.filter((word) => parts.includes(word)).length;
  const begun = words.filter((word) => parts.some((part) => part.startsWith(word))).length;
  const isInOrder = sortKey.startsWith(typed) ? 0 : 1;
  return 1 + isInOrder + (words.length - whole) * 2 + (words.length - begun) * 4;
}
