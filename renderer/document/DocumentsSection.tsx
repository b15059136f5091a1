import { Divider } from '@mantine/core';
import { NumberSeries } from '#renderer/document/NumberSeries.tsx';
import { QuoteSettings } from '#renderer/document/QuoteSettings.tsx';
import { SellerFields } from '#renderer/document/SellerFields.tsx';
import { TemplateFields } from '#renderer/document/TemplateFields.tsx';
import { Templates } from '#renderer/document/Templates.tsx';
import { useCan } from '#renderer/people/use-me.ts';
import { OfficesOwn } from '#renderer/sync/OfficesOwn.tsx';
import { Section } from '#renderer/settings/Section.tsx';

/** What documents say about the shop, how they are numbered and what they look like. */
export function DocumentsSection() {
  const canEditTemplates = useCan('documentTemplate.edit');
  return (
    <Section id="documents" title="document.settings" text="document.settings.text">
      <SellerFields />
      <Divider />
      <OfficesOwn>
        <QuoteSettings />
      </OfficesOwn>
      {canEditTemplates && (
        <>
          <Divider />
          <NumberSeries />
          <Divider />
          <Templates />
          <TemplateFields />
        </>
      )}
    </Section>
  );
}
