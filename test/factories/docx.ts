import { buffer } from 'node:stream/consumers';
import yazl from 'yazl';
import { readDocxParts } from '#core/document/docx-parts.ts';
import { paragraphsOf } from '#core/document/document-text.ts';

const types =
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';
const rels =
  '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>';

/** A Word document with this body, as XML, and nothing else; further parts by name. */
export async function buildDocx(body: string, parts: Readonly<Record<string, string>> = {}): Promise<Uint8Array> {
  const document = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`;
  const all = { '[Content_Types].xml': types, '_rels/.rels': rels, 'word/document.xml': document, ...parts };
  const zip = new yazl.ZipFile();
  for (const [name, text] of Object.entries(all)) zip.addBuffer(Buffer.from(text), name);
  zip.end();
  return new Uint8Array(await buffer(zip.outputStream));
}

/** A paragraph whose text Word has cut into these runs. */
export function paragraph(...runs: readonly string[]): string {
  return `<w:p>${runs.map((run) => `<w:r><w:t xml:space="preserve">${run}</w:t></w:r>`).join('')}</w:p>`;
}

/** The paragraphs of a Word document; throws for one that can't be read. */
export async function docxText(bytes: Uint8Array): Promise<readonly string[]> {
  const parts = await readDocxParts(bytes);
  if (parts.type === 'refused') throw new Error(parts.code);
  return parts.texts.flatMap(paragraphsOf);
}
