import type { Dictionary } from './dictionary.ts';

export const portuguese: Dictionary = {
  concepts: {
    fullName: `
      nome completo, nome e sobrenome, nome e apelido*, nome e sobrenomes, nome sobrenome, apelido e nome, cliente*,
      paciente*, aluno*, aluna*, titular*, proprietario*, hospede*, destinatario*, dono, dona, utente*, socio*,
      associado*, comprador*, nome razao social, nome ou razao social, usuario, utilizador, tutor*, inquilino*
    `,
    name: 'nome, nomes, nome cliente, nome do cliente, nome da cliente',
    givenName: 'primeiro nome, nome proprio, prenome, nome de batismo',
    middleName: 'nome do meio, segundo nome, outros nomes, nomes do meio, outros nomes apelidos',
    familyName: 'sobrenome*, ultimo nome, nome de familia, ultimo apelido',
    nickOrSurname: 'apelido, apelidos',
    nickname: 'alcunha, nome social, como gosta de ser chamad*',
    jobTitle: 'cargo, cargos, funcao, profissao, ocupacao, posto',
    department: 'departamento, setor interno, seccao, secao',
    companyName: `
      designacao, designacao social, empresa*, companhia, organizacao*, nome da empresa, nome empresa, nome fantasia, fantasia, nome comercial,
      estabelecimento, loja, negocio, fornecedor*, nome do fornecedor, entidade*, instituicao, firma, nome da organizacao,
      distribuidor*, denominacao, oficina, pessoa juridica
    `,
    legalName: 'razao social, r social, denominacao social, nome fiscal, nome juridico, firma social',
    industry: 'setor, sector, ramo, ramo de atividade, atividade, actividade, segmento de mercado, cnae, cae',
    contactPerson: `
      pessoa de contato, pessoa de contacto, pessoa contato, contato, contatos, contacto, contactos, nome do contato, nome
      do contacto, nome contato, nome contacto, a c, aos cuidados, encarregado*, representante legal, contato principal,
      contacto principal, falar com
    `,
    phone: `
      telem, telefone*, fone*, tel, tels, telef*, telm, tlm, tlmv, telemovel*, telemoveis, movel, celular*, cel, cels, fixo, fax,
      telefax, numero de telefone, numero celular, ddd telefone, ddd e telefone, contato telefonico,
      contacto telefonico
    `,
    email: `
      correio, correio electronico, correio eletronico, endereco de email, endereco de e mail, endereco eletronico,
      endereco electronico, endereco de correio eletronico, endereco de correio electronico, endereco do correio
      electronico, endereco do correio eletronico
    `,
    address: 'endereco*, morada*, end, endereco completo, residencia, domicilio, morada completa, localizacao',
    addressStreet: 'rua, logradouro, rua e numero, avenida, nome da rua, endereco rua',
    addressMore: `
      bairro*, complemento*, compl, numero endereco, andar, apartado, freguesia, lote, quadra, numero da casa, numero
      casa, porta
    `,
    addressCity: 'cidade*, localidade*, municipio*, concelho, cid, cidade uf',
    addressRegion: 'distrito, uf, estado ou distrito, estado uf, estado provincia, provincia, regiao',
    state: 'estado',
    addressPostalCode: 'cep, codigo postal, cod postal, c postal, cp, codpostal, cod pos',
    addressCountry: 'pais*, pais regiao, pais ou regiao',
    webPage: `
      site*, pagina web, pagina na web, website, sitio web, sitio, pagina de internet, pagina, endereco web
    `,
    birthday: `
      data de nascimento, data nascimento, data nasc, data de nasc, dt nasc, dt nascimento, d nasc, d nascimento, dta
      nasc, nascimento, nasc, aniversario, data de aniversario, data aniversario, data de anos, dia de aniversario, dt
      aniversario, anos
    `,
    taxId: `
      cpf, cnpj, cpf cnpj, cnpj cpf, nif, nipc, contribuinte, numero de contribuinte, n contribuinte, num contribuinte, nr
      contribuinte, identidade, documento, doc, inscricao, numero fiscal, n fiscal, cartao de cidadao, cc bi, n
      identificacao fiscal, cpf mf
    `,
    kind: `
      tipo, tipo de cliente, tipo cliente, classe, tipo de contato, tipo de contacto, tipo cadastro, tipo de cadastro
    `,
    tags: 'etiqueta*, categoria*, marcador*, tag, tags, rotulos',
    groups: 'grupo*, segmento, lista, listas, rota',
    source: `
      origem, como nos conheceu, como conheceu, canal, fonte, proveniencia, indicacao, indicado por, midia, como chegou
    `,
    preferences: 'preferencia*, gostos',
    notes: `
      observacao, observacoes, obs, observ, nota, notas, comentario*, anotacao, anotacoes, informacoes adicionais,
      informacao adicional, detalhes, apontamentos, lembrete
    `,
    partyType: `
      tipo de pessoa, tipo pessoa, pf pj, pj pf, f j, pessoa, fisica juridica, pessoa fisica juridica, particular empresa
    `,
    rowNumber: 'numero, num, nr, no, n, n ordem, ordem, item, linha, seq, sequencia',
    identifier: 'codigo, cod, id, identificador, ref, referencia, matricula interna, id interno',
    owner: `
      vendedor*, responsavel, atendente*, comercial, gestor*, agente*, consultor*, profissional, funcionario*,
      colaborador*, representante*, cabeleireir*, manicure, mecanico, corretor*, nome do gestor, tecnico
    `,
    custom: `
      data, data de cadastro, data cadastro, dt cadastro, cadastro, ultima visita, ultima compra, ultimo atendimento,
      proxima visita, proximo retorno, retorno, data da ultima visita, data da ultima compra, data de registo, data de
      criacao, data de *, data da ultim*, data ultim*, cliente desde, total, total gasto, total de compras, valor*,
      saldo*, divida*, debito*, preco*, compras, vendas, faturamento, faturacao, gasto*, ticket medio, limite, limite de
      credito, desconto*, pontos, visitas, pedidos, encomendas, situacao, ativo, activo, status, sexo, genero, idade,
      placa, placa do veiculo, matricula, veiculo, carro, marca, modelo, cor, chassi, iban, conta, conta bancaria, banco,
      agencia, pix, chave pix, forma de pagamento, tabela de preco, tabela de precos, horario*, codigo cliente, codigo do
      cliente, cod cliente, n cliente, numero cliente, numero do cliente, numero de cliente, nr cliente, n socio, numero
      de socio, cartao, n cartao, ficha, prontuario, filhos, conjuge, tratamento, titulo, consentimento*, lgpd,
      publicidade, newsletter, passatempo, iniciais, nome do assistente, alergia*, servico*, produto*, procedimento*,
      inscricao estadual, inscricao municipal, ie, im, vencimento, quilometragem, ddd, ddi, idioma, estado civil, pet,
      animal, nome do pet, raca, nome da mae, senha, dia do aniversario de casamento
    `,
  },
  noise: `
      de, do, da, dos, das, e, o, a, os, as, ou, para, em, seu, sua, numero, num, nr, no, n, dados, campo, com
    `,
  person: `
      cliente*, contato*, contacto*, pessoa, paciente, aluno, titular, utente, usuario, proprietario, tutor
    `,
  organisation: 'empresa*, organizacao, negocio, fornecedor*, firma, loja, entidade',
};
