import type { ContentStore } from '#office/content/content-store.ts';
import type { OfficeStore } from '#office/store/office-store.ts';

interface Piece {
  readonly start: number;
  readonly length: number;
  readonly bytes: string;
}

/** Files in the database, for head office of several processes that share no folder. */
export function createTableStore(store: OfficeStore, now: () => number): ContentStore {
  async function readAll(sql: string, ...parameters: (string | number)[]): Promise<Piece[]> {
    return store.read((tx) =>
      tx.all<Piece>(`SELECT start, length, bytes FROM content_piece WHERE ${sql} ORDER BY start`, ...parameters),
    );
  }
  return {
    async partial(hash) {
      const [held] = await store.read((tx) =>
        tx.all<{ received: number; total: number }>(
          'SELECT MAX(start + length) AS received, MAX(total) AS total FROM content_piece WHERE hash = ? GROUP BY hash',
          hash,
        ),
      );
      return held ?? null;
    },
    append: (hash, { offset, total, bytes }) =>
      store.transaction(async (tx) => {
        await tx.run(
          'INSERT INTO content_piece (hash, start, length, total, bytes, at) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (hash, start) DO NOTHING',
          hash,
          offset,
          bytes.length,
          total,
          bytes.toString('base64'),
          now(),
        );
      }),
    async *readPartial(hash) {
      for (let next = 0; ;) {
        const [piece] = await readAll('hash = ? AND start = ?', hash, next);
        if (!piece) return;
        yield Buffer.from(piece.bytes, 'base64');
        if (piece.length === 0) return;
        next += piece.length;
      }
    },
    complete: async () => undefined,
    discard: (hash) => store.transaction(async (tx) => void (await tx.run('DELETE FROM content_piece WHERE hash = ?', hash))),
    remove: (hash) => store.transaction(async (tx) => void (await tx.run('DELETE FROM content_piece WHERE hash = ?', hash))),
    async read(hash, { offset, length }) {
      const pieces = await readAll('hash = ? AND start < ? AND start + length > ?', hash, offset + length, offset);
      const [first] = pieces;
      if (!first) return Buffer.alloc(0);
      const bytes = Buffer.concat(pieces.map((piece) => Buffer.from(piece.bytes, 'base64')));
      return bytes.subarray(offset - first.start, offset - first.start + length);
    },
  };
}
