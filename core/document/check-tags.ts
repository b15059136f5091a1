import type { TemplateFault } from '#shared/document/template-fault.ts';
import { findTemplateField, nearestTemplateField, templateFields, templateLists } from '#shared/document/template-fields.ts';
import type { TemplateField, TemplateList } from '#shared/document/template-fields.ts';

type FieldTag = { readonly type: 'value' | 'open'; readonly name: string; readonly raw: string };
type Tag =
  | FieldTag
  | { readonly type: 'close'; readonly name: string; readonly raw: string }
  | { readonly type: 'unclosed'; readonly raw: string }
  | { readonly type: 'unopened'; readonly raw: string };

/** The tags of paragraphs, in order. A tag that its paragraph doesn't close, or closes without an opening, is told with the words around. */
export function readTags(paragraphs: readonly string[]): readonly Tag[] {
  return paragraphs.flatMap((paragraph) => [...paragraph.matchAll(/\{[^{}]*\}?|[^{}]*\}/g)].map(([raw]) => readTag(raw)));
}

function readTag(raw: string): Tag {
  if (!raw.startsWith('{')) return { type: 'unopened', raw: raw.trim().slice(-40) };
  if (!raw.endsWith('}')) return { type: 'unclosed', raw: raw.trim().slice(0, 40) };
  // What follows in brackets are options of a list, such as whether rows or columns repeat.
  const name = raw
    .slice(1, -1)
    .replace(/\s*\[[^\]]*\]\s*$/, '')
    .trim();
  if (name.startsWith('#')) return { type: 'open', name: name.slice(1).trim(), raw };
  if (name.startsWith('/')) return { type: 'close', name: name.slice(1).trim(), raw };
  return { type: 'value', name, raw };
}

interface Opened {
  readonly name: string;
  readonly raw: string;
}

/** What is wrong with the tags of one part of a template, each fault once. */
export function checkTags(tags: readonly Tag[]): readonly TemplateFault[] {
  const faults: TemplateFault[] = [];
  const opened: Opened[] = [];
  for (const tag of tags) {
    if (tag.type === 'unclosed') faults.push({ code: 'unclosedTag', tag: tag.raw });
    else if (tag.type === 'unopened') faults.push({ code: 'unopenedTag', tag: tag.raw });
    else if (tag.type === 'close') faults.push(...close(tag, opened));
    else {
      faults.push(...checkField(tag, listsAround(opened)));
      if (tag.type === 'open') opened.push(tag);
    }
  }
  faults.push(...opened.map(unclosedLoop));
  return withoutRepeats(faults);
}

/** An end ends what was opened last; what was opened within it and never ended is told. A bare {/} ends whatever is open. */
function close(tag: Opened, opened: Opened[]): readonly TemplateFault[] {
  if (opened.length === 0) return [{ code: 'unopenedLoop', tag: tag.raw }];
  const at = tag.name === '' ? opened.length - 1 : opened.findLastIndex(({ name }) => name === tag.name);
  if (at < 0) return [{ code: 'unopenedLoop', tag: tag.raw }];
  return opened.splice(at).slice(1).map(unclosedLoop);
}

function unclosedLoop({ name, raw }: Opened): TemplateFault {
  return { code: 'unclosedLoop', tag: raw, hint: `{/${name}}` };
}

function listsAround(opened: readonly Opened[]): readonly TemplateList[] {
  return templateLists.filter((list) => opened.some(({ name }) => name === list));
}

function checkField(tag: FieldTag, lists: readonly TemplateList[]): readonly TemplateFault[] {
  const found = findTemplateField(tag.name, lists);
  if (found?.kind === 'value' || (found !== undefined && tag.type === 'open')) return [];
  if (found?.kind === 'list') return [{ code: 'notRepeated', tag: tag.raw, hint: written(found, true) }];
  const elsewhere = templateFields.find(({ name, list }) => list !== null && name === tag.name);
  if (found === undefined && elsewhere?.list) return [{ code: 'outsideLoop', tag: tag.raw, hint: `{#${elsewhere.list}}` }];
  const fits = ({ kind, list }: TemplateField): boolean =>
    (list === null || lists.includes(list)) && (kind !== 'group' || tag.type === 'open');
  const nearest = nearestTemplateField(tag.name, templateFields.filter(fits));
  return [{ code: 'unknownField', tag: tag.raw, hint: nearest === undefined ? null : written(nearest, tag.type === 'open') }];
}

function written({ name, kind }: TemplateField, isOpen: boolean): string {
  return isOpen || kind === 'list' ? `{#${name}}` : `{${name}}`;
}

function withoutRepeats(faults: readonly TemplateFault[]): readonly TemplateFault[] {
  return [...new Map(faults.map((fault) => [JSON.stringify(fault), fault])).values()];
}
