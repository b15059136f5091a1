import { LoopPlugin, TemplateHandler, TextPlugin } from 'easy-template-x';
import type { ScopeDataArgs, TemplateData } from 'easy-template-x';
import { textForXml, Tidy } from '#core/document/tidy-docx.ts';
import { templateLists } from '#shared/document/template-fields.ts';
import type { TemplateList } from '#shared/document/template-fields.ts';
import { valueOf } from '#shared/document/template-values.ts';
import type { TemplateRow, TemplateValues } from '#shared/document/template-values.ts';

/** Puts values into the fields of a template that {@link readDocxParts} has found sound. Throws for one whose tags don't fit. */
export async function fillDocx(template: Uint8Array, values: TemplateValues): Promise<Uint8Array> {
  const handler = new TemplateHandler({
    // Of what a template could ask for, only text and repetition: no pictures, links or XML from outside.
    plugins: [new LoopPlugin(), new TextPlugin()],
    maxXmlDepth: 200,
    scopeDataResolver: (scope) => resolve(scope, values),
    extensions: { afterCompilation: [new Tidy()] },
  });
  const filled = await handler.process(Buffer.from(template), {});
  return new Uint8Array(filled);
}

/** What a tag stands for, given the lists and rows around it: text, whether to show a part, or the rows of a list. */
function resolve({ path, strPath }: ScopeDataArgs, values: TemplateValues): string | boolean | TemplateData[] {
  const tag = path.at(-1);
  const name = strPath.at(-1) ?? '';
  const isOpen = typeof tag === 'object' && tag.disposition === 'Open';
  const list = templateLists.find((known) => known === name);
  const row = rowAround(strPath, values);
  if (isOpen && list !== undefined) return values[list].map(() => ({}));
  if (isOpen && isGroup(name)) return Object.values(values[name]).some((text) => text !== '');
  const text = textForXml(valueOf(values, name, row));
  return isOpen ? text !== '' : text;
}

/** The rows of all lists around, the innermost on top: their path reads "lines", "3", "taxes", "0", "rate". */
function rowAround(path: readonly string[], values: TemplateValues): TemplateRow {
  let row: TemplateRow = {};
  for (const [index, step] of path.slice(0, -1).entries()) {
    const around = values[step as TemplateList];
    if (Array.isArray(around)) row = { ...row, ...around[Number(path[index + 1])] };
  }
  return row;
}

function isGroup(name: string): name is 'seller' | 'buyer' | 'visit' | 'totals' {
  return name === 'seller' || name === 'buyer' || name === 'visit' || name === 'totals';
}
