import { givenNames } from '#shared/name/given-names.ts';
import { listOf } from '#core/demo/locale.ts';
import type { DemoCity, DemoLocale } from '#core/demo/locale.ts';
import { makeBrazilianTaxId } from '#core/demo/tax-ids.ts';

const familyNames = listOf(
  `Silva|Santos|Oliveira|Souza|Rodrigues|Ferreira|Alves|Pereira|Lima|Gomes|Costa|Ribeiro|Martins|Carvalho|Almeida|Lopes|Soares|Fernandes
  Vieira|Barbosa|Rocha|Dias|Nascimento|Andrade|Moreira|Nunes|Marques|Machado|Mendes|Freitas|Cardoso|Ramos|Gonçalves|Santana|Teixeira
  Araújo|Pinto|Castro|Correia|Batista|Campos|Monteiro|Moura|Cavalcanti|Melo|Azevedo|Borges|Barros|Cunha|Duarte|Farias|Fonseca|Guimarães
  Leite|Macedo|Miranda|Nogueira|Pacheco|Peixoto|Pires|Queiroz|Rezende|Sales|Siqueira|Tavares|Viana|Xavier|Assunção|Lourenço|Brandão
  Simões|Falcão|Magalhães|Conceição|Coelho|Camargo|Bezerra|Aragão|Bastos|Brito|Drummond|Figueiredo|Furtado|Lacerda|Medeiros|Paiva`,
);
const links = listOf('da|de|dos|do');

/** Numbers depend on the area code ("DDD") in Brazil: mobiles are it, a nine and eight digits. */
const city = (name: string, region: string, code: { area: string; postal: string }): DemoCity => ({
  name,
  region,
  postalCode: code.postal,
  landline: [`${code.area}32`, `${code.area}33`, `${code.area}34`],
  mobile: [`${code.area}99`, `${code.area}98`, `${code.area}97`],
});

