declare const itemType: unique symbol;

/**
 * A list kept as JSON in one buffer: as objects the rows of a large file take a gigabyte, and hold up whoever gets them
 * from another thread.
 */
export interface PackedList<Item> {
  readonly text: Uint8Array<ArrayBuffer>;
  /** Where each item ends within the text. */
  readonly ends: Uint32Array<ArrayBuffer>;
  readonly [itemType]?: Item;
}

export interface Packer<Item> {
  add(item: Item): void;
  readonly length: number;
  finish(): PackedList<Item>;
}

/** UTF-8 needs at most three bytes for a UTF-16 unit. */
const bytesPerUnit = 3;
const decoder = new TextDecoder();

export function createPacker<Item>(): Packer<Item> {
  let text = Buffer.alloc(64 * 1024);
  let used = 0;
  const ends: number[] = [];
  function makeRoom(bytes: number) {
    if (used + bytes <= text.length) return;
    const larger = Buffer.alloc(Math.max(text.length * 2, used + bytes));
    text.copy(larger, 0, 0, used);
    text = larger;
  }
  return {
    add(item) {
      const json = JSON.stringify(item);
      makeRoom(json.length * bytesPerUnit);
      used += text.write(json, used);
      ends.push(used);
    },
    get length() {
      return ends.length;
    },
    finish: () => ({ text: new Uint8Array(text.subarray(0, used)), ends: new Uint32Array(ends) }),
  };
}

/** The item at a position from 0. */
export function unpackItem<Item>({ text, ends }: PackedList<Item>, position: number): Item {
  return JSON.parse(decoder.decode(text.subarray(ends[position - 1] ?? 0, ends[position]))) as Item;
}

export function unpackAll<Item>(list: PackedList<Item>): Item[] {
  return Array.from(list.ends, (_, position) => unpackItem(list, position));
}

/** The buffers of a list, for handing them over to another thread. */
export function buffersOf({ text, ends }: PackedList<unknown>): ArrayBuffer[] {
  return [text.buffer, ends.buffer];
}
