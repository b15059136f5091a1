import { headerKey } from '#shared/import/header-words.ts';

// prettier-ignore
const latin: Readonly<Record<string, string>> = {
  а: 'a', б: 'b', в: 'v', г: 'g', д: 'd', е: 'e', ж: 'zh', з: 'z', и: 'i', к: 'k', л: 'l', м: 'm', н: 'n', о: 'o', п: 'p',
  р: 'r', с: 's', т: 't', у: 'u', ф: 'f', х: 'kh', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'shch', ъ: '', ы: 'y', ь: '', э: 'e',
  ю: 'yu', я: 'ya', і: 'i', є: 'ye', α: 'a', β: 'v', γ: 'g', δ: 'd', ε: 'e', ζ: 'z', η: 'i', θ: 'th', ι: 'i', κ: 'k', λ: 'l', μ: 'm',
  ν: 'n', ξ: 'x', ο: 'o', π: 'p', ρ: 'r', σ: 's', τ: 't', υ: 'y', φ: 'f', χ: 'ch', ψ: 'ps', ω: 'o',
};

/**
 * A key in plain Latin letters for a custom field ("Última visita" is "ultimaVisita"), unlike any taken before.
 * @param taken keys in use; the new one is added.
 */
export function makeCustomKey(label: string, taken: Set<string>): string {
  const words = [...headerKey(label)]
    .map((letter) => latin[letter] ?? letter)
    .join('')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
  const joined = words
    .map((word, index) => (index === 0 ? word : word[0]?.toUpperCase() + word.slice(1)))
    .join('')
    .slice(0, 40);
  const base = joined === '' ? 'field' : /^\d/.test(joined) ? `field${joined}` : joined;
  let key = base;
  for (let number = 2; taken.has(key); number++) key = `${base}${number}`;
  taken.add(key);
  return key;
}
