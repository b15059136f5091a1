import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import { useText } from '#renderer/app/text.ts';
import { useCustomFields } from '#renderer/custom-field/custom-field-query.ts';
import { filterEntities } from '#renderer/filter/entities.ts';
import type { FilterEntityName } from '#renderer/filter/entities.ts';
import { useFieldRights } from '#renderer/people/use-rights.ts';
import { useBranches } from '#renderer/sync/use-branches.ts';
import { catalogueOf } from '#shared/filter/catalogue.ts';
import type { FilterCatalogue, FilterField } from '#shared/filter/catalogue.ts';

export interface FilterFields {
  readonly catalogue: FilterCatalogue;
  /** What a field is called where it stands alone: a client's says so. */
  readonly labelOf: (field: Pick<FilterField, 'key' | 'label'>) => string;
  /** For choosing one: own fields, the client's, and the shop's own. */
  readonly groups: readonly { readonly group: string; readonly items: { value: string; label: string }[] }[];
}

/** Which can't be asked for by name yet, or say the same as another. */
const notOffered = new Set(['partyId', 'updatedAt', 'currency']);

/** The fields that can be asked of a kind of record, and what they are called. */
export function useFilterFields(entity: FilterEntityName): FilterFields {
  const t = useText();
  const { messages } = useIntl();
  const customFields = useCustomFields();
  const fieldRight = useFieldRights();
  const hasBranches = useBranches().length > 0;
  return useMemo(() => {
    const catalogue = catalogueOf(filterEntities[entity], customFields);
    const nameOf = ({ key, label }: Pick<FilterField, 'key' | 'label'>) => {
      const known = lastOf(key) === 'phoneCount' ? t('filter.phoneCount') : messages[label];
      return typeof known === 'string' ? known : label;
    };
    const recordName = (key: string) =>
      pathOf(key)
        .map((part) => t(`filter.of.${part}`))
        .join(' · ');
    const labelOf: FilterFields['labelOf'] = (field) => {
      const [first] = pathOf(field.key).filter((part) => part !== 'custom');
      return first === undefined
        ? nameOf(field)
        : t('filter.ofRecord', { field: nameOf(field), record: t(`filter.of.${first}`) });
    };
    const groups = new Map<string, { value: string; label: string }[]>();
    for (const field of catalogue.values()) {
      if (
        fieldRight(field.key, entity) === 'hide' ||
        notOffered.has(lastOf(field.key)) ||
        (!hasBranches && lastOf(field.key) === 'branchId')
      )
        continue;
      const group = recordName(field.key) || t(`filter.of.${entity}`);
      groups.set(group, [...(groups.get(group) ?? []), { value: field.key, label: nameOf(field) }]);
    }
    return { catalogue, labelOf, groups: [...groups].map(([group, items]) => ({ group, items })) };
  }, [entity, customFields, fieldRight, hasBranches, messages, t]);
}

function lastOf(key: string): string {
  return key.slice(key.lastIndexOf('.') + 1);
}

const parts = ['client', 'deal', 'lead', 'custom'] as const;

/** Through what a key leads: "client.custom.plate" through the client to the shop's own fields. */
function pathOf(key: string): readonly (typeof parts)[number][] {
  return key
    .split('.')
    .slice(0, -1)
    .flatMap((name) => parts.find((part) => part === name) ?? []);
}
