import type { messengerServices, pointLabels } from '#shared/party/fields.ts';

/** Words of all languages that tell which of somebody's phones, emails or addresses is meant. */
export const labelWords: Record<(typeof pointLabels)[number], string> = {
  mobile: `
    movil*, mov, mvl, celular*, cel, cels, telemovel*, telemoveis, telem, movel, tlm, tlmv, telm, κινητο*, κινητα, κιν, мобильн*, моб, мобила, сотов*,
    сот, mobile*, mob, cell, cells, cellphone*, cellular, gsm, переносной, radio phone, iphone, mvil
  `,
  work: `
    trabajo, oficina, laboral, despacho, trabalho, comercial, escritorio, profissional, profesional, serviço, εργασιας, εργασια, γραφειο,
    γραφειου, δουλεια, δουλειας, επαγγελματικο, рабочий, рабочая, раб, служебный, служебная, офис, офиса, офисный, рабоч, work, business,
    office, corporativo, institucional, da empresa
  `,
  home: `
    casa, particular, domicilio, hogar, personal, privado, residencial, residencia, pessoal, οικιας, οικια, σπιτι, σπιτιου, κατοικιας, προσωπικο,
    домашний, домашняя, дом, личный, личная, home, personal, private, residential, проживания, прописки, регистрации
  `,
  main: `
    principal, general, predeterminado, κεντρικο, κυριο, βασικο, основной, основная, главный, main, primary, default, первичный
  `,
  fax: 'fax, telefax, φαξ, факс*, facsimile',
  billing: `
    facturacion, fiscal, cobro, cobros, cobranza, cobrança, faturamento, faturaçao, faturacao, τιμολογησης, εδρας, юридический, юр,
    billing, invoice, invoicing
  `,
  delivery: `
    entrega, entregas, envio, envios, reparto, despacho de mercancia, αποστολης, παραδοσης, доставки, доставка, shipping, delivery, ship to
  `,
  other: `
    otro, otra, otros, outro, outra, alternativo, alternativa, secundario, secundaria, adicional, recado, recados, αλλο, αλλη, αλλης, εναλλακτικο,
    другой, другая, доп, дополнительный, запасной, other, alternate, alternative, secondary, custom
  `,
};

/** Words that make a good label as they stand, though no label of ours says the same. */
export const ownLabelWords = `
  fijo, fija, tel fijo, fixo, fixa, σταθερο, σταθερα, σταθ, городской, городская, стационарный, landline, centralita, madre, padre, esposa, esposo,
  marido, mujer, hijo, hija, mae, pai, filho, filha, μητερα, πατερας, мама, папа, муж, жена, assistant, asistente, assistente, помощника, фактический,
  факт, почтовый, direct, directo, direto, прямой, car, carro, pager, emergencia, emergency, urgencias, switchboard
`;

export const serviceWords: Record<Exclude<(typeof messengerServices)[number], 'other'>, string> = {
  whatsapp: 'whatsapp, whats app, wapp, wsp, wpp, whatsap, wasap, guasap, wa, ватсап, вотсап, вацап, whats, zap, zap zap, wap',
  telegram: 'telegram, tg, телеграм, телеграмм, тг',
  viber: 'viber, вайбер, βαιμπερ',
  signal: 'signal',
  skype: 'skype, скайп, σκαιπ',
  vk: 'vk, вк, вконтакте, vkontakte',
  facebook: 'facebook, fb, face, фейсбук, φεισμπουκ, messenger',
  instagram: 'instagram, insta, ig, инстаграм, инстаграмм, инста, ινσταγκραμ',
};
