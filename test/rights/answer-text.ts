import { inflateRawSync } from 'node:zlib';
import { ORPCError } from '@orpc/server';
import { pdfPages } from '#test/factories/pdf-text.ts';

/** An answer, or an error, as text: files too, unpacked, so that whatever it tells can be looked for. */
export async function answerText(answer: unknown): Promise<string> {
  if (answer instanceof ORPCError)
    return JSON.stringify({ error: answer.code, status: answer.status, message: answer.message, data: answer.data as unknown });
  if (answer instanceof Error) return `fault ${answer.name}: ${answer.message}`;
  const files: string[] = [];
  const pending: Promise<void>[] = [];
  const json = JSON.stringify(answer, (_key, value: unknown) => {
    if (!(value instanceof Blob)) return value;
    pending.push(value.arrayBuffer().then(async (buffer) => void files.push(await bytesText(Buffer.from(buffer)))));
    return value instanceof File ? `file ${value.name}` : 'file';
  });
  await Promise.all(pending);
  return [json ?? 'nothing', ...files].join('\n');
}

async function bytesText(bytes: Buffer): Promise<string> {
  if (bytes.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004') return unzipped(bytes).join('\n');
  if (bytes.subarray(0, 5).toString('latin1') === '%PDF-') return (await pdfPages(new Uint8Array(bytes))).join('\n');
  // Lines of calendars are folded.
  return bytes.toString('utf8').replaceAll(/\r?\n[ \t]/g, '');
}

/** The names and contents of all entries, by the directory at the end. */
function unzipped(bytes: Buffer): readonly string[] {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  const texts: string[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let count = bytes.readUInt16LE(end + 10); count > 0; count -= 1) {
    const [method, packed, nameSize, extraSize, noteSize, start] = [
      bytes.readUInt16LE(at + 10),
      bytes.readUInt32LE(at + 20),
      bytes.readUInt16LE(at + 28),
      bytes.readUInt16LE(at + 30),
      bytes.readUInt16LE(at + 32),
      bytes.readUInt32LE(at + 42),
    ];
    const name = bytes.toString('utf8', at + 46, at + 46 + nameSize);
    const from = start + 30 + bytes.readUInt16LE(start + 26) + bytes.readUInt16LE(start + 28);
    const content = bytes.subarray(from, from + packed);
    // Words in documents may be broken by marks of their own.
    const text = (method === 8 ? inflateRawSync(content) : content).toString('utf8');
    texts.push(name, text, text.replaceAll(/<[^>]*>/g, ''));
    at += 46 + nameSize + extraSize + noteSize;
  }
  return texts;
}
