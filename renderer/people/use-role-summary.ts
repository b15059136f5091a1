import { useCallback } from 'react';
import { useText } from '#renderer/app/text.ts';
import { useCustomFields } from '#renderer/custom-field/custom-field-query.ts';
import { fieldGroups, reaches } from '#shared/people/rights.ts';
import type { Reach, Rights } from '#shared/people/rights.ts';

/** `summary(rights)`: what a role comes to, in a few sentences. */
export function useRoleSummary(): (rights: Rights) => string {
  const t = useText();
  const customFields = useCustomFields();
  return useCallback(
    ({ objects: { client, lead, deal, task }, keyClients, fields }) => {
      const beyond = Object.entries({ lead, task }).flatMap(([name, { see }]) =>
        isFarther(see, client.see) ? [t(`roles.object.${name as 'lead' | 'task'}`)] : [],
      );
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
        ...(beyond.length > 0 ? [t('roles.sum.beyond', { things: beyond.join(', ') })] : []),
        t('roles.sum.export', { reach: client.see === 'none' ? 'none' : client.export }),
        ...(hidden.length > 0 ? [t('roles.sum.hidden', { fields: hidden.join(', ') })] : []),
      ];
      return sentences.join(' ');
    },
    [customFields, t],
  );
}

/** What hangs on a client is seen no farther than clients are, whatever its own right says. */
function isFarther(reach: Reach, ofClients: Reach): boolean {
  return reaches.indexOf(reach) > reaches.indexOf(ofClients);
}
