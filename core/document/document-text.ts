import { XmlScanner } from '#core/import/readers/xml/scan-xml.ts';
import { decodeXmlText } from '#core/import/readers/xml/xml-values.ts';

/**
 * The paragraphs of a part of a Word document, as somebody reads them; those of a text box come before the one it hangs on. Throws
 * SourceError for XML that is none.
 */
export function paragraphsOf(xml: string): readonly string[] {
  const paragraphs: string[] = [];
  const open: string[] = [];
  let inText = false;
  let runs = 0;
  const write = (text: string): void => {
    if (open.length > 0) open[open.length - 1] += text;
  };
  const scanner = new XmlScanner({
    open: (name) => {
      if (name === 'p') open.push('');
      if (name === 't') inText = true;
      if (name === 'r') runs += 1;
      // Outside a run they set where tabs stop and how pages break.
      if (runs === 0) return;
      if (name === 'br' || name === 'cr') write('\n');
      if (name === 'tab') write('\t');
    },
    close: (name) => {
      if (name === 't') inText = false;
      if (name === 'r') runs -= 1;
      if (name === 'p') paragraphs.push(open.pop() ?? '');
    },
    text: (raw, isCdata) => {
      if (inText) write(isCdata ? raw : decodeXmlText(raw));
    },
  });
  scanner.push(xml);
  scanner.end();
  return paragraphs;
}
