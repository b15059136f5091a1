import type { FileStore } from '#core/file/file-store.ts';
import { comingFiles } from '#core/file/coming-files.ts';
import type { ComingFiles } from '#core/file/coming-files.ts';
import type { Store } from '#core/records/store.ts';
import { contentsAtOffice, contentsNamed, noteAtOffice } from '#core/sync/content-wanted.ts';
import { contentLimit, contentPieceBytes } from '#shared/sync/content-protocol.ts';
import type { ContentRequest, ContentResponse } from '#shared/sync/content-protocol.ts';
import type { Fault, FaultCode } from '#shared/sync/protocol.ts';

export interface ContentOptions {
  readonly store: Store;
  readonly files: FileStore;
  /** Asks head office; what it throws ends the exchange, to be gone on with the next time. */
  ask(request: ContentRequest): Promise<ContentResponse | Fault>;
  /** Bytes sent and received, of those known to go. */
  onProgress?(progress: { readonly done: number; readonly total: number }): void;
  readonly signal?: AbortSignal;
}

export interface ContentOutcome {
  /** 'fault': head office refused to go on. */
  readonly type: 'done' | 'stopped' | 'fault';
  readonly code: FaultCode | null;
  readonly sent: number;
  readonly received: number;
  /** Neither here nor at head office: whoever has it hasn't sent it yet. */
  readonly absent: number;
  /** Here, and named by no record that head office has. */
  readonly unnamed: number;
  /** Hashes of those that are damaged, or couldn't be read or written; the others went on. */
  readonly failed: readonly string[];
}

interface Going {
  readonly hash: string;
  readonly direction: 'send' | 'fetch';
  /** Bytes; a guess where no record says it. */
  readonly size: number;
  /** Bytes of it that head office has. */
  readonly received: number;
}

type Asked<Kind extends ContentResponse['kind']> = Extract<ContentResponse, { kind: Kind }>;

/** Head office refused to go on. */
class Refused extends Error {
  readonly code: FaultCode;
  constructor(code: FaultCode) {
    super(code);
    this.code = code;
  }
}

/** What went wrong on the way to head office and back, apart from what goes wrong with one file. */
class Unanswered extends Error {}

const hashesAtOnce = 1000;

/**
 * Sends the files head office lacks and fetches those that this copy lacks, smallest first. May be cut off anywhere: what has come stays, and it
 * goes on where it was. With nothing to send or fetch nothing is asked.
 */
export async function exchangeContent(options: ContentOptions): Promise<ContentOutcome> {
  const exchange = new ContentExchange(options);
  try {
    await exchange.run();
    return exchange.outcome(options.signal?.aborted ? 'stopped' : 'done', null);
  } catch (error) {
    if (error instanceof Refused) return exchange.outcome('fault', error.code);
    throw error instanceof Unanswered ? error.cause : error;
  } finally {
    exchange.announce();
  }
}

class ContentExchange {
  readonly #options: ContentOptions;
  readonly #files: ComingFiles;
  #sent = 0;
  #received = 0;
  #absent = 0;
  #unnamed = 0;
  #done = 0;
  #total = 0;
  readonly #failed: string[] = [];

  constructor(options: ContentOptions) {
    this.#options = options;
    this.#files = comingFiles(options.files);
  }

