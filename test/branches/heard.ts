import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type * as Seal from '#wire/seal.ts';

/** All that head office said to each computer, opened, as JSON: answers to its questions, and pages that came in files. */
export class Heard {
  readonly #askers = new Map<string, string>();
  readonly #said = new Map<string, string[]>();

  /** Listens in where messages are sealed and opened. */
  listen(seal: typeof Seal): typeof Seal {
    return {
      ...seal,
      sealRequest: (request) => {
        const sealed = seal.sealRequest(request);
        this.#askers.set(sealed.answerKey.toString('hex'), request.from.id);
        if (request.kind === 'answer') this.#note(request.to.id, request.body);
        return sealed;
      },
      openAnswer: (answerKey, bytes) => {
        const opened = seal.openAnswer(answerKey, bytes);
        const asker = this.#askers.get(answerKey.toString('hex')) ?? '';
        if (opened.type === 'opened') this.#note(asker, opened.body);
        return opened;
      },
      sealAnswer: (answerKey, body) => {
        this.#note(this.#askers.get(answerKey.toString('hex')) ?? '', body);
        return seal.sealAnswer(answerKey, body);
      },
    };
  }

  said(computerId: string): readonly string[] {
    return this.#said.get(computerId) ?? [];
  }

  forget() {
    this.#said.clear();
  }

  #note(to: string, body: unknown) {
    const said = this.#said.get(to) ?? [];
    said.push(JSON.stringify(body, decoded));
    this.#said.set(to, said);
  }
}

/** Contents of files travel as base64. */
function decoded(key: string, value: unknown): unknown {
  return key === 'bytes' && typeof value === 'string' ? Buffer.from(value, 'base64').toString('latin1') : value;
}

/** The files of a folder that hold a word, with how often. */
export function whereFound(directory: string, word: string): Readonly<Record<string, number>> {
  const files = readdirSync(directory, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const counts = files.map(({ parentPath, name }): [string, number] => [
    name,
    readFileSync(join(parentPath, name)).toString('latin1').split(word).length - 1,
  ]);
  return Object.fromEntries(counts.filter(([, count]) => count > 0));
}

/** The sentences in which a word stands. */
export function around(said: readonly string[], word: string): readonly string[] {
  return said.flatMap((text) => {
    const at = text.indexOf(word);
    return at < 0 ? [] : [text.slice(Math.max(0, at - 300), at + 40)];
  });
}
