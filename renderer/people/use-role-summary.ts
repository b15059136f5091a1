import { useCallback } from 'react';
import { useText } from '#renderer/app/text.ts';
import { useCustomFields } from '#renderer/custom-field/custom-field-query.ts';
import { useStages } from '#renderer/pipeline/use-pipelines.ts';
import { fieldGroups, reaches } from '#shared/people/rights.ts';
import type { Reach, Restriction, Rights } from '#shared/people/rights.ts';

/** `summary(rights)`: what a role comes to, in a few sentences. */
export function useRoleSummary(): (rights: Rights) => string {
  const t = useText();
  const restricted = useRestricted();
  return useCallback(
    (rights) => {
      const { client, lead, deal, task } = rights.objects;
      const beyond = Object.entries({ lead, task }).flatMap(([name, { see }]) =>
        isFarther(see, client.see) ? [t(`roles.object.${name as 'lead' | 'task'}`)] : [],
      );
      const [hidden, readOnly] = [restricted(rights, 'hide'), restricted(rights, 'readOnly')];
      const sentences = [
        t('roles.sum.client', { see: client.see, edit: client.edit, key: rights.keyClients ? 'yes' : 'no' }),
        t('roles.sum.deal', { see: deal.see, edit: deal.edit }),
        ...(beyond.length > 0 ? [t('roles.sum.beyond', { things: beyond.join(', ') })] : []),
        t('roles.sum.export', { reach: client.see === 'none' ? 'none' : client.export }),
        ...(hidden.length > 0 ? [t('roles.sum.hidden', { fields: hidden.join(', ') })] : []),
        ...(readOnly.length > 0 ? [t('roles.sum.readOnly', { fields: readOnly.join(', ') })] : []),
      ];
      return sentences.join(' ');
    },
    [restricted, t],
  );
}

/** `restricted(rights, 'hide')`: what the details and stages are called that a role doesn't see, or only sees. */
function useRestricted(): (rights: Rights, restriction: Restriction) => readonly string[] {
  const t = useText();
  const customFields = useCustomFields();
  const stageOf = useStages();
  return useCallback(
    ({ fields, stages }, restriction) => {
      const named = (names: Readonly<Record<string, Restriction>>) =>
        Object.keys(names).filter((name) => names[name] === restriction);
      return [
        ...named(fields).map((name) => {
          const group = fieldGroups.find((known) => known === name);
          // Of a longer name, what it lists stays out of the sentence.
          if (group) return t(`roles.group.${group}`).replace(/:.*/u, '').toLocaleLowerCase();
          return customFields.find(({ key }) => name === `custom:${key}`)?.label;
        }),
        ...named(stages).map((id) => {
          const stage = stageOf(id);
          return stage && t('roles.sum.stage', { name: stage.name });
        }),
      ].filter((name) => name !== undefined);
    },
    [customFields, stageOf, t],
  );
}

/** What hangs on a client is seen no farther than clients are, whatever its own right says. */
function isFarther(reach: Reach, ofClients: Reach): boolean {
  return reaches.indexOf(reach) > reaches.indexOf(ofClients);
}
