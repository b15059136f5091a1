import { Checkbox, Fieldset, SimpleGrid } from '@mantine/core';
import { useText } from '#renderer/app/text.ts';
import { useIsInCompany } from '#renderer/sync/use-sync.ts';
import { operationAreas, operationsIn, withOperation } from '#shared/people/operation-areas.ts';
import type { OperationArea } from '#shared/people/operation-areas.ts';
import { refusedBy } from '#shared/people/refused.ts';
import type { Rights } from '#shared/people/rights.ts';

interface OperationRightsProps {
  readonly rights: Rights;
  readonly onChange: (rights: Rights) => void;
}

/** What else a role may do, by what it is about; what only an owner may isn't offered. */
export function OperationRights({ rights, onChange }: OperationRightsProps) {
  const isInCompany = useIsInCompany();
  const shown = operationAreas.filter((area) => area !== 'company' || isInCompany);
  return shown.map((area) => <Area key={area} area={area} rights={rights} onChange={onChange} />);
}

function Area({ area, rights, onChange }: OperationRightsProps & { readonly area: OperationArea }) {
  const t = useText();
  const refused = refusedBy(rights);
  return (
    <Fieldset legend={t(`roles.area.${area}`)}>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm" verticalSpacing={8}>
        {operationsIn(area).map((operation) => {
          const isRefused = refused.includes(operation);
          return (
            <Checkbox
              key={operation}
              label={t(`roles.may.${operation}`)}
              description={isRefused && t('roles.refused')}
              disabled={isRefused}
              checked={rights.operations.includes(operation) && !isRefused}
              onChange={(event) => onChange(withOperation(rights, operation, event.currentTarget.checked))}
            />
          );
        })}
      </SimpleGrid>
    </Fieldset>
  );
}