  outcome(type: ContentOutcome['type'], code: FaultCode | null): ContentOutcome {
    const [sent, received, absent, unnamed] = [this.#sent, this.#received, this.#absent, this.#unnamed];
    return { type, code, sent, received, absent, unnamed, failed: this.#failed };
  }

  /** Tells the windows of files that came. */
  announce() {
    if (this.#received > 0) this.#options.store.announce({ recordTypes: ['file', 'document_template', 'document'], ids: null });
  }

  async run() {
    const going = await this.#plan();
    this.#total = going.reduce((sum, { size, received }) => sum + size - received, 0);
    for (const one of going) {
      if (this.#options.signal?.aborted) return;
      await this.#go(one);
    }
  }

  /** One that is broken doesn't stop the others. */
  async #go(going: Going) {
    try {
      const isWell = going.direction === 'send' ? await this.#send(going) : await this.#fetch(going);
      if (!isWell) this.#failed.push(going.hash);
    } catch (error) {
      if (error instanceof Refused || error instanceof Unanswered) throw error;
      this.#failed.push(going.hash);
    }
  }

  async #plan(): Promise<readonly Going[]> {
    const { store } = this.#options;
    const named = contentsNamed(store.db);
    const here = await this.#files.whole();
    await this.#files.discardBut(new Set(named.keys()));
    const known = contentsAtOffice(store.db);
    const open = [...named.keys()].filter((hash) => !here.has(hash) || !known.has(hash));
    const going: Going[] = [];
    for (let from = 0; from < open.length; from += hashesAtOnce) {
      const hashes = open.slice(from, from + hashesAtOnce);
      const { missing, unnamed } = await this.#ask('content.missing', { kind: 'content.missing', hashes });
      const lacking = new Map(missing.map(({ hash, received }) => [hash, received]));
      this.#unnamed += unnamed.length;
      const has = hashes.filter((hash) => !lacking.has(hash) && !unnamed.includes(hash));
      await store.keep((tx) => noteAtOffice(tx, has));
      const sizeOf = (hash: string) => named.get(hash) ?? contentPieceBytes;
      for (const hash of has.filter((one) => !here.has(one)))
        going.push({ hash, direction: 'fetch', size: sizeOf(hash), received: await this.#files.received(hash) });
      for (const [hash, received] of lacking)
        if (here.has(hash)) going.push({ hash, direction: 'send', size: sizeOf(hash), received });
        else this.#absent += 1;
    }
    return going.sort((one, other) => one.size - other.size);
  }

  /** @returns false when the file is damaged, here or on the way */
  async #send({ hash, received }: Going): Promise<boolean> {
    const total = await this.#files.sizeOf(hash);
    if (total === null) return false;
    let offset = received;
    for (let gaps = 0; gaps < 3;) {
      if (this.#options.signal?.aborted) return true;
      const bytes = await this.#files.read(hash, offset, contentPieceBytes);
      const piece = { hash, offset, total, bytes: bytes.toString('base64') };
      const answer = await this.#ask('content.put', { kind: 'content.put', ...piece });
      if (answer.outcome === 'unnamed') {
        this.#unnamed += 1;
        return true;
      }
      if (answer.isComplete) return this.#noteSent(hash, bytes.length);
      if (answer.outcome === 'taken' && answer.received > offset) this.#progress(bytes.length);
      else gaps += 1;
      offset = answer.received;
    }
    return false;
  }

  async #noteSent(hash: string, bytes: number): Promise<true> {
    await this.#options.store.keep((tx) => noteAtOffice(tx, [hash]));
    this.#sent += 1;
    this.#progress(bytes);
    return true;
  }

  /** @returns false when what came isn't what its name says; it is thrown away, and fetched anew the next time */
  async #fetch({ hash }: Going): Promise<boolean> {
    for (let offset = await this.#files.received(hash); ;) {
      if (this.#options.signal?.aborted) return true;
      const { piece } = await this.#ask('content.get', { kind: 'content.get', hash, offset, length: contentPieceBytes });
      if (piece === null) {
        this.#absent += 1;
        return true;
      }
      const bytes = Buffer.from(piece.bytes, 'base64');
      const isEnd = offset + bytes.length >= piece.total;
      if (piece.total > contentLimit || (bytes.length === 0 && !isEnd)) return false;
      await this.#files.append(hash, bytes);
      offset += bytes.length;
      this.#progress(bytes.length);
      if (isEnd) return this.#complete(hash);
    }
  }

  async #complete(hash: string): Promise<boolean> {
    const isWhole = await this.#files.complete(hash);
    if (isWhole) this.#received += 1;
    return isWhole;
  }

  #progress(bytes: number) {
    this.#done += bytes;
    this.#total = Math.max(this.#total, this.#done);
    this.#options.onProgress?.({ done: this.#done, total: this.#total });
  }

  async #ask<Kind extends ContentResponse['kind']>(
    kind: Kind,
    request: Extract<ContentRequest, { kind: Kind }>,
  ): Promise<Asked<Kind>> {
    const answer = await this.#options.ask(request).catch((error: unknown) => {
      throw new Unanswered('nobody answered', { cause: error });
    });
    if (answer.kind === 'fault') throw new Refused(answer.code);
    if (answer.kind !== kind) throw new Refused('malformed');
    return answer as Asked<Kind>;
  }
}
