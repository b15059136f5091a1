import type { MessageKey } from '#shared/messages/catalogue.ts';
import type { MessageValues } from '#shared/messages/message-text.ts';

/** Why a file can't serve as a template. `tag` is as written in it, braces and all; `hint` is what was probably meant. */
export type TemplateFault =
  | { readonly code: 'notDocx' | 'damaged' | 'encrypted' | 'tooLarge' }
  | { readonly code: 'unknownField'; readonly tag: string; readonly hint: string | null }
  | { readonly code: 'outsideLoop' | 'notRepeated' | 'unclosedLoop'; readonly tag: string; readonly hint: string }
  | { readonly code: 'unopenedLoop' | 'unclosedTag' | 'unopenedTag' | 'misplaced'; readonly tag: string };

/** A sentence, as a message and what to put into it. */
export interface FaultText {
  readonly key: MessageKey;
  readonly values: MessageValues;
}

/** How to say a fault: what is wrong and, for an unknown field that is like a known one, what was probably meant. */
export function templateFaultTexts(fault: TemplateFault): readonly FaultText[] {
  const tag = 'tag' in fault ? { tag: fault.tag } : {};
  const hint = 'hint' in fault && fault.hint !== null ? { hint: fault.hint } : {};
  const said: FaultText = { key: `document.fault.${fault.code}`, values: { ...tag, ...hint } };
  return fault.code === 'unknownField' && fault.hint !== null ? [said, { key: 'document.fault.nearest', values: hint }] : [said];
}
