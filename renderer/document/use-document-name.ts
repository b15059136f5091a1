import { useText } from '#renderer/app/text.ts';
import type { Document } from '#shared/document/contract.ts';

/** What a document is called: "Quote P-2026-0042, version 2". */
export function useDocumentName(): (document: Pick<Document, 'kind' | 'number' | 'version'>) => string {
  const t = useText();
  return ({ kind, number, version }) => {
    const name = `${t(`document.kind.${kind}`)} ${number}`;
    return version === 1 ? name : `${name}, ${t('document.version', { version })}`;
  };
}
