import { TemplateExtension, xml } from 'easy-template-x';
import type { ScopeData, TemplateContext, XmlGeneralNode, XmlNode } from 'easy-template-x';

/** Signs that no text has, in place of those that would be read as something else before everything is filled in. */
const marks = { open: '\u{fdd0}', close: '\u{fdd1}', newLine: '\u{fdd2}' } as const;

/**
 * A value as the filling can take it: without what XML can't hold, its braces and line ends marked. Braces would be read as tags where
 * the value stands beside a list, and the filling puts further lines behind whatever follows the value.
 */
export function textForXml(text: string): string {
  return text
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufdd0-\ufdef\ufffe\uffff]|\p{Surrogate}/gu, '')
    .replaceAll('{', marks.open)
    .replaceAll('}', marks.close)
    .replaceAll(/\r\n?|\n/g, marks.newLine);
}

/** Turns the marks of {@link textForXml} into what they stand for, when everything is filled in. */
export class Tidy extends TemplateExtension {
  override async execute(_data: ScopeData, { currentPart }: TemplateContext): Promise<void> {
    tidy(await currentPart.xmlRoot());
  }
}

function tidy(node: XmlNode): void {
  if (node.nodeType === 'Text') node.textContent = withoutMarks(node.textContent);
  if (node.nodeType === 'General') tidyAttributes(node);
  for (const child of node.childNodes?.slice() ?? []) {
    if (isEmptyTable(child)) {
      xml.modify.remove(child);
      continue;
    }
    if (child.nodeName === 'w:t') breakLines(child);
    tidy(child);
  }
}

function tidyAttributes(node: XmlGeneralNode): void {
  for (const [name, value] of Object.entries(node.attributes ?? {})) {
    const text = withoutMarks(value);
    if (text !== value) node.attributes = { ...node.attributes, [name]: text };
  }
}

/** A table whose rows all belonged to an empty list: Word takes one without rows for damage. */
function isEmptyTable(node: XmlNode): boolean {
  return node.nodeName === 'w:tbl' && node.childNodes?.some(({ nodeName }) => nodeName === 'w:tr') === false;
}

/** Leaves the last line in the text, and puts those before it, each with a line break, in front. */
function breakLines(node: XmlNode): void {
  const text = node.childNodes?.find((child) => child.nodeType === 'Text');
  if (text === undefined || !text.textContent.includes(marks.newLine)) return;
  const lines = text.textContent.split(marks.newLine);
  text.textContent = lines.pop() ?? '';
  for (const line of lines) {
    const before = xml.create.generalNode('w:t');
    before.attributes = { 'xml:space': 'preserve' };
    before.childNodes = [xml.create.textNode(withoutMarks(line))];
    xml.modify.insertBefore(before, node);
    xml.modify.insertBefore(xml.create.generalNode('w:br'), node);
  }
}

/** Line ends stay only where they can't be a break of Word's: in names of pictures and in charts. */
function withoutMarks(text: string): string {
  return text.replaceAll(marks.open, '{').replaceAll(marks.close, '}').replaceAll(marks.newLine, ' ');
}
