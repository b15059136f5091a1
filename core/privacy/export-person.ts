import { buffer } from 'node:stream/consumers';
import type { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import { noteExport } from '#core/audit/note-export.ts';
import type { Core } from '#core/core.ts';
import { printDocument } from '#core/document/print-document.ts';
import { readPersonData } from '#core/privacy/person-data.ts';
import { personPage } from '#core/privacy/person-page.ts';
import { readSettings } from '#core/settings/settings.ts';
import type { Actor } from '#shared/people/permission.ts';

/** All that is kept about a client as one zip: a page to read, JSON, files and documents. @returns undefined when there is none */
export async function exportPerson(
  core: Pick<Core, 'store' | 'files'>,
  actor: Actor,
  partyId: string,
): Promise<File | undefined> {
  const { store, files } = core;
  const found = store.connection.snapshot(() => readPersonData(store.db, partyId));
  if (!found) return undefined;
  const { language } = readSettings(store.db);
  const zip = new ZipFile();
  const { files: attached, documents, ...data } = found;
  zip.addBuffer(Buffer.from(personPage(found, language, store.now())), 'person.html');
  zip.addBuffer(
    Buffer.from(`${JSON.stringify({ exportedAt: new Date(store.now()).toISOString(), ...data }, null, 2)}\n`),
    'person.json',
  );
  const taken = new Set<string>();
  for (const { name, hash } of attached) {
    const bytes = await files.read(hash);
    if (bytes) zip.addBuffer(Buffer.from(bytes), `files/${freeName(taken, name)}`);
  }
  for (const document of documents) {
    // One that can't be drawn is in the JSON all the same.
    const printed = await printDocument(files, document, 'pdf').catch(() => undefined);
    if (printed) zip.addBuffer(Buffer.from(await printed.arrayBuffer()), `documents/${freeName(taken, printed.name)}`);
  }
  zip.end();
  const bytes = await buffer(zip.outputStream as unknown as Readable);
  const record = { type: 'party', id: partyId };
  await noteExport(store, { actor, of: 'person', subject: found.title, record });
  return new File([new Uint8Array(bytes)], `${safeName(found.title)}.zip`, { type: 'application/zip' });
}

/** A name that isn't among those taken, and that leads to no other folder. */
function freeName(taken: Set<string>, given: string): string {
  const name = safeName(given);
  const dot = name.lastIndexOf('.');
  const [stem, ending] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ''];
  let free = name;
  for (let count = 2; taken.has(free.toLowerCase()); count += 1) free = `${stem} (${count})${ending}`;
  taken.add(free.toLowerCase());
  return free;
}

function safeName(name: string): string {
  return (
    name
      .replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, '-')
      .replace(/^\.+/, '')
      .trim()
      .slice(0, 120) || 'file'
  );
}