export const brazilianDemo: DemoLocale = {
  country: 'BR',
  countryName: 'Brasil',
  makeName: (random) => {
    const names = random.chance(0.55) ? givenNames.pt.female : givenNames.pt.male;
    const givenName = `${random.pickCommon(names)}${random.chance(0.25) ? ` ${random.pickCommon(names)}` : ''}`;
    const link = random.chance(0.2) ? `${random.pick(links)} ` : '';
    const family = random.pickCommon(familyNames);
    return {
      givenName,
      middleName: '',
      familyName: random.chance(0.6) ? `${family} ${link}${random.pickCommon(familyNames)}` : family,
    };
  },
  nameCompany: (name, legalForm) => (legalForm === '' ? name : `${name} ${legalForm}`),
  makeTaxId: makeBrazilianTaxId,
  phones: {
    callingCode: '55',
    mobile: [],
    mobileLength: 11,
    landlineLength: 10,
    mobileMasks: listOf('(##) #####-####|##-#####-####|0###########|###########|+55 ## #########|55###########|(##) # ####-####'),
    landlineMasks: listOf('(##) ####-####|## ####-####|0##########|+55 ## ####-####'),
    mobileMasksAbroad: listOf('+55 ## #####-####|+55###########|+55 (##) #####-####'),
    landlineMasksAbroad: listOf('+55 ## ####-####|+55##########'),
  },
  cities: [
    city('São Paulo', 'SP', { area: '11', postal: '01' }),
    city('Ribeirão Preto', 'SP', { area: '16', postal: '14' }),
    city('Rio de Janeiro', 'RJ', { area: '21', postal: '20' }),
    city('Belo Horizonte', 'MG', { area: '31', postal: '30' }),
    city('Curitiba', 'PR', { area: '41', postal: '80' }),
    city('Florianópolis', 'SC', { area: '48', postal: '88' }),
    city('Porto Alegre', 'RS', { area: '51', postal: '90' }),
    city('Goiânia', 'GO', { area: '62', postal: '74' }),
    city('Salvador', 'BA', { area: '71', postal: '40' }),
    city('Recife', 'PE', { area: '81', postal: '50' }),
    city('Fortaleza', 'CE', { area: '85', postal: '60' }),
    city('Belém', 'PA', { area: '91', postal: '66' }),
  ],
  streets: listOf(
    `Rua das Flores|Av. Brasil|Rua XV de Novembro|Rua São João|Av. Paulista|Rua Sete de Setembro|Travessa do Comércio|Rua Dom Pedro II
    Rua Tiradentes|Av. Getúlio Vargas|Rua José Bonifácio|Alameda Santos|Rua da Paz|Praça da Sé|Rua Marechal Deodoro|Rua Castro Alves`,
  ),
  houses: listOf(', ##|, ###|, ### ap. ##|, ###, bloco B|, #### - casa 2'),
  postalCodeMask: '###-###',
  sources: listOf('Instagram|Indicação|Site|Passou na loja|Google|Feira|WhatsApp|Panfleto|Cliente antigo'),
  roles: listOf('Gerente|Compras|Financeiro|Recepção|Proprietária|Sócio|Encarregado|Estoque'),
  preferences: listOf('Prefere de manhã|Nota fiscal por e-mail|Paga no Pix|Só WhatsApp|Gosta de ser lembrada um dia antes'),
  companyWords: listOf(
    'São Jorge|Boa Vista|Bom Jesus|do Sul|Paulista|Irmãos %|% & Filhos|Central|Nova Era|Estrela|Sol Nascente|%',
  ),
  legalForms: listOf('Ltda|Ltda.|ME|S.A.|EIRELI|EPP'),
  trades: {
    windows: {
      tags: listOf('esquadrias|box|reforma|condomínio|orçamento|urgente'),
      notes: listOf(
        'Medir a sala e dois quartos|Quer alumínio preto, vidro temperado|Aguarda orçamento até sexta|Prédio sem elevador',
      ),
      companies: listOf('Vidraçaria %|Esquadrias %|Construtora %|Reformas %|Condomínio %'),
    },
    salon: {
      tags: listOf('coloração|corte|manicure|noiva|pacote 10|alergia'),
      notes: listOf('Alergia a amônia; cuidado|Vem com a filha aos sábados|Sempre com a Cláudia|Prefere "manhã"'),
      companies: listOf('Salão %|Estética %|Barbearia %|Academia %|Clínica %'),
    },
    wholesale: {
      tags: listOf('atacado|30 dias|entrega|tabela B|inadimplente|novo'),
      notes: listOf('Entrega às terças antes das 10h|Conferir a nota na doca|Boleto em 30 dias|Portão dos fundos'),
      companies: listOf('Distribuidora %|Mercado %|Mercearia %|Comercial %|Atacado %'),
    },
    garage: {
      tags: listOf('frota|pneus|revisão|flex|diesel|retorno'),
      notes: listOf(
        'Gol 2014, trocar correia|Deixa o carro na véspera|Barulho ao frear, ver pastilhas|Avisar da revisão em maio',
      ),
      companies: listOf('Oficina %|Auto Peças %|Transportadora %|Autoescola %|Pneus %'),
    },
    online: {
      tags: listOf('site|recompra|presente|newsletter|troca|cupom'),
      notes: listOf('Trocou o tamanho no último pedido|Entregar no trabalho|Pediu nota com CPF|Perguntou do frete para o Norte'),
      companies: listOf('Loja %|Papelaria %|Joalheria %|Livraria %|Floricultura %'),
    },
    other: {
      tags: listOf('VIP|frequente|novo|bairro|empresa|fornecedor'),
      notes: listOf('Ligar à tarde; não às segundas|Paga no fim do mês|Amiga da Vitória|Mora ao lado da padaria'),
      companies: listOf('Padaria %|Restaurante %|Pousada %|Contabilidade %|Farmácia %|Lanchonete %'),
    },
  },
};
