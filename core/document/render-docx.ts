import { checkTemplate } from '#core/document/check-template.ts';
import { fillDocx } from '#core/document/fill-docx.ts';
import type { DocumentData } from '#shared/document/data.ts';
import type { TemplateFault } from '#shared/document/template-fault.ts';
import { templateValues } from '#shared/document/template-values.ts';

export type RenderedDocx =
  | { readonly type: 'rendered'; readonly bytes: Uint8Array }
  | { readonly type: 'refused'; readonly faults: readonly TemplateFault[] };

/**
 * A document out of a template. Fields that are unknown or have no value come out empty; a template that can't be filled at all is
 * refused with its faults.
 */
export async function renderDocx(template: Uint8Array, data: DocumentData): Promise<RenderedDocx> {
  const faults = (await checkTemplate(template)).filter(({ code }) => !harmless.has(code));
  if (faults.length > 0) return { type: 'refused', faults };
  return { type: 'rendered', bytes: await fillDocx(template, templateValues(data)) };
}

const harmless: ReadonlySet<TemplateFault['code']> = new Set(['unknownField', 'outsideLoop', 'notRepeated']);
