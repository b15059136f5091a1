/** A file as far as it has come; null where nothing has. */
export interface Held {
  readonly received: number;
  readonly total: number;
}

/**
 * Where files lie, by the SHA-256 of their content, until they are whole and after. Pieces come one after the other; who asks makes
 * sure that they follow one another.
 */
export interface ContentStore {
  /** What has come of a file that isn't whole yet. */
  partial(hash: string): Promise<Held | null>;
  /** Adds the piece at `offset`, which is where the partial file ends. */
  append(hash: string, piece: { readonly offset: number; readonly total: number; readonly bytes: Buffer }): Promise<void>;
  /** The bytes of a partial file, in order. */
  readPartial(hash: string): AsyncIterable<Buffer>;
  /** Makes a partial file a whole one. */
  complete(hash: string): Promise<void>;
  discard(hash: string): Promise<void>;
  /** Takes away all that came of a file, whole or not. */
  remove(hash: string): Promise<void>;
  read(hash: string, range: { readonly offset: number; readonly length: number }): Promise<Buffer | null>;
}
