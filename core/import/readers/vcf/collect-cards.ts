import { limits } from '../limits.ts';
import { SourceError } from '../source-error.ts';
import { parseProperty } from './parse-property.ts';
import type { VcfProperty } from './parse-property.ts';
import type { VcfLine } from './unfold.ts';
import type { Encoding } from '#shared/import/table.ts';

/** Gathers properties into cards. A card inside another (AGENT of 2.1) is left out; a forgotten END is forgiven where another card begins. */
export class CardCollector {
  readonly #encoding: Encoding;
  #card: VcfProperty[] | undefined;
  #startLine = 0;
  #agentDepth = 0;
  #awaitsAgent = false;

  /** `encoding` is for values that name no CHARSET. */
  constructor(encoding: Encoding) {
    this.#encoding = encoding;
  }

  /** Returns a card when this line completes one. */
  add(line: VcfLine): VcfProperty[] | undefined {
    const property = parseProperty(line.text.replace(/^\u00ef\u00bb\u00bf/, ''), this.#encoding);
    if (property === undefined) return undefined;
    const isCardMark = property.value.trim().toUpperCase() === 'VCARD';
    if (property.name === 'BEGIN' && isCardMark) return this.#begin(line.line);
    if (property.name === 'END' && isCardMark) return this.#end();
    this.#awaitsAgent = property.name === 'AGENT' && property.value.trim() === '';
    if (this.#card !== undefined && this.#agentDepth === 0) this.#keep(property, line.line);
    return undefined;
  }

  /** Throws SourceError "truncated" when the last card has no end. */
  end(): void {
    if (this.#card !== undefined) throw new SourceError('truncated', { line: this.#startLine });
  }

  #begin(line: number): VcfProperty[] | undefined {
    if (this.#awaitsAgent && this.#card !== undefined) {
      this.#agentDepth += 1;
      this.#awaitsAgent = false;
      return undefined;
    }
    const unended = this.#card;
    this.#card = [];
    this.#startLine = line;
    this.#agentDepth = 0;
    return unended;
  }

  #end(): VcfProperty[] | undefined {
    if (this.#agentDepth > 0) {
      this.#agentDepth -= 1;
      return undefined;
    }
    const card = this.#card;
    this.#card = undefined;
    return card;
  }

  #keep(property: VcfProperty, line: number): void {
    this.#card!.push(property);
    if (this.#card!.length > limits.cardProperties) throw new SourceError('damaged', { line, limit: limits.cardProperties });
  }
}
