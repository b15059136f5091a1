import type { CustomFieldType } from '#shared/custom-field/types.ts';
import type { ColumnEvidence } from '#shared/import/column-evidence.ts';
import { foldWords } from '#shared/text/fold-text.ts';

const moneyWords = new Set(
  `total importe saldo deuda precio gasto gastado facturado facturacion compras ventas ticket credito valor divida debito preco faturamento vendas gasta
  сумма долг баланс остаток цена стоимость оборот чек бюджет кредит ποσο υπολοιπο οφειλη τιμη τζιροσ συνολο amount balance debt price revenue spent budget
  limite limit итого всего total`.split(/\s+/),
);
/** What stands under these is a name made of digits, not an amount. */
const codeWords = new Set(
  `numero num n no nr nro codigo cod id ref clave cuenta tarjeta ficha expediente historia prontuario inscricao estadual municipal ie im conta agencia
  cartao socio iban код номер кпп огрн огрнип окпо бик счет карта договор карты снилс паспорт κωδικοσ αριθμοσ αρ καρτα γεμη αμκα code number card account
  membership plate vin ddd prefijo pin`.split(/\s+/),
);
const mostChoices = 12;

/** The type of custom field that holds a column's values without losing any of them. */
export function inferCustomType({ header, evidence }: { header: string; evidence: ColumnEvidence }): CustomFieldType {
  const { shares, filled, distinct, longest, hasLineBreaks, texts } = evidence;
  if (filled === 0) return 'text';
  const share = filled < 5 ? 1 : 0.9;
  if (hasLineBreaks || longest > 200) return 'longText';
  if (shares.email >= share) return 'email';
  if (shares.url >= share) return 'url';
  if (shares.date >= share) return 'date';
  if (shares.yesNo >= share && distinct <= 3 && filled > 1 && texts.some((text) => !/^\d+$/.test(text))) return 'yesNo';
  const words = foldWords(header);
  const isCode = texts.some(isNumberedCode) || words.some((word) => codeWords.has(word));
  if (shares.number >= share && !isCode) {
    const isMoney = shares.money >= 0.3 || words.some((word) => moneyWords.has(word));
    return isMoney ? 'money' : 'number';
  }
  const repeats = distinct <= mostChoices && filled >= 10 && filled >= distinct * 3;
  return repeats && longest <= 40 && shares.number < 0.5 ? 'choice' : 'text';
}

/** "000123" and fourteen digits are no amounts: as numbers they would lose something. */
function isNumberedCode(text: string): boolean {
  return /^0\d/.test(text) || text.replace(/\D/g, '').length > 11;
}
