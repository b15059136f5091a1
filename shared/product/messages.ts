import { defineMessages } from '#shared/messages/define.ts';

export const productMessages = defineMessages({
  'product.priceList.usual': { en: 'Retail', es: 'Tarifa habitual', pt: 'Preços normais', el: 'Λιανική', ru: 'Розничные цены' },
});
