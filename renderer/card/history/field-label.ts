import { useText } from '#renderer/app/text.ts';
import { useCustomFields } from '#renderer/custom-field/custom-field-query.ts';
import { catalogue } from '#shared/messages/catalogue.ts';
import type { MessageKey } from '#shared/messages/catalogue.ts';

/** Names fields of the history: "jobTitle", "custom.KEY". One that has no name any more keeps its key. */
export function useFieldLabel(): (field: string) => string {
  const t = useText();
  const customFields = useCustomFields();
  return (field) => {
    const [, customKey] = /^custom\.(.*)$/s.exec(field) ?? [];
    if (customKey !== undefined) return customFields.find(({ key }) => key === customKey)?.label ?? customKey;
    const key = `party.field.${field}`;
    return Object.hasOwn(catalogue, key) ? t(key as MessageKey) : field;
  };
}
