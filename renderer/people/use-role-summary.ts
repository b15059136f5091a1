import { useCallback } from 'react';
import { useText } from '#renderer/app/text.ts';
import { useCustomFields } from '#renderer/custom-field/custom-field-query.ts';
import { fieldGroups } from '#shared/people/rights.ts';
import type { Rights } from '#shared/people/rights.ts';

/** `summary(rights)`: what a role comes to, in a few sentences. */
export function useRoleSummary(): (rights: Rights) => string {
  const t = useText();
  const customFields = useCustomFields();
  return useCallback(
    ({ objects: { client, deal }, keyClients, fields }) => {
      const hidden = Object.entries(fields).flatMap(([name, right]) => {
        if (right !== 'hide') return [];
        const group = fieldGroups.find((known) => known === name);
        const own = customFields.find(({ key }) => name === `custom:${key}`)?.label;
        // Of a longer name, what it lists stays out of the sentence.
        if (group) return [t(`roles.group.${group}`).replace(/:.*/u, '').toLocaleLowerCase()];
        return own === undefined ? [] : [own];
      });
      const sentences = [
        t('roles.sum.client', { see: client.see, edit: client.edit, key: keyClients ? 'yes' : 'no' }),
        t('roles.sum.deal', { see: deal.see, edit: deal.edit }),
        t('roles.sum.export', { reach: client.see === 'none' ? 'none' : client.export }),
        ...(hidden.length > 0 ? [t('roles.sum.hidden', { fields: hidden.join(', ') })] : []),
      ];
      return sentences.join(' ');
    },
    [customFields, t],
  );
}
