/** What a sealed message is: somebody's request, an answer that travels apart from its request, or the content of a file. */
export const messageKinds = ['request', 'answer', 'content'] as const;
export type MessageKind = (typeof messageKinds)[number];

/** What everybody may read of a sealed message. Ids are texts of at most 200 bytes. */
export interface Header {
  readonly kind: MessageKind;
  readonly company: string;
  readonly from: string;
  readonly to: string;
  /** Which unbroken line of the sender's batches it belongs to. */
  readonly incarnation: string;
}

interface ReadHeader {
  readonly header: Header;
  /** Made for this message alone. */
  readonly ephemeral: Uint8Array;
  /** How many bytes all that is. */
  readonly length: number;
}

/** "CW" for what crosses the wire, then the version of the format. */
const magic = Buffer.of(0x43, 0x57, 1);
export const ephemeralBytes = 32;
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const idBytes = 200;

export function writeHeader({ kind, company, from, to, incarnation }: Header, ephemeral: Uint8Array): Buffer {
  const ids = [company, from, to, incarnation].map((id) => writeId(id));
  return Buffer.concat([magic, Buffer.of(messageKinds.indexOf(kind)), ...ids, ephemeral]);
}

/** @returns null when it isn't the beginning of a sealed message */
export function parseHeader(bytes: Uint8Array): ReadHeader | null {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kind = messageKinds[buffer[magic.length] ?? -1];
  if (!buffer.subarray(0, magic.length).equals(magic) || kind === undefined) return null;
  let length = magic.length + 1;
  const ids: string[] = [];
  while (ids.length < 4) {
    const read = readId(buffer, length);
    if (read === null) return null;
    ids.push(read.id);
    length = read.next;
  }
  const [company = '', from = '', to = '', incarnation = ''] = ids;
  const ephemeral = buffer.subarray(length, length + ephemeralBytes);
  if (ephemeral.length < ephemeralBytes) return null;
  return { header: { kind, company, from, to, incarnation }, ephemeral, length: length + ephemeralBytes };
}

/** A UUID takes 16 bytes after a 0; other texts stand after their length. */
function writeId(id: string): Buffer {
  if (uuid.test(id)) return Buffer.concat([Buffer.of(0), Buffer.from(id.replaceAll('-', ''), 'hex')]);
  const text = Buffer.from(id);
  if (text.length === 0 || text.length > idBytes) throw new RangeError(`an id of ${text.length} bytes`);
  return Buffer.concat([Buffer.of(text.length), text]);
}

function readId(buffer: Buffer, at: number): { readonly id: string; readonly next: number } | null {
  const length = buffer[at] ?? 255;
  const next = at + 1 + (length === 0 ? 16 : length);
  if (length > idBytes || next > buffer.length) return null;
  const part = buffer.subarray(at + 1, next);
  return { id: length === 0 ? toUuid(part.toString('hex')) : part.toString(), next };
}

function toUuid(hex: string): string {
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
